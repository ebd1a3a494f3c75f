// A place by unit: the person writes the commune's old or new name, the register says which unit is meant and on which day.
import { fold, tidy } from '../../kernel/index.ts';
import type { AddressInCountry, AddressValue } from '../answers.ts';
import type { Run, UnitChoice } from '../context.ts';
import { type Fault, type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { FieldOf } from '../field.ts';
import { COUNTRIES, nameOfCountry } from '../lists.ts';
import { generalSentences, missing, notEntered, strangeIn, unprintable } from '../parts/general.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, NOT_GIVEN, noDoubts, noMisfits, type Parsed, type Read } from './kind.ts';

const options = {
  /** A place abroad may be given (country and detail); false by default. */
  'abroad?': 'flag',
  /** House number, street, hamlet: `required`, `optional` (default), `no` (quê quán, nơi sinh). */
  'detail?': { oneOf: ['required', 'optional', 'no'] },
} as const satisfies Shapes;
type AddressField = FieldOf<'address', typeof options>;

const LONGEST_PLACE = 200;
const LONGEST_DETAIL = 200;
const CHOICE = /^(\d{1,8})@(\d{4}-\d{2}-\d{2})$/u;

type Place = Named & { place: string };

const says = sentences(
  {
    'address-not-entered': ({ name }: Named) => `Bạn phải nhập xã, phường của ${name}.`,
    'address-country': ({ name }: Named) => `Bạn phải chọn quốc gia của ${name}.`,
    'address-detail': ({ name }: Named) => `Bạn phải nhập số nhà, đường, thôn xóm của ${name}.`,
    'address-not-found': ({ name, place }: Place) =>
      `Không tìm thấy xã, phường “${place}” cho ${name}. Bạn hãy viết tên xã và tên tỉnh, ví dụ “Lương Phong, Bắc Giang”.`,
    'address-unclear': ({ place }: { place: string }) =>
      `Chưa rõ “${place}” là nơi nào. Bạn hãy chọn một nơi trong danh sách, hoặc viết thêm tên tỉnh.`,
  },
  {
    'address-not-entered': ({ label }) => `Enter the commune or ward of “${label}”.`,
    'address-country': ({ label }) => `Choose the country of “${label}”.`,
    'address-detail': ({ label }) => `Enter the house number, street or hamlet of “${label}”.`,
    'address-not-found': ({ label, place }) =>
      `No commune or ward “${place}” was found for “${label}”. Write the names of commune and province, for example “Lương Phong, Bắc Giang”.`,
    'address-unclear': ({ place }) =>
      `“${place}” may mean several places. Choose one from the list, or add the name of the province.`,
  },
);

/** The value of the radio (or hidden box) that stands for a unit. */
export function unitChoiceValue(choice: { readonly code: string; readonly asOf: string }): string {
  return `${choice.code}@${choice.asOf}`;
}

export const address: Kind<AddressField, AddressValue> = {
  type: 'address',
  options,
  misfits: noMisfits,
  ask: ({ detail = 'optional', abroad = false }) => ({ as: 'place', detail, abroad }),
  boxes(field) {
    const boxes = ['place', 'unit', 'was'];
    if (field.detail !== 'no') boxes.push('detail');
    if (field.abroad) boxes.push('abroad', 'country');
    if (field.abroad && field.detail === 'no') boxes.push('detail');
    return boxes;
  },
  parse(read, field, run) {
    const detail = tidy(read('detail'));
    if (field.abroad && read('abroad') === 'yes') return parseAbroad(read('country'), detail, field);
    const place = tidy(read('place'));
    if (place === '') return detail === '' ? null : { faults: placeMissing(field) };
    // No unit's name is so long: nothing is looked for.
    if (place.length > LONGEST_PLACE) return { faults: unprintable(field, 'place', place, LONGEST_PLACE) };
    const unit = resolve(place, read, field, run);
    if ('faults' in unit) return unit;
    return { value: { unitCode: unit.code, asOf: unit.asOf, unitName: unit.name, detail } };
  },
  show(value): Record<string, string> {
    if ('country' in value) return { abroad: 'yes', country: value.country, detail: value.detail };
    const unit =
      value.unitCode && value.asOf ? unitChoiceValue({ code: value.unitCode, asOf: value.asOf }) : '';
    return { place: value.unitName, unit, was: unit && value.unitName, detail: value.detail };
  },
  missing: (field) => notEntered(field, 'place'),
  faults(value, field, { run }) {
    const detail = unprintable(field, 'detail', value.detail, LONGEST_DETAIL);
    if (detail.length > 0) return detail;
    if (field.detail === 'required' && value.detail === '')
      return says.fault('detail', 'address-detail', named(field));
    return 'country' in value ? NO_FAULTS : unitFaults(value, field, run);
  },
  doubts: noDoubts,
  compare: () => ({
    as: 'parts',
    parts: {
      unitCode: { as: 'text' },
      unitName: { as: 'text' },
      detail: { as: 'text' },
      country: { as: 'text', values: COUNTRIES.map((country) => country.value) },
    },
  }),
  format(value) {
    const place = 'country' in value ? nameOfCountry(value.country) : value.unitName;
    return value.detail ? `${value.detail}, ${place}` : place;
  },
  unanswered: NOT_GIVEN,
  onPaper: ({ label, detail }) => [{ kind: 'line', label, lines: detail === 'no' ? 1 : 2 }],
  share: 2,
  prefills: [],
  start: () => undefined,
  sentences: [generalSentences, says.set],
};

function parseAbroad(country: string, detail: string, field: AddressField): Parsed<AddressValue> {
  if (COUNTRIES.some((each) => each.value === country)) return { value: { country, detail } };
  return { faults: says.fault('country', 'address-country', named(field)) };
}

type Resolved = { readonly code: string | null; readonly asOf: string | null; readonly name: string };

function resolve(
  place: string,
  read: Read,
  field: AddressField,
  run: Run,
): Resolved | { faults: readonly Fault[] } {
  const { unit, findUnits } = run.ctx;
  const [, code, asOf] = (tidy(read('was')) === place && CHOICE.exec(read('unit'))) || [];
  if (code && asOf) {
    const known = unit ? unit(code, asOf) : { name: place };
    if (known) return { code, asOf, name: known.name };
  }
  if (!findUnits) return { code: null, asOf: null, name: place };
  const found = findUnits(place);
  const only = found.length === 1 ? found[0] : undefined;
  if (only && isNamedBy(only, place)) return only;
  return {
    faults:
      found.length === 0 ? notFound(place, field) : says.fault('unit', 'address-unclear', { place }, found),
  };
}

function notFound(place: string, field: AddressField): readonly Fault[] {
  return says.fault('place', 'address-not-found', { ...named(field), place });
}

/** Every typed word stands in the unit's name: then the one place found is meant, not merely near. */
function isNamedBy(choice: UnitChoice, place: string): boolean {
  const words = new Set(wordsOf(choice.name));
  return wordsOf(place).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function placeMissing(field: AddressField): readonly Fault[] {
  return missing(field, 'place', () => says.fault('place', 'address-not-entered', named(field)));
}

function unitFaults(value: AddressInCountry, field: AddressField, run: Run): readonly Fault[] {
  const { unit, findUnits } = run.ctx;
  if (value.unitCode === null || value.asOf === null) {
    return findUnits ? notFound(value.unitName, field) : strangeIn(field, 'place', value.unitName);
  }
  return unit && !unit(value.unitCode, value.asOf) ? notFound(value.unitName, field) : NO_FAULTS;
}
