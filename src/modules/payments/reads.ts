// What pages and banks ask about bills.
import type { Db, Tx } from '../../platform/db.ts';
import { encodeVietQr } from '../../rules/fees/vietqr.ts';
import { type Bill, type BillState, type BillSubject, leftToPay } from './bill.ts';
import type { Outcome } from './judge.ts';
import { findHeld, findSuspended } from './notice-store.ts';
import type { BillAnswer } from './ports.ts';
import type { Receipt } from './receipt.ts';
import { findBill, findBillByReference, findReceipts } from './store.ts';

/** The bill of a thing; null when it has none. */
export function billFor(db: Db | Tx, of: BillSubject): Promise<Bill | null> {
  return findBill(db, of);
}

/** What moved the money of a thing, oldest first. */
export function receiptsFor(db: Db | Tx, of: BillSubject): Promise<Receipt[]> {
  return findReceipts(db, of);
}

/** The VietQR payload that pays what is left; null when nothing is, or when it is paid at the counter only. */
export function payloadOf(bill: Bill): string | null {
  const amount = leftToPay(bill);
  if (amount === 0 || !bill.transfer) return null;
  const { reference, payee } = bill.transfer;
  return encodeVietQr({ bin: payee.bin, account: payee.account, amount, purpose: reference });
}

/** A bill's state in the words of the bank's wire: what is forgiven is not to be paid, as what is cancelled. */
const ON_THE_WIRE: Readonly<Record<BillState, BillAnswer['status']>> = {
  due: 'open',
  partly: 'open',
  paid: 'paid',
  exempt: 'cancelled',
  cancelled: 'cancelled',
};

/** What a bank is told that asks about a reference. @returns null when no bill has it */
export async function answerInquiry(db: Db, reference: string): Promise<BillAnswer | null> {
  const bill = await findBillByReference(db, reference);
  if (!bill?.transfer) return null;
  const { bin, account, holder } = bill.transfer.payee;
  return {
    ref: reference,
    amount: leftToPay(bill) || bill.amount,
    bin,
    account,
    holder,
    purpose: reference,
    status: ON_THE_WIRE[bill.state],
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

/** A transfer of which whole đồng came beyond what its bill asks: too much, twice, or after it was cancelled. */
export interface Held {
  readonly noticeId: string;
  /** Whole đồng to be given back. */
  readonly amount: number;
  /** When the bank moved it. */
  readonly at: Temporal.Instant;
  /** What the payer wrote, with whatever the banks put around it. */
  readonly content: string;
}

/** The transfers whose money, or a part of it, is to be given back; oldest first. */
export async function heldFor(db: Db | Tx, of: BillSubject): Promise<Held[]> {
  const rows = await findHeld(db, of);
  return rows.map(({ id, amount, at, content }) => ({ noticeId: id, amount: Number(amount), at, content }));
}

/** Whole đồng that came for a thing beyond what its bill asks. To be given back. */
export async function heldBeyond(db: Db | Tx, of: BillSubject): Promise<number> {
  return sumOf(await heldFor(db, of));
}

/** Whole đồng together. */
export function sumOf(held: readonly Pick<Held, 'amount'>[]): number {
  return held.reduce((sum, { amount }) => sum + amount, 0);
}
