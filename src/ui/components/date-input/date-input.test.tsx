import { checkFixtures, controlOf, fieldsetOf, list, type Options, part } from '../fixture-check.tsx';
import { type DateBox, DateInput, type DateInputProps } from './date-input.tsx';

type Given = Options & { id: string; namePrefix?: string; values?: DateInputProps['values'] };

const NAMES = ['day', 'month', 'year'] as const;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The package builds boxes from `items`, or from `day`, `month`, `year` where an empty one leaves the box out. */
function boxesOf(o: Given): DateBox[] {
  const items = list(o, 'items') as (Options & DateBox)[];
  if (items.length) {
    return items.map((item) => ({
      ...item,
      value: item.value ?? (part(o, item.name)?.value as DateBox['value']),
      label: item.label ?? capital(item.name),
    }));
  }
  return NAMES.flatMap((name) => {
    if (name in o && !o[name]) return [];
    const box = part(o, name) as (Options & Partial<DateBox>) | undefined;
    const own = box?.name ?? name;
    return [{ ...box, name: own, width: name === 'year' ? 4 : 2, label: box?.label ?? capital(own) }];
  });
}

checkFixtures('date-input', (o: Given) => {
  const { label: _, name: __, id: ___, ...control } = controlOf(o);
  return (
    <DateInput
      {...control}
      id={o.id}
      namePrefix={o.namePrefix}
      values={o.values}
      fieldset={fieldsetOf(o)}
      items={boxesOf(o)}
    />
  );
});
