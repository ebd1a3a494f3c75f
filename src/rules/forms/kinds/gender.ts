// Nam or nữ.
import type { FieldOf } from '../field.ts';
import { GENDERS } from '../lists.ts';
import { choiceOnPaper } from '../paper-line.ts';
import { CHOSEN, oneOf } from '../parts/one-of.ts';
import type { Kind } from './kind.ts';

type GenderField = FieldOf<'gender', typeof CHOSEN>;

export const gender: Kind<GenderField, string> = {
  ...oneOf<GenderField>(() => GENDERS),
  type: 'gender',
  options: CHOSEN,
  ask: () => ({ as: 'radios', options: GENDERS }),
  onPaper: ({ label }) => choiceOnPaper(label, GENDERS),
  prefills: ['gender'],
};
