// A country: a nationality, a place abroad.
import type { FieldOf } from '../field.ts';
import { COUNTRIES } from '../lists.ts';
import { LIMITED, oneOf } from '../parts/one-of.ts';
import type { Kind } from './kind.ts';

type CountryField = FieldOf<'country', typeof LIMITED>;

export const country: Kind<CountryField, string> = {
  ...oneOf<CountryField>(() => COUNTRIES),
  type: 'country',
  options: LIMITED,
  ask: () => ({ as: 'list', options: COUNTRIES }),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: [],
};
