// The desk hands the result over. Late never blocks it; a fee due at return must be paid or taken at the counter first.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop } from './parts-store.ts';
import { changeDossier } from './store.ts';

export interface Delivery extends ActRequest {
  /** The receiver's identity paper was seen; needed where the result is handed over in person (S-17). */
  identityChecked: boolean;
  /** The fee was taken at the counter just now. */
  feeTaken: boolean;
  note: string;
}

export async function deliver(ctx: Ctx, request: Delivery): Promise<Result<null>> {
  const judged = await judge(ctx, 'deliver', request);
  if (!judged.ok) return judged;
  const { dossier, to } = judged.value;
  if (dossier.returnChannel === 'counter' && !request.identityChecked)
    return refuse({
      code: 'identity-unchecked',
      status: 422,
      field: 'identityChecked',
      message: 'Bạn phải kiểm tra giấy tờ tùy thân của người nhận rồi đánh dấu vào ô này.',
    });
  if (dossier.moneyState === 'due' && !request.feeTaken)
    return refuse({
      code: 'fee-due',
      status: 422,
      field: 'feeTaken',
      message: 'Phí, lệ phí chưa được nộp. Hãy thu tại quầy rồi đánh dấu vào ô này.',
    });
  const paid = dossier.moneyState === 'due' ? 'paid' : dossier.moneyState;
  await changeDossier(ctx.tx, request.dossierId, {
    state: to,
    deliveredAt: ctx.now,
    deliveryState: 'delivered',
    moneyState: paid,
    ...(paid !== dossier.moneyState && { moneyPaidAt: ctx.now }),
    heldSince: ctx.now,
  });
  await addHop(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    act: 'deliver',
    from: ctx.actor.name,
    to: dossier.ownerName,
    note: request.note,
  });
  ctx.announce({
    stream: streamOf(request.dossierId),
    name: DossierFact.Delivered,
    data: { channel: dossier.returnChannel, feeTakenAtCounter: paid !== dossier.moneyState },
  });
  return ok(null);
}
