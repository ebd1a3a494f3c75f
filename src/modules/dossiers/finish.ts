// The leader signs and releases: state 9, whose moment is the one scored. The result itself is made by the module results, in the same transaction.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import type { LockedDossier } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop } from './parts-store.ts';
import { changeDossier } from './store.ts';

/** @returns the dossier as it stood before, for the result to be made from */
export async function finish(ctx: Ctx, request: ActRequest): Promise<Result<LockedDossier>> {
  const judged = await judge(ctx, 'sign', request);
  if (!judged.ok) return judged;
  await changeDossier(ctx.tx, request.dossierId, {
    state: judged.value.to,
    holderId: null,
    heldSince: ctx.now,
    finishedAt: ctx.now,
    deliveryState: 'ready',
  });
  await addHop(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    act: 'sign',
    from: ctx.actor.name,
    to: 'Bộ phận một cửa',
  });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Finished });
  return ok(judged.value.dossier);
}
