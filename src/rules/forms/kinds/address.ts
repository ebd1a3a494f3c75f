// A place by unit: the person writes the commune's old or new name, the register says which unit is meant and on which day.
import { fold, tidy } from '../../kernel/index.ts';
import type { AddressInCountry, AddressValue } from '../answers.ts';
import type { AddressField } from '../definition.ts';
import { COUNTRIES, nameOfCountry } from '../lists.ts';
import { Subject, subject } from '../messages.ts';
import { whyStrange } from '../typed-text.ts';
import {
  type Fault,
  fault,
  type Kind,
  NO_FAULTS,
  type Parsed,
  type Read,
  type Run,
  type UnitChoice,
} from './kind.ts';

const LONGEST_DETAIL = 200;
const CHOICE = /^(\d{1,8})@(\d{4}-\d{2}-\d{2})$/u;

/** The value of the radio (or hidden box) that stands for a unit. */
export function unitChoiceValue(choice: { readonly code: string; readonly asOf: string }): string {
  return `${choice.code}@${choice.asOf}`;
}

export const address: Kind<AddressField, AddressValue> = {
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
    if (place === '') return detail === '' ? null : { faults: fault('place', placeMissing(field)) };
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
  faults: addressFaults,
  format(value) {
    const place = 'country' in value ? nameOfCountry(value.country) : value.unitName;
    return value.detail ? `${value.detail}, ${place}` : place;
  },
};

function parseAbroad(country: string, detail: string, field: AddressField): Parsed<AddressValue> {
  if (COUNTRIES.some((each) => each.value === country)) return { value: { country, detail } };
  return { faults: fault('country', `Bạn phải chọn quốc gia của ${subject(field)}.`) };
}

type Resolved = { readonly code: string | null; readonly asOf: string | null; readonly name: string };

function resolve(
  place: string,
  read: Read,
  field: AddressField,
  run: Run,
): Resolved | { faults: readonly Fault[] } {
  const { unit, findUnits } = run.ctx;
  const chosen = tidy(read('was')) === place ? CHOICE.exec(read('unit')) : null;
  if (chosen) {
    const [, code, asOf] = chosen as unknown as [string, string, string];
    const known = unit ? unit(code, asOf) : { code, asOf, name: place };
    if (known) return { code, asOf, name: known.name };
  }
  if (!findUnits) return { code: null, asOf: null, name: place };
  const found = findUnits(place);
  const only = found.length === 1 ? found[0] : undefined;
  if (only && isNamedBy(only, place)) return only;
  return { faults: found.length === 0 ? notFound(place, field) : ambiguous(place, found) };
}

function notFound(place: string, field: AddressField): readonly Fault[] {
  const message = `Không tìm thấy xã, phường “${place}” cho ${subject(field)}. Bạn hãy viết tên xã và tên tỉnh, ví dụ “Lương Phong, Bắc Giang”.`;
  return fault('place', message);
}

/** Every typed word stands in the unit's name: then the one place found is meant, not merely near. */
function isNamedBy(choice: UnitChoice, place: string): boolean {
  const words = new Set(wordsOf(choice.name));
  return wordsOf(place).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function ambiguous(place: string, choices: readonly UnitChoice[]): readonly Fault[] {
  const message = `Chưa rõ “${place}” là nơi nào. Bạn hãy chọn một nơi trong danh sách, hoặc viết thêm tên tỉnh.`;
  return [{ at: 'unit', message, choices }];
}

function placeMissing(field: AddressField): string {
  return field.messages?.missing ?? `Bạn phải nhập xã, phường của ${subject(field)}.`;
}

function addressFaults(value: AddressValue, field: AddressField, run: Run): readonly Fault[] {
  if (value.detail.length > LONGEST_DETAIL) {
    return fault('detail', `${Subject(field)} dài quá ${LONGEST_DETAIL} ký tự. Bạn hãy viết ngắn lại.`);
  }
  const strange = whyStrange(Subject(field), value.detail);
  if (strange) return fault('detail', strange);
  if (field.detail === 'required' && value.detail === '') {
    return fault('detail', `Bạn phải nhập số nhà, đường, thôn xóm của ${subject(field)}.`);
  }
  if ('country' in value) return NO_FAULTS;
  return unitFaults(value, field, run);
}

function unitFaults(value: AddressInCountry, field: AddressField, run: Run): readonly Fault[] {
  const { unit, findUnits } = run.ctx;
  if (value.unitCode === null || value.asOf === null) {
    if (findUnits) return notFound(value.unitName, field);
    const strange = whyStrange(Subject(field), value.unitName);
    return strange ? fault('place', strange) : NO_FAULTS;
  }
  return unit && !unit(value.unitCode, value.asOf) ? notFound(value.unitName, field) : NO_FAULTS;
}
