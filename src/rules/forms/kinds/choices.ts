// One of a list, several of a list, or one box to tick.
import type { CheckboxField, ChoiceField, Option } from '../definition.ts';
import { COUNTRIES, ETHNIC_GROUPS, GENDERS } from '../lists.ts';
import { missing, wrong } from '../messages.ts';
import { fault, type Kind, NO_FAULTS } from './kind.ts';

/** The options a choice field offers: its own, or the country's list of its kind. */
export function optionsOf(field: ChoiceField | CheckboxField): readonly Option[] {
  if (field.type === 'ethnic') return ETHNIC_GROUPS;
  if (field.type === 'country') return COUNTRIES;
  if (field.type === 'gender') return GENDERS;
  return field.options ?? [];
}

export const choice: Kind<ChoiceField, string> = {
  boxes: () => [''],
  parse(read) {
    const typed = read('').normalize('NFC').trim();
    return typed === '' ? null : { value: typed };
  },
  show: (value) => ({ '': value }),
  faults(value, field) {
    if (!optionsOf(field).some((option) => option.value === value))
      return fault('', wrong(field, missing(field)));
    if (field.only && !field.only.values.includes(value)) return fault('', field.only.message);
    return NO_FAULTS;
  },
  format: (value, field) => labelOf(field, value),
};

export const checkbox: Kind<CheckboxField, true | readonly string[]> = {
  boxes: (field) => (field.options ? field.options.map((option) => option.value) : ['']),
  parse(read, field) {
    if (!field.options) return read('') === 'yes' ? { value: true } : null;
    const ticked = field.options.map((option) => option.value).filter((value) => read(value) === 'yes');
    return ticked.length === 0 ? null : { value: ticked };
  },
  show: (value) =>
    value === true
      ? { '': 'yes' }
      : Object.fromEntries((value as readonly string[]).map((each) => [each, 'yes'])),
  faults: () => NO_FAULTS,
  format(value, field) {
    if (value === true) return 'Đã đánh dấu';
    return value.map((each) => labelOf(field, each)).join('; ');
  },
};

function labelOf(field: ChoiceField | CheckboxField, value: string): string {
  return optionsOf(field).find((option) => option.value === value)?.label ?? value;
}
