// Any number of choices.
import { Choices, type ChoicesProps } from '../choices.tsx';

export interface CheckboxesProps extends ChoicesProps {
  /** The values already ticked. */
  values?: readonly (string | number)[];
}

/** Checkboxes; a single one with a sentence is a declaration. */
export function Checkboxes({ values, ...props }: CheckboxesProps) {
  return (
    <Choices
      {...props}
      type="checkbox"
      block="govuk-checkboxes"
      taken={(c) => values?.some((value) => String(value) === String(c.value)) ?? false}
    />
  );
}
