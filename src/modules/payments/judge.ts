// What becomes of a transfer: one table, from the first line that holds.
import { type Bill, leftToPay, type Payee } from './bill.ts';
import type { BankTransfer } from './ports.ts';

/**
 * - `settled`: the bill is paid to the đồng, perhaps by this last part.
 * - `short`: less than is due; it counts, the bill stays open for the rest.
 * - `over`: the bill is paid and something is left over.
 * - `paid-twice`: another transfer for a bill that was paid, be it by transfer or in cash.
 * - `late`: for a bill that asks for nothing any more: cancelled, or exempt.
 * - `wrong-account`: it names a bill, but the money went to another account or bank.
 * - `unknown-reference`: it names no bill, or several.
 * - `outgoing`: money that left; not ours to match.
 */
export type Outcome =
  | 'settled'
  | 'short'
  | 'over'
  | 'paid-twice'
  | 'late'
  | 'wrong-account'
  | 'unknown-reference'
  | 'outgoing';

export interface Judgement {
  readonly outcome: Outcome;
  /** Whole đồng that count for the bill now. */
  readonly counts: number;
  /** Whole đồng beyond the bill, of `over`. */
  readonly surplus: number;
}

export type JudgedTransfer = Pick<BankTransfer, 'direction' | 'account' | 'bankName' | 'amount'>;
export type JudgedBill = Pick<Bill, 'amount' | 'received' | 'state'> & {
  readonly transfer: { readonly payee: Payee };
};

/** Judges a transfer against the bill that its text names. @param bill null when it names none, or several */
export function judge(transfer: JudgedTransfer, bill: JudgedBill | null): Judgement {
  if (transfer.direction === 'out') return aside('outgoing');
  if (!bill) return aside('unknown-reference');
  if (!reachedPayee(transfer, bill.transfer.payee)) return aside('wrong-account');
  if (bill.state === 'cancelled' || bill.state === 'exempt') return aside('late');
  if (bill.state === 'paid') return aside('paid-twice');
  const surplus = transfer.amount - leftToPay(bill);
  if (surplus < 0) return { outcome: 'short', counts: transfer.amount, surplus: 0 };
  return { outcome: surplus === 0 ? 'settled' : 'over', counts: transfer.amount - surplus, surplus };
}

const aside = (outcome: Outcome): Judgement => ({ outcome, counts: 0, surplus: 0 });

const bare = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');

function reachedPayee(transfer: JudgedTransfer, payee: Payee): boolean {
  if (bare(transfer.account) !== bare(payee.account)) return false;
  return payee.gateway === '' || bare(transfer.bankName) === bare(payee.gateway);
}
