// An amount of money in whole đồng.
import { formatMoney, MONEY_WRITTEN } from '../../kernel/index.ts';
import type { FieldOf } from '../field.ts';
import { BOUNDS, wholeNumber } from '../parts/whole-number.ts';
import type { Kind } from './kind.ts';

export const money: Kind<FieldOf<'money', typeof BOUNDS>, number> = {
  ...wholeNumber(MONEY_WRITTEN, '100.000.000', formatMoney),
  type: 'money',
  options: BOUNDS,
  ask: () => ({ as: 'line', keyboard: 'numeric', room: 10, unit: 'đ' }),
  show: (value) => ({ '': formatMoney(value).replace(' đ', '') }),
  format: (value) => formatMoney(value),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: [],
};
