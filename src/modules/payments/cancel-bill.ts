// Ends a bill whose reason has gone: what comes for it later is kept apart, never lost.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { BillFact, billStream } from './facts.ts';
import { changeBill, findBill, lockBills } from './store.ts';

/** Cancels the open bill of a thing. @returns whether there was one; a paid bill stays paid (a refund is another act) */
export async function cancelBill(ctx: Ctx, of: { kind: string; refId: string }): Promise<Result<boolean>> {
  const known = await findBill(ctx.tx, of.kind, of.refId);
  const [bill] = known ? await lockBills(ctx.tx, [known.reference]) : [];
  if (bill?.state !== 'open') return ok(false);
  await changeBill(ctx.tx, bill.id, { state: 'cancelled' });
  const data = { kind: bill.kind, refId: bill.refId, received: bill.received };
  ctx.announce({ stream: billStream(bill.id), name: BillFact.Cancelled, data });
  return ok(true);
}
