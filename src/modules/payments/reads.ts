// What pages and banks ask about bills.
import type { Db, Tx } from '../../platform/db.ts';
import { encodeVietQr } from '../../rules/fees/vietqr.ts';
import type { Bill } from './bill.ts';
import type { Outcome } from './judge.ts';
import type { BillAnswer } from './ports.ts';
import { findBill, findBillByReference, findSuspended, sumHeld } from './store.ts';

/** The bill of a thing; null when it has none. */
export function billFor(db: Db | Tx, kind: string, refId: string): Promise<Bill | null> {
  return findBill(db, kind, refId);
}

/** Whole đồng still to pay; 0 unless the bill is open. */
export function leftToPay(bill: Bill): number {
  return bill.state === 'open' ? bill.amount - bill.received : 0;
}

/** The VietQR payload that pays what is left; null when nothing is. */
export function payloadOf(bill: Bill): string | null {
  const amount = leftToPay(bill);
  if (amount === 0) return null;
  return encodeVietQr({ bin: bill.payee.bin, account: bill.payee.account, amount, purpose: bill.reference });
}

/** What a bank is told that asks about a reference. @returns null when no bill has it */
export async function answerInquiry(db: Db, reference: string): Promise<BillAnswer | null> {
  const bill = await findBillByReference(db, reference);
  if (!bill) return null;
  const { bin, account, holder } = bill.payee;
  return {
    ref: bill.reference,
    amount: leftToPay(bill) || bill.amount,
    bin,
    account,
    holder,
    purpose: bill.reference,
    status: bill.state,
  };
}

/** Money that came and settles nothing: a person must match it or give it back. */
export interface Suspended {
  readonly noticeId: string;
  readonly bank: string;
  readonly transactionId: string;
  readonly outcome: Outcome;
  /** Whole đồng; of `over` only what is too much. */
  readonly amount: number;
  readonly account: string;
  readonly content: string;
  readonly at: Temporal.Instant;
  /** Of the bill that it named; null when it named none. */
  readonly reference: string | null;
}

/** Everything in suspense, in the order of arrival. `short` is here only when its bill was cancelled since. */
export async function listSuspense(db: Db): Promise<Suspended[]> {
  const rows = await findSuspended(db);
  return rows.map((row) => ({
    noticeId: row.id,
    bank: row.bank,
    transactionId: row.transaction_id,
    outcome: row.outcome as Outcome,
    amount: Number(row.amount),
    account: row.account,
    content: row.content,
    at: row.at,
    reference: row.reference,
  }));
}

/** Whole đồng that came for a bill beyond what it asks: too much, twice, or after it was cancelled. To be given back. */
export function heldBeyond(db: Db, bill: Bill): Promise<number> {
  return sumHeld(db, bill.id);
}
