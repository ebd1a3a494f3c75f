// The specialist takes an accepted dossier from the desk.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop } from './parts-store.ts';
import { changeDossier } from './store.ts';

export async function take(ctx: Ctx, request: ActRequest): Promise<Result<null>> {
  const judged = await judge(ctx, 'take', request);
  if (!judged.ok) return judged;
  await changeDossier(ctx.tx, request.dossierId, {
    state: judged.value.to,
    holderId: ctx.actor.personId,
    heldSince: ctx.now,
  });
  await addHop(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    act: 'take',
    from: 'Bộ phận một cửa',
    to: ctx.actor.name,
  });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Taken });
  return ok(null);
}
