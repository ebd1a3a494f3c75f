// An exemption forgives what is left of a bill, with the reason and the law that allows it (Luật Phí và lệ phí 97/2015/QH13, Điều 10).
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { ok, type Result, refuse, stopsShort, tidy, tidyLines } from '../../rules/kernel/index.ts';
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
  const reason = tidyLines(input.reason);
  const legalBasis = tidy(input.legalBasis);
  const [fault] = faultsIn({ reason, legalBasis });
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

/** Everything wrong with a reason and its legal basis, each at its box; what stands around them does not count. */
export function faultsIn(written: Pick<ExemptionInput, 'reason' | 'legalBasis'>): PaymentRefusal[] {
  const short = {
    reason: 'exemption-reason-missing',
    legalBasis: 'exemption-basis-missing',
  } as const;
  return (['reason', 'legalBasis'] as const).flatMap((field): PaymentRefusal[] => {
    const { length } = tidy(written[field]);
    if (length < SHORTEST) return [{ code: short[field], status: 422, field }];
    if (stopsShort(written[field])) return [{ code: 'exemption-unfinished', status: 422, field }];
    return length > LONGEST_REASON
      ? [{ code: 'exemption-too-long', params: { longest: LONGEST_REASON }, status: 422, field }]
      : [];
  });
}
