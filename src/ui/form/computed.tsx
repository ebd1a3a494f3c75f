// A line that the machine writes on the form; it is read, never typed.
import type { ShownComputed } from '../../rules/forms/index.ts';
import { Vi } from '../words/index.ts';

/** "Ghi bằng chữ: Ngày một, tháng hai …" */
export function Computed({ shown }: { shown: ShownComputed }) {
  return (
    <p class="govuk-body">
      <Vi>
        {shown.label}: <strong>{shown.text}</strong>
      </Vi>
    </p>
  );
}
