// A whole number of something.
import type { FieldOf } from '../field.ts';
import { BOUNDS, wholeNumber } from '../parts/whole-number.ts';
import type { Shapes } from '../shapes.ts';
import type { Kind } from './kind.ts';

/** `unit`: what is counted, said after the number: "trang". */
const options = { ...BOUNDS, 'unit?': 'text' } as const satisfies Shapes;

export const number: Kind<FieldOf<'number', typeof options>, number> = {
  ...wholeNumber(/^(\d{1,3}(?:[., ]\d{3})+|\d+)$/u, '2', String),
  type: 'number',
  options,
  ask: ({ unit }) => ({ as: 'line', keyboard: 'numeric', room: 5, unit }),
  show: (value) => ({ '': String(value) }),
  format: (value, { unit }) => (unit ? `${value} ${unit}` : String(value)),
  onPaper: ({ label, unit }) => [{ kind: 'line', label: unit ? `${label} (${unit})` : label }],
  prefills: [],
};
