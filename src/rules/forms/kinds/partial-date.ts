// A date as far as it is known: whole, month and year, or the year alone.
import type { FieldOf } from '../field.ts';
import { DATED, dated } from '../parts/dated.ts';
import type { Kind } from './kind.ts';

export const partialDate: Kind<FieldOf<'partialDate', typeof DATED>, string> = {
  ...dated(true),
  type: 'partialDate',
  options: DATED,
  onPaper: ({ label }) => [{ kind: 'line', label: `${label} (nếu chỉ biết năm thì ghi năm)` }],
  share: 1,
  prefills: ['birthDate'],
};
