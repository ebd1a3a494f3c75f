// The leader does not sign yet: back to the specialist, with the reason in writing.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop, returnProposal } from './parts-store.ts';
import { changeDossier } from './store.ts';

export async function returnToExaminer(
  ctx: Ctx,
  request: ActRequest & { why: string },
): Promise<Result<null>> {
  const judged = await judge(ctx, 'returnToExaminer', request);
  if (!judged.ok) return judged;
  const why = tidy(request.why);
  if (why === '')
    return refuse({
      code: 'reason-missing',
      status: 422,
      field: 'why',
      message: 'Bạn phải ghi lý do trả lại để công chức thụ lý biết cần sửa gì.',
    });
  const proposal = judged.value.dossier.proposal!;
  await returnProposal(ctx.tx, proposal.id, ctx.now, why);
  await changeDossier(ctx.tx, request.dossierId, { heldSince: ctx.now });
  await addHop(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    act: 'return',
    from: ctx.actor.name,
    to: proposal.byName,
    note: why,
  });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Returned });
  return ok(null);
}
