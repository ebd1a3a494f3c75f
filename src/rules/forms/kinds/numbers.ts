// Whole numbers and amounts of money, however their thousands were written.
import { formatMoney, tidy } from '../../kernel/index.ts';
import type { NumberField } from '../definition.ts';
import { Subject, wrong } from '../messages.ts';
import { fault, type Kind, NO_FAULTS, type Parsed, type Read } from './kind.ts';

const LARGEST = 999_999_999_999_999;

export const number: Kind<NumberField, number> = {
  boxes: () => [''],
  parse: (read, field) => parseInteger(read, field, /^(\d{1,3}(?:[., ]\d{3})+|\d+)$/u),
  show: (value) => ({ '': String(value) }),
  faults: bounds,
  format: (value, field) => (field.unit ? `${value} ${field.unit}` : String(value)),
};

export const money: Kind<NumberField, number> = {
  boxes: () => [''],
  parse: (read, field) =>
    parseInteger(read, field, /^(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(?:đ|đồng|vnđ|vnd)?\.?$/iu),
  show: (value) => ({ '': formatMoney(value).replace(' đ', '') }),
  faults: bounds,
  format: (value) => formatMoney(value),
};

function parseInteger(read: Read, field: NumberField, shape: RegExp): Parsed<number> {
  const typed = tidy(read(''));
  if (typed === '') return null;
  const match = shape.exec(typed);
  const value = match ? Number(match[1]!.replace(/[., ]/gu, '')) : Number.NaN;
  if (value <= LARGEST) return { value };
  const example = field.type === 'money' ? '100.000.000' : '2';
  return {
    faults: fault(
      '',
      wrong(field, `${Subject(field)} phải là số nguyên viết bằng chữ số, ví dụ ${example}.`),
    ),
  };
}

function bounds(value: number, field: NumberField) {
  const { min = 0, max = LARGEST } = field;
  if (Number.isSafeInteger(value) && value >= min && value <= max) return NO_FAULTS;
  const say = (amount: number) => (field.type === 'money' ? formatMoney(amount) : String(amount));
  const range = max === LARGEST ? `từ ${say(min)} trở lên` : `từ ${say(min)} đến ${say(max)}`;
  return fault('', `${Subject(field)} phải ${range}.`);
}
