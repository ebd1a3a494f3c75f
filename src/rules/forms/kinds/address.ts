// A place by unit: the person writes the commune's old or new name, the register says which unit is meant and on which day.
import { tidy } from '../../kernel/index.ts';
import { LONGEST_PLACE, placeReasons } from '../../places/index.ts';
import type { AddressInCountry, AddressValue } from '../answers.ts';
import type { FoundPlace, Run } from '../context.ts';
import { type Fault, type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { FieldOf } from '../field.ts';
import { ABROAD, COUNTRIES, nameOfCountry } from '../lists.ts';
import { generalSentences, missing, notEntered, strangeIn, unprintable } from '../parts/general.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, NOT_GIVEN, noMisfits, type Parsed, type Read } from './kind.ts';

const options = {
  /** A place abroad may be given (country and detail); false by default. */
  'abroad?': 'flag',
  /** House number, street, hamlet: `required`, `optional` (default), `no` (quê quán, nơi sinh). */
  'detail?': { oneOf: ['required', 'optional', 'no'] },
  /** A district or a province will do, where the paper may have no more (quê quán); false by default. */
  'wide?': 'flag',
} as const satisfies Shapes;
type AddressField = FieldOf<'address', typeof options>;

const LONGEST_DETAIL = 200;
const CHOICE = /^(\d{1,8})@(\d{4}-\d{2}-\d{2})$/u;

const says = sentences(
  {
    'address-not-entered': ({ name }: Named) => `Bạn phải nhập xã, phường của ${name}.`,
    'address-country': ({ name }: Named) => `Bạn phải chọn quốc gia của ${name}.`,
    'address-not-abroad': ({ name }: Named) =>
      `Bạn chọn ${name} ở nước ngoài nhưng quốc gia lại là Việt Nam. Hãy chọn nước khác; nếu nơi này ở Việt Nam thì bỏ dấu chọn “ở nước ngoài” rồi gõ tên xã, phường.`,
    'address-detail': ({ name }: Named) => `Bạn phải nhập số nhà, đường, thôn xóm của ${name}.`,
    'address-as-written': ({ place }: { readonly place: string }) =>
      `Nơi “${place}” không có trong danh mục đơn vị hành chính, được giữ đúng như đã viết. Cán bộ sẽ đối chiếu với giấy tờ.`,
    ...placeReasons.vi,
  },
  {
    'address-not-entered': ({ label }) => `Enter the commune or ward of “${label}”.`,
    'address-country': ({ label }) => `Choose the country of “${label}”.`,
    'address-not-abroad': ({ label }) =>
      `“${label}” is marked as abroad, but the country is Vietnam. Choose another country; if the place is in Vietnam, take the mark off and type its commune or ward.`,
    'address-detail': ({ label }) => `Enter the house number, street or hamlet of “${label}”.`,
    'address-as-written': ({ place }) =>
      `“${place}” is in no list of places and is kept as you wrote it. An official will compare it with your papers.`,
    ...placeReasons.en,
  },
);

/** The value of the radio for a place that is in no list: it is kept as it was written. */
export const AS_WRITTEN = 'nhu-viet';

/** The value of the radio (or hidden box) that stands for a unit. */
export function unitChoiceValue(choice: { readonly code: string; readonly asOf: string }): string {
  return `${choice.code}@${choice.asOf}`;
}

export const address: Kind<AddressField, AddressValue> = {
  type: 'address',
  options,
  misfits: noMisfits,
  ask: ({ detail = 'optional', abroad = false, wide = false }) => ({ as: 'place', detail, abroad, wide }),
  boxes: boxesOf,
  parse(read, field, run) {
    const detail = tidy(read('detail'));
    if (field.abroad && read('abroad') === 'yes') return parseAbroad(read('country'), detail, field);
    const place = tidy(read('place'));
    if (place === '') return detail === '' ? null : { faults: placeMissing(field) };
    // No unit's name is so long: nothing is looked for.
    if (place.length > LONGEST_PLACE) return { faults: unprintable(field, 'place', place, LONGEST_PLACE) };
    const unit = resolve(place, read, field, run);
    if ('faults' in unit) return unit;
    const { code, asOf, name, within } = unit;
    return { value: { unitCode: code, asOf, unitName: name, detail: withDetail(detail, within, field) } };
  },
  show(value): Record<string, string> {
    if ('country' in value) return { abroad: 'yes', country: value.country, detail: value.detail };
    const { unitCode, asOf, unitName, detail } = value;
    const unit = unitCode && asOf ? unitChoiceValue({ code: unitCode, asOf }) : AS_WRITTEN;
    return { place: unitName, unit, was: unitName, detail };
  },
  missing: (field) => notEntered(field, 'place'),
  faults(value, field, { run }) {
    const detail = unprintable(field, 'detail', value.detail, LONGEST_DETAIL);
    if (detail.length > 0) return detail;
    if (field.detail === 'required' && value.detail === '')
      return says.fault('detail', 'address-detail', named(field));
    return 'country' in value ? abroadFaults(value.country, field) : unitFaults(value, field, run);
  },
  doubts(value, _field, { run }) {
    if ('country' in value || value.unitCode !== null || !run.ctx.findPlace) return NO_FAULTS;
    return says.fault('place', 'address-as-written', { place: value.unitName });
  },
  compare: () => ({
    as: 'parts',
    parts: {
      unitCode: { as: 'text' },
      unitName: { as: 'text' },
      detail: { as: 'text' },
      country: { as: 'text', values: COUNTRIES.map((country) => country.value) },
    },
  }),
  format(value, _field, run) {
    const place = 'country' in value ? nameOfCountry(value.country) : nameNow(value, run);
    return value.detail ? `${value.detail}, ${place}` : place;
  },
  unanswered: NOT_GIVEN,
  onPaper: ({ label, detail }) => [{ kind: 'line', label, lines: detail === 'no' ? 1 : 2 }],
  share: 2,
  prefills: [],
  start: () => undefined,
  sentences: [generalSentences, says.set],
};

function boxesOf(field: AddressField): readonly string[] {
  const boxes = ['place', 'unit', 'was'];
  if (field.detail !== 'no') boxes.push('detail');
  if (field.abroad) boxes.push('abroad', 'country');
  if (field.abroad && field.detail === 'no') boxes.push('detail');
  return boxes;
}

function parseAbroad(country: string, detail: string, field: AddressField): Parsed<AddressValue> {
  if (COUNTRIES.some((each) => each.value === country)) return { value: { country, detail } };
  return { faults: says.fault('country', 'address-country', named(field)) };
}

function abroadFaults(country: string, field: AddressField): readonly Fault[] {
  return ABROAD.some((each) => each.value === country)
    ? NO_FAULTS
    : says.fault('country', 'address-not-abroad', named(field));
}

type Resolved = {
  readonly code: string | null;
  readonly asOf: string | null;
  readonly name: string;
  /** What was typed with it and lies within it. */
  readonly within: string;
};

function resolve(
  place: string,
  read: Read,
  field: AddressField,
  { ctx: { unit, findPlace } }: Run,
): Resolved | { faults: readonly Fault[] } {
  const asWritten: Resolved = { code: null, asOf: null, name: place, within: '' };
  if (!findPlace) return asWritten;
  const chosen = tidy(read('was')) === place ? read('unit') : '';
  if (chosen === AS_WRITTEN) return asWritten;
  const found = findPlace(place, field.wide === true);
  const [, code, asOf] = CHOICE.exec(chosen) ?? [];
  const known = code && asOf && unit?.(code, asOf);
  const taken = known || found.taken;
  return taken ? { ...taken, within: found.detail } : { faults: notTaken(found) };
}

/** The fault leads to the radios, or to the box when there is nothing to choose. Either way the place may be kept as written. */
function notTaken({ choices, why }: FoundPlace): readonly Fault[] {
  const at = choices.length > 0 ? 'unit' : 'place';
  return says.fault(at, why.code, why.params as never, choices);
}

function withDetail(detail: string, within: string, field: AddressField): string {
  if (within === '' || !boxesOf(field).includes('detail') || detail.includes(within)) return detail;
  return detail === '' ? within : `${detail}, ${within}`;
}

/** As it is called on the day that the answers are read for. */
function nameNow({ unitCode, asOf, unitName }: AddressInCountry, { ctx }: Run): string {
  return (unitCode && asOf && ctx.unit?.(unitCode, asOf)?.name) || unitName;
}

function placeMissing(field: AddressField): readonly Fault[] {
  return missing(field, 'place', () => says.fault('place', 'address-not-entered', named(field)));
}

function unitFaults(value: AddressInCountry, field: AddressField, run: Run): readonly Fault[] {
  const { unitCode, asOf, unitName } = value;
  if (unitCode === null || asOf === null) return strangeIn(field, 'place', unitName);
  const { unit } = run.ctx;
  return unit && !unit(unitCode, asOf)
    ? says.fault('place', 'place-unknown', { typed: unitName })
    : NO_FAULTS;
}
