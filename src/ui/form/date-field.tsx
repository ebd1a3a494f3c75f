// Three boxes whose names are the parts' own (`child.birthDate.day`); only the wrong box is marked.

import { idOf } from '../../rules/forms/index.ts';
import { DateInput, type Piece } from '../components/index.ts';
import { useWords } from '../words/index.ts';
import { type DrawnProps, errorWithin, part } from './drawn.ts';

const PARTS = ['day', 'month', 'year'] as const;
const BIRTHDAY = { day: 'bday-day', month: 'bday-month', year: 'bday-year' } as const;

interface Props extends DrawnProps {
  legend: Piece;
  hint?: string | undefined;
  /** Stands before the parts inside a compound field (`issuedOn`). */
  within?: string;
}

/** A date in three boxes. */
export function DateField({ legend, hint, within = '', ...drawn }: Props) {
  const words = useWords().date;
  const prefix = within && `${within}.`;
  const found = errorWithin(drawn, within);
  const ownBirthday = drawn.shown.field.prefill === 'birthDate';
  const items = PARTS.map((each) => {
    const box = part(drawn, prefix + each);
    return {
      name: box.name,
      id: box.id,
      label: words[each],
      value: box.value,
      classes: each === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      error:
        found !== undefined && (box.error !== undefined || !found.fieldId.match(/-(?:day|month|year)$/u)),
      ...(ownBirthday && { autocomplete: BIRTHDAY[each] }),
    };
  });
  return (
    <DateInput
      id={idOf(`${drawn.shown.name}.${within}`)}
      legend={legend}
      hint={hint}
      error={found?.message}
      items={items}
    />
  );
}
