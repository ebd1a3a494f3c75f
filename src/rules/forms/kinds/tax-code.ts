// A tax code, or the personal number that took its place.
import type { FieldOf } from '../field.ts';
import { AGREES, paperNumber } from '../parts/paper-number.ts';
import type { Kind } from './kind.ts';

export const taxCode: Kind<FieldOf<'taxCode', typeof AGREES>, string> = {
  ...paperNumber('taxCode'),
  type: 'taxCode',
  options: AGREES,
  ask: () => ({ as: 'line', keyboard: 'numeric', room: 20, exact: true }),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: ['personalNumber'],
};
