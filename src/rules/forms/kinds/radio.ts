// One of a few choices, all in sight; what depends on one of them stands under it.
import { type FieldOf, OPTION } from '../field.ts';
import { choiceOnPaper } from '../paper-line.ts';
import { CHOSEN, oneOf } from '../parts/one-of.ts';
import type { Shapes } from '../shapes.ts';
import type { Kind } from './kind.ts';

const options = { ...CHOSEN, options: { list: { members: OPTION }, least: 1 } } as const satisfies Shapes;
type RadioField = FieldOf<'radio', typeof options>;

export const radio: Kind<RadioField, string> = {
  ...oneOf((field: RadioField) => field.options),
  type: 'radio',
  options,
  ask: (field) => ({ as: 'radios', options: field.options }),
  onPaper: (field) => choiceOnPaper(field.label, field.options),
  prefills: [],
};
