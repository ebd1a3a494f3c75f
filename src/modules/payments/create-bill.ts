// Asks for money: one bill for one thing, with the account frozen on it.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { paymentReference } from '../../rules/fees/payment-reference.ts';
import { money, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { Bill, BillLine, Payee } from './bill.ts';
import { BillFact, billStream } from './facts.ts';
import { findBill, insertBill, nextReferenceNumber } from './store.ts';

export interface BillInput {
  readonly kind: 'dossier-fee';
  readonly refId: string;
  /** Whole đồng; the sum of the lines. */
  readonly amount: number;
  readonly lines: readonly BillLine[];
  readonly payee: Pick<Payee, 'bin' | 'account' | 'holder'> & Partial<Payee>;
}

/**
 * Makes the bill of a thing, or gives the one that it has.
 * @returns refusal `bill.free` when nothing is due: a free thing has no bill
 * @throws RangeError when the amount is no whole number of đồng or not the sum of its lines
 */
export async function createBill(ctx: Ctx, input: BillInput): Promise<Result<Bill>> {
  const amount = money(input.amount);
  const sum = input.lines.reduce((total, line) => total + line.amount, 0);
  if (sum !== amount) throw new RangeError(`the lines of the bill sum up to ${sum}, not ${amount}`);
  if (amount === 0) return refuse({ code: 'bill.free', message: 'Hồ sơ này không phải nộp phí, lệ phí.' });
  const known = await findBill(ctx.tx, input.kind, input.refId);
  if (known) return ok(known);
  const bill = await newBill(ctx, input);
  if (!(await insertBill(ctx.tx, bill))) return ok((await findBill(ctx.tx, input.kind, input.refId)) as Bill);
  const data = { kind: bill.kind, refId: bill.refId, amount };
  ctx.announce({ stream: billStream(bill.id), name: BillFact.Created, data });
  return ok(bill);
}

async function newBill(ctx: Ctx, { kind, refId, amount, lines, payee }: BillInput): Promise<Bill> {
  const reference = paymentReference(await nextReferenceNumber(ctx.tx));
  return {
    id: newId(),
    kind,
    refId,
    reference,
    amount,
    lines,
    payee: { bankName: '', gateway: '', authority: '', ...payee },
    state: 'open',
    received: 0,
    createdAt: ctx.now,
    paidAt: null,
  };
}
