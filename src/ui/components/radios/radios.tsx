// One choice among few, each in sight.
import { Choices, type ChoicesProps } from '../choices.tsx';

export interface RadiosProps extends ChoicesProps {
  /** The value already chosen. */
  value?: string | number;
}

/** Radio buttons; `legend={{say, heading: true}}` for one question per page, `reveal` on a choice for what depends on it. */
export function Radios({ value, ...props }: RadiosProps) {
  const taken =
    value === undefined || value === ''
      ? () => false
      : (c: { value: string | number }) => String(c.value) === String(value);
  return <Choices {...props} type="radio" block="govuk-radios" taken={taken} />;
}
