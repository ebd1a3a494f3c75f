// Nam or nữ.
import type { FieldOf } from '../field.ts';
import { GENDERS } from '../lists.ts';
import { choiceOnPaper } from '../paper-line.ts';
import { LIMITED, oneOf } from '../parts/one-of.ts';
import type { Kind } from './kind.ts';

type GenderField = FieldOf<'gender', typeof LIMITED>;

export const gender: Kind<GenderField, string> = {
  ...oneOf<GenderField>(() => GENDERS),
  type: 'gender',
  options: LIMITED,
  ask: () => ({ as: 'radios', options: GENDERS }),
  onPaper: ({ label }) => choiceOnPaper(label, GENDERS),
  prefills: ['gender'],
};
