// A whole number of something.
import { tidy } from '../../kernel/index.ts';
import type { FieldOf } from '../field.ts';
import { BOUNDS, wholeNumber } from '../parts/whole-number.ts';
import type { Shapes } from '../shapes.ts';
import type { Kind } from './kind.ts';

/** `unit`: what is counted, said after the number: "trang". */
const options = { ...BOUNDS, 'unit?': 'text' } as const satisfies Shapes;

const whole = wholeNumber(/^(\d{1,3}(?:[., ]\d{3})+|\d+)$/u, '2', String);

/** The number alone of one that was written with its unit: `50 m2` where square metres are asked. */
function withoutUnit(typed: string, unit: string): string {
  const plain = (text: string) => tidy(text).normalize('NFKC').toLowerCase();
  const [, digits, rest = ''] = /^([\d., ]+)(.*)$/u.exec(tidy(typed)) ?? [];
  return digits && unit && plain(rest) === plain(unit) ? digits : typed;
}

export const number: Kind<FieldOf<'number', typeof options>, number> = {
  ...whole,
  type: 'number',
  options,
  ask: ({ unit }) => ({ as: 'line', keyboard: 'numeric', room: 5, unit }),
  parse: (read, field) => whole.parse((suffix) => withoutUnit(read(suffix), field.unit ?? ''), field),
  show: (value) => ({ '': String(value) }),
  format: (value, { unit }) => (unit ? `${value} ${unit}` : String(value)),
  onPaper: ({ label, unit }) => [{ kind: 'line', label: unit ? `${label} (${unit})` : label }],
  prefills: [],
};
