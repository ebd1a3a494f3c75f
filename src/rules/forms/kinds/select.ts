// One of a longer list that opens.
import { type FieldOf, OPTION } from '../field.ts';
import { choiceOnPaper } from '../paper-line.ts';
import { CHOSEN, oneOf } from '../parts/one-of.ts';
import type { Shapes } from '../shapes.ts';
import type { Kind } from './kind.ts';

const options = { ...CHOSEN, options: { list: { members: OPTION }, least: 1 } } as const satisfies Shapes;
type SelectField = FieldOf<'select', typeof options>;

export const select: Kind<SelectField, string> = {
  ...oneOf((field: SelectField) => field.options),
  type: 'select',
  options,
  ask: (field) => ({ as: 'list', options: field.options }),
  onPaper: (field) => choiceOnPaper(field.label, field.options),
  prefills: [],
};
