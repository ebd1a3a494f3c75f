// An amount of money in whole đồng.
import { formatMoney } from '../../kernel/index.ts';
import type { FieldOf } from '../field.ts';
import { BOUNDS, wholeNumber } from '../parts/whole-number.ts';
import type { Kind } from './kind.ts';

const TYPED = /^(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(?:đ|đồng|vnđ|vnd)?\.?$/iu;

export const money: Kind<FieldOf<'money', typeof BOUNDS>, number> = {
  ...wholeNumber(TYPED, '100.000.000', formatMoney),
  type: 'money',
  options: BOUNDS,
  ask: () => ({ as: 'line', keyboard: 'numeric', room: 10, unit: 'đ' }),
  show: (value) => ({ '': formatMoney(value).replace(' đ', '') }),
  format: (value) => formatMoney(value),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: [],
};
