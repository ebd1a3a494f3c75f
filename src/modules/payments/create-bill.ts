// Asks for money: one bill for one thing, with the account frozen on it where it can be paid by transfer.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { paymentReference } from '../../rules/fees/payment-reference.ts';
import { money, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { Bill, BillLine, BillSubject, Payee } from './bill.ts';
import { BillFact, billStream } from './facts.ts';
import type { PaymentRefusal } from './refusals.ts';
import { findBill, insertBill, nextReferenceNumber } from './store.ts';

export type BillPayee = Pick<Payee, 'bin' | 'account' | 'holder'> & Partial<Payee>;

export interface BillInput extends BillSubject {
  /** Whole đồng; the sum of the lines. */
  readonly amount: number;
  readonly lines: readonly BillLine[];
  /** The account that takes a transfer; null when it is paid at the counter only. */
  readonly payee: BillPayee | null;
}

/**
 * Makes the bill of a thing, or gives the one that it has.
 * @returns refusal `bill-free` (404) when nothing is due: a free thing has no bill
 * @throws RangeError when the amount is no whole number of đồng or not the sum of its lines
 */
export async function createBill(ctx: Ctx, input: BillInput): Promise<Result<Bill, PaymentRefusal>> {
  const amount = money(input.amount);
  const sum = input.lines.reduce((total, line) => total + line.amount, 0);
  if (sum !== amount) throw new RangeError(`the lines of the bill sum up to ${sum}, not ${amount}`);
  if (amount === 0) return refuse({ code: 'bill-free', status: 404 });
  const known = await findBill(ctx.tx, input);
  if (known) return ok(known);
  const bill = await newBill(ctx, input);
  if (!(await insertBill(ctx.tx, bill))) return ok((await findBill(ctx.tx, input)) as Bill);
  const data = { kind: bill.kind, refId: bill.refId, amount };
  ctx.announce({ stream: billStream(bill.id), name: BillFact.Created, data });
  return ok(bill);
}

async function newBill(ctx: Ctx, { kind, refId, amount, lines, payee }: BillInput): Promise<Bill> {
  const transfer = payee && {
    reference: paymentReference(await nextReferenceNumber(ctx.tx)),
    payee: { bankName: '', gateway: '', authority: '', ...payee },
  };
  return {
    id: newId(),
    kind,
    refId,
    amount,
    lines,
    transfer,
    state: 'due',
    received: 0,
    exempted: 0,
    createdAt: ctx.now,
    settledAt: null,
  };
}
