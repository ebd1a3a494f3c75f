// Ends a bill whose reason has gone: what comes for it later is kept apart, never lost.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { type BillSubject, leftToPay } from './bill.ts';
import { BillFact, billStream } from './facts.ts';
import { lockBill, setCancelled } from './store.ts';

/** Cancels the open bill of a thing. @returns whether there was one; a settled bill stays as it is (a refund is another act) */
export async function cancelBill(ctx: Ctx, of: BillSubject): Promise<Result<boolean>> {
  const bill = await lockBill(ctx.tx, of);
  if (!bill || leftToPay(bill) === 0) return ok(false);
  await setCancelled(ctx.tx, bill.id, ctx.now);
  const data = { kind: bill.kind, refId: bill.refId, received: bill.received };
  ctx.announce({ stream: billStream(bill.id), name: BillFact.Cancelled, data });
  return ok(true);
}
