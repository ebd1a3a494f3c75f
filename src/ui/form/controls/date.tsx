// Three boxes whose names are the parts' own (`child.birthDate.day`); only the wrong box is marked.
import { idOf } from '../../../rules/forms/index.ts';
import { DateInput } from '../../components/index.ts';
import { useWords } from '../../words/index.ts';
import { boxOf, type ControlProps, errorWithin } from '../drawn.ts';
import { useLegend } from '../marked.tsx';

const PARTS = ['day', 'month', 'year'] as const;
const BIRTHDAY = { day: 'bday-day', month: 'bday-month', year: 'bday-year' } as const;

export function DateBoxes(props: ControlProps<'date'>) {
  const words = useWords().date;
  const { shown, suffix, whole, hint } = props;
  const prefix = suffix && `${suffix}.`;
  const found = errorWithin(props, suffix);
  const ownBirthday = whole && shown.field.prefill === 'birthDate';
  const items = PARTS.map((each) => {
    const box = boxOf(props, prefix + each);
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
      id={idOf(`${shown.name}.${suffix}`)}
      legend={useLegend(props)}
      hint={hint}
      error={found?.message}
      items={items}
    />
  );
}
