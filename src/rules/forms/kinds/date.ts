// A whole date.
import type { FieldOf } from '../field.ts';
import { DATED, dated } from '../parts/dated.ts';
import type { Kind } from './kind.ts';

export const date: Kind<FieldOf<'date', typeof DATED>, string> = {
  ...dated(false),
  type: 'date',
  options: DATED,
  onPaper: ({ label }) => [{ kind: 'figures', label, groups: [2, 2, 4] }],
  share: 1.2,
  prefills: ['birthDate'],
};
