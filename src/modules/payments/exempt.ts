// An exemption forgives what is left of a bill, with the reason and the law that allows it (Luật Phí và lệ phí 97/2015/QH13, Điều 10).
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { type BillSubject, leftToPay } from './bill.ts';
import { announceReceipt } from './facts.ts';
import type { ExemptionReceipt } from './receipt.ts';
import { takerOf } from './receive-cash.ts';
import type { PaymentRefusal } from './refusals.ts';
import { insertReceipt, lockBill } from './store.ts';

export interface ExemptionInput extends BillSubject {
  /** In words that the person and an auditor understand. */
  readonly reason: string;
  readonly legalBasis: string;
}

export const LONGEST_REASON = 500;
const SHORTEST = 5;

/**
 * Forgives what is left; what had been paid stays paid, giving it back is another act.
 * @returns the receipt, or a refusal: `exemption-reason-missing`, `exemption-basis-missing`, `exemption-too-long` (422),
 *   `bill-settled`, `bill-cancelled` (409)
 * @throws Error when the thing has no bill, or nobody in person grants it
 */
export async function exempt(
  ctx: Ctx,
  input: ExemptionInput,
): Promise<Result<ExemptionReceipt, PaymentRefusal>> {
  const reason = tidy(input.reason);
  const legalBasis = tidy(input.legalBasis);
  const fault = faultIn(reason, legalBasis);
  if (fault) return refuse(fault);
  const bill = await lockBill(ctx.tx, input);
  if (!bill) throw new Error(`no bill for ${input.kind} ${input.refId}`);
  if (bill.state === 'cancelled') return refuse({ code: 'bill-cancelled' });
  const left = leftToPay(bill);
  if (left === 0) return refuse({ code: 'bill-settled' });
  const receipt: ExemptionReceipt = {
    id: newId(),
    billId: bill.id,
    kind: 'exemption',
    amount: left,
    at: ctx.now,
    reason,
    legalBasis,
    by: takerOf(ctx),
  };
  await insertReceipt(ctx.tx, receipt);
  announceReceipt(ctx, bill, receipt);
  return ok(receipt);
}

function faultIn(reason: string, legalBasis: string): PaymentRefusal | undefined {
  if (reason.length < SHORTEST) return { code: 'exemption-reason-missing', status: 422, field: 'reason' };
  if (legalBasis.length < SHORTEST)
    return { code: 'exemption-basis-missing', status: 422, field: 'legalBasis' };
  for (const [field, text] of Object.entries({ reason, legalBasis }))
    if (text.length > LONGEST_REASON)
      return { code: 'exemption-too-long', params: { longest: LONGEST_REASON }, status: 422, field };
  return undefined;
}
