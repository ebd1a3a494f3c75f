// What a council decided, day by day: each resolution holds on its own days, between them the amount is open.
import { describe, expect, test } from 'vitest';
import { amountOn, type DecidedAmount, type FeeItem, quote, withDecidedAmounts } from './index.ts';

const decided = (amount: number, from: string, to: string | null = null): DecidedAmount => ({
  amount,
  basis: `NQ ${amount}`,
  from,
  to,
});
const open: FeeItem = { kind: 'fixed', name: 'Lệ phí', basis: 'TT', amount: null };

/** `70` decided, `?` open, `-` no fee of that name on that day. */
function on(day: string, own: readonly DecidedAmount[], item: FeeItem = open): string {
  const rule = withDecidedAmounts({ when: 'reception', items: [item] }, () => own);
  const date = Temporal.PlainDate.from(day);
  const { lines, undecided, when } = quote(rule, {}, { channel: 'online', date });
  if (when === 'free') return '-';
  return undecided ? '?' : String(lines.reduce((sum, line) => sum + line.amount, 0));
}

const TWO = [decided(90, '2026-07-01'), decided(70, '2025-07-01', '2026-01-01')];

describe('two resolutions with days between them', () => {
  test.each([
    ['2025-06-30', '?'],
    ['2025-07-01', '70'],
    ['2025-12-31', '70'],
    ['2026-01-01', '?'],
    ['2026-06-30', '?'],
    ['2026-07-01', '90'],
    ['2030-01-01', '90'],
  ])('%s: %s', (day, said) => {
    expect(on(day, TWO)).toBe(said);
    expect(amountOn(TWO, day)?.amount.toString() ?? '?').toBe(said);
  });
});

describe('a fee that has days of its own', () => {
  const dated: FeeItem = { ...open, validFrom: '2025-09-01', validTo: '2026-09-01' };
  test.each([
    ['2025-08-31', '-'],
    ['2025-09-01', '70'],
    ['2026-01-01', '?'],
    ['2026-08-31', '90'],
    ['2026-09-01', '-'],
  ])('%s: %s', (day, said) => expect(on(day, TWO, dated)).toBe(said));

  test('a resolution outside them is none', () => {
    const past = [decided(50, '2020-01-01', '2025-09-01'), decided(60, '2026-09-01')];
    for (const day of ['2025-09-01', '2026-08-31']) expect(on(day, past, dated)).toBe('?');
  });
});

test('what the agency counts itself, and what a circular fixed, no council’s amount replaces', () => {
  const counted: FeeItem = { ...open, openBecause: 'Tính theo số trang.' };
  const fixed: FeeItem = { ...open, amount: 20 };
  const perUnit: FeeItem = { kind: 'perUnit', name: 'Lệ phí', basis: 'TT', amount: null, count: 'n' };
  const rule = withDecidedAmounts({ when: 'return', items: [counted, fixed, perUnit] }, () => TWO);
  expect(rule.items.slice(0, 2)).toEqual([counted, fixed]);
  const { total } = quote(
    { ...rule, items: rule.items.slice(2) },
    { n: 3 },
    { channel: 'online', date: Temporal.PlainDate.from('2025-08-01') },
  );
  expect(total).toBe(210);
});
