// The applicant takes back a dossier that nobody has accepted yet: at once, no paper.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop } from './parts-store.ts';
import { changeDossier } from './store.ts';

export async function withdraw(ctx: Ctx, request: ActRequest): Promise<Result<null>> {
  const judged = await judge(ctx, 'withdraw', request);
  if (!judged.ok) return judged;
  const { dossier, to } = judged.value;
  await changeDossier(ctx.tx, request.dossierId, { state: to, finishedAt: ctx.now });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'withdraw',
    from: dossier.ownerName,
    to: 'Bộ phận một cửa',
  });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Withdrawn });
  return ok(null);
}
