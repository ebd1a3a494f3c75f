// The specialist proposes the result; the leader signs it or sends it back.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import type { ProposedResult } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop, addProposal } from './parts-store.ts';
import { changeDossier } from './store.ts';

export interface Proposal extends ActRequest {
  note: string;
  /** Template and values of the paper to be signed; the leader signs exactly these. */
  result: ProposedResult;
}

export async function propose(ctx: Ctx, request: Proposal): Promise<Result<null>> {
  const judged = await judge(ctx, 'propose', request);
  if (!judged.ok) return judged;
  const note = tidy(request.note);
  if (note === '')
    return refuse({
      code: 'note-missing',
      status: 422,
      field: 'note',
      message: 'Bạn phải ghi ý kiến đề xuất: đã kiểm tra gì, đề nghị ký văn bản nào.',
    });
  await addProposal(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    byId: ctx.actor.personId as string,
    byName: ctx.actor.name,
    note,
    result: request.result,
  });
  await changeDossier(ctx.tx, request.dossierId, { heldSince: ctx.now });
  await addHop(ctx.tx, {
    dossierId: request.dossierId,
    at: ctx.now,
    act: 'propose',
    from: ctx.actor.name,
    to: 'Lãnh đạo',
    note,
  });
  ctx.announce({ stream: streamOf(request.dossierId), name: DossierFact.Proposed });
  return ok(null);
}
