// What the official at the counter wrote: who pays, and how much is in hand.
import { z } from 'zod';
import { type Refusal, readMoney } from '../../../rules/kernel/index.ts';

const text = z.string().catch('');
const input = z.object({ payer: text, amount: text }).catch({ payer: '', amount: '' });

export type CashTyped = z.infer<typeof input>;

export function readCash(body: unknown): CashTyped {
  return input.parse(body ?? {});
}

/** Whole đồng in hand. */
export function amountOf({ amount }: CashTyped): number {
  return readMoney(amount) ?? Number.NaN;
}

/** An amount that is no number; who pays and whether it is the right amount the act itself asks. */
export function unreadableIn(typed: CashTyped): Refusal[] {
  if (!Number.isNaN(amountOf(typed))) return [];
  return [{ code: 'cash-amount-unreadable', status: 422, field: 'amount' }];
}
