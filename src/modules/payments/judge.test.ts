// The table of what becomes of a transfer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BillState, billState, leftToPay } from './bill.ts';
import { type JudgedBill, judge } from './judge.ts';

const payee = {
  bin: '970436',
  account: '1022663140',
  holder: 'UBND',
  bankName: '',
  gateway: '',
  authority: '',
};
const bill = (state: BillState, received = 0, gateway = ''): JudgedBill => ({
  amount: 15_000,
  received,
  state,
  transfer: { payee: { ...payee, gateway } },
});
const sent = { direction: 'in', account: '1022663140', bankName: 'Vietcombank', amount: 15_000 } as const;

test.each([
  ['the whole amount', sent, bill('due'), 'settled', 15_000, 0],
  ['the rest after a part', { ...sent, amount: 5_000 }, bill('partly', 10_000), 'settled', 5_000, 0],
  ['a part', { ...sent, amount: 14_999 }, bill('due'), 'short', 14_999, 0],
  ['a second part that is still too little', { ...sent, amount: 1 }, bill('partly', 10_000), 'short', 1, 0],
  ['too much', { ...sent, amount: 20_000 }, bill('due'), 'over', 15_000, 5_000],
  ['too much as the rest', { ...sent, amount: 15_000 }, bill('partly', 10_000), 'over', 5_000, 10_000],
  ['another transfer after payment', sent, bill('paid', 15_000), 'paid-twice', 0, 0],
  ['a transfer after cancellation', sent, bill('cancelled'), 'late', 0, 0],
  ['a transfer after an exemption', sent, bill('exempt'), 'late', 0, 0],
  ['the rest when a part was exempted', sent, bill('exempt', 5_000), 'late', 0, 0],
  ['another account', { ...sent, account: '999' }, bill('due'), 'wrong-account', 0, 0],
  ['another account for a paid bill', { ...sent, account: '999' }, bill('paid'), 'wrong-account', 0, 0],
  [
    'the account written with spaces',
    { ...sent, account: '1022 663 140' },
    bill('due'),
    'settled',
    15_000,
    0,
  ],
  ['another bank', sent, bill('due', 0, 'BIDV'), 'wrong-account', 0, 0],
  ['the right bank in other letters', sent, bill('due', 0, 'VIETCOMBANK'), 'settled', 15_000, 0],
  ['no bill', sent, null, 'unknown-reference', 0, 0],
  ['money that left', { ...sent, direction: 'out' }, bill('due'), 'outgoing', 0, 0],
  ['money that left, naming nothing', { ...sent, direction: 'out' }, null, 'outgoing', 0, 0],
] as const)('%s', (_what, transfer, to, outcome, counts, surplus) => {
  expect(judge(transfer, to)).toEqual({ outcome, counts, surplus });
});

test('whatever parts come in whatever order, the bill never receives more than it asks and no đồng is lost', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(parts, (amounts) => {
      let received = 0;
      let aside = 0;
      for (const amount of amounts) {
        const state = billState({ amount: 15_000, received, exempted: 0, cancelled: false });
        const { counts, surplus, outcome } = judge({ ...sent, amount }, bill(state, received));
        received += counts;
        aside += outcome === 'paid-twice' ? amount : surplus;
      }
      expect(received).toBeLessThanOrEqual(15_000);
      expect(received + aside).toBe(amounts.reduce((a, b) => a + b, 0));
    }),
  );
});

test.each([
  ['nothing has come', 0, 0, false, 'due', 15_000],
  ['a part has come', 1, 0, false, 'partly', 14_999],
  ['all has come', 15_000, 0, false, 'paid', 0],
  ['all is forgiven', 0, 15_000, false, 'exempt', 0],
  ['a part has come, the rest is forgiven', 5_000, 10_000, false, 'exempt', 0],
  ['nothing had come when its reason went', 0, 0, true, 'cancelled', 0],
  ['a part had come when its reason went', 5_000, 0, true, 'cancelled', 0],
] as const)('a bill follows from its receipts: %s', (_what, received, exempted, cancelled, state, left) => {
  const sums = { amount: 15_000, received, exempted, cancelled };
  expect(billState(sums)).toBe(state);
  expect(leftToPay({ ...sums, state })).toBe(left);
});
