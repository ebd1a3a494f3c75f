// A line that the machine writes on the form; it is read, never typed.
import type { ShownComputed } from '../../rules/forms/index.ts';

/** "Ghi bằng chữ: Ngày một, tháng hai …" */
export function Computed({ shown }: { shown: ShownComputed }) {
  return (
    <p class="govuk-body">
      {shown.label}: <strong>{shown.text}</strong>
    </p>
  );
}
