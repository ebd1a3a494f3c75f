// The desk does not accept: Mẫu 03, with a reason a person can act on and its legal basis.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import type { Books } from './books.ts';
import type { Dossier } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { unfitToPrint } from './fit-to-print.ts';
import { type ActRequest, judge } from './judged.ts';
import type { Slip03Data } from './papers/index.ts';
import { addHop, addPaper } from './parts-store.ts';
import { slipCommon } from './slips.ts';
import { changeDossier } from './store.ts';

export interface IntakeRefusal extends ActRequest {
  reason: string;
  legalBasis: string;
  /** What the person can do instead; may be empty. */
  advice: string;
}

export const SHORTEST_REASON = 15;

export async function refuseIntake(
  ctx: Ctx,
  request: IntakeRefusal,
  books: Books,
): Promise<Result<{ paperId: string }>> {
  const judged = await judge(ctx, 'refuse', request);
  if (!judged.ok) return judged;
  const reason = tidy(request.reason);
  if (reason.length < SHORTEST_REASON)
    return refuse({
      code: 'reason-missing',
      status: 422,
      field: 'reason',
      message: 'Bạn phải ghi rõ lý do không tiếp nhận, để người dân hiểu và biết phải làm gì.',
    });
  const legalBasis = tidy(request.legalBasis);
  if (legalBasis === '')
    return refuse({
      code: 'basis-missing',
      status: 422,
      field: 'legalBasis',
      message: 'Bạn phải ghi căn cứ pháp lý, ví dụ: khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP.',
    });
  const unfit =
    unfitToPrint('reason', reason) ??
    unfitToPrint('legalBasis', legalBasis) ??
    unfitToPrint('advice', request.advice);
  if (unfit) return refuse(unfit);
  const { dossier, to } = judged.value;
  await changeDossier(ctx.tx, dossier.id, {
    state: to,
    finishedAt: ctx.now,
    holderId: null,
    heldSince: ctx.now,
  });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'refuse',
    from: ctx.actor.name,
    to: dossier.ownerName,
    note: reason,
  });
  const data = slip03({ reason, legalBasis, advice: request.advice }, dossier, books, ctx);
  const paperId = await addPaper(ctx.tx, dossier.id, '03', data, ctx.now);
  ctx.announce({ stream: streamOf(dossier.id), name: DossierFact.Refused });
  return ok({ paperId });
}

/** What Mẫu 03 says: the same for the preview and for the paper that is issued. */
export function slip03(
  { reason, legalBasis, advice }: Pick<IntakeRefusal, 'reason' | 'legalBasis' | 'advice'>,
  dossier: Dossier,
  books: Books,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
): Slip03Data {
  const procedure = books.procedure(dossier.procedureId);
  return {
    ...slipCommon(dossier, procedure, books.agency(dossier.agencyId), books, now),
    reason: tidy(reason),
    legalBasis: [tidy(legalBasis)],
    ...(tidy(advice) && { advice: tidy(advice) }),
    submitter: { name: dossier.ownerName, filedOnlineAt: dossier.submittedAt },
    receiver: { name: actor.name },
  };
}
