// The applicant takes back a dossier that nobody has accepted yet: at once, no paper.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { changeDossier } from './store.ts';

export async function withdraw(ctx: Ctx, request: ActRequest): Promise<Result<null>> {
  const judged = await judge(ctx, 'withdraw', request);
  if (!judged.ok) return judged;
  await changeDossier(ctx.tx, request.dossierId, { state: judged.value.to, finished_at: ctx.now });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Withdrawn });
  return ok(null);
}
