// Cash at the counter: all that is left of a bill, from a named payer to a named official, with a number in the office's book.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { dateOf, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { type BillSubject, leftToPay } from './bill.ts';
import { announceReceipt } from './facts.ts';
import type { CashReceipt, Taker } from './receipt.ts';
import type { PaymentRefusal } from './refusals.ts';
import { insertReceipt, lockBill, nextReceiptNumber } from './store.ts';

export interface CashInput extends BillSubject {
  /** Who pays; need not be the person whose matter it is. */
  readonly payer: string;
  /** Whole đồng the clerk was shown and has in hand. */
  readonly amount: number;
  /** Whose book of receipts: the code of the office. */
  readonly book: string;
}

export const LONGEST_PAYER = 120;
/** Of a person or of an office: two letters at least. */
const NAME = /\p{L}.*\p{L}/u;

/**
 * Takes what is left of a bill in cash.
 * @returns the receipt, or a refusal: `payer-missing`, `payer-no-name`, `payer-too-long` (422), `bill-settled`, `bill-cancelled` (409),
 *   `cash-amount-differs` (422) when it is not what is left, perhaps because something came meanwhile
 * @throws Error when the thing has no bill, or nobody in person takes the cash
 */
export async function receiveCash(ctx: Ctx, input: CashInput): Promise<Result<CashReceipt, PaymentRefusal>> {
  const payer = tidy(input.payer);
  if (payer === '') return refuse({ code: 'payer-missing', status: 422, field: 'payer' });
  // A slip cannot be taken back: the money typed into this box would stay in the book for ever.
  if (!NAME.test(payer)) return refuse({ code: 'payer-no-name', status: 422, field: 'payer' });
  if (payer.length > LONGEST_PAYER)
    return refuse({
      code: 'payer-too-long',
      params: { longest: LONGEST_PAYER },
      status: 422,
      field: 'payer',
    });
  const bill = await lockBill(ctx.tx, input);
  if (!bill) throw new Error(`no bill for ${input.kind} ${input.refId}`);
  if (bill.state === 'cancelled') return refuse({ code: 'bill-cancelled' });
  const left = leftToPay(bill);
  if (left === 0) return refuse({ code: 'bill-settled' });
  if (left !== input.amount)
    return refuse({ code: 'cash-amount-differs', params: { left }, status: 422, field: 'amount' });
  const receipt: CashReceipt = {
    id: newId(),
    billId: bill.id,
    kind: 'cash',
    amount: left,
    at: ctx.now,
    slip: { number: await numberIn(ctx, input.book), payer, taker: takerOf(ctx) },
  };
  await insertReceipt(ctx.tx, receipt);
  announceReceipt(ctx, bill, receipt);
  return ok(receipt);
}

/** `PT-H05.001-2026-00017`: the book's 17th receipt of the year. */
async function numberIn(ctx: Ctx, book: string): Promise<string> {
  const { year } = dateOf(ctx.now);
  const serial = String(await nextReceiptNumber(ctx.tx, book, year)).padStart(5, '0');
  return `PT-${book}-${year}-${serial}`;
}

/** @throws Error when the actor is no person */
export function takerOf({ actor }: Ctx): Taker {
  if (actor.personId === null) throw new Error('a receipt names the official who gives it');
  return { personId: actor.personId, name: actor.name };
}
