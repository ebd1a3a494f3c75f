// The specialist proposes the result; the leader signs it or sends it back.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse, tidyLines } from '../../rules/kernel/index.ts';
import type { ProposedResult } from './dossier.ts';
import type { ActRequest } from './judged.ts';
import { addProposal } from './parts-store.ts';
import { type Done, perform } from './perform.ts';
import { wrongAt } from './refusals.ts';

export interface ProposalRequest extends ActRequest {
  note: string;
  /** Template and values of the paper to be signed; the leader signs exactly these. */
  result: ProposedResult;
}

/** @returns refusals of `perform`, and `proposal-note-missing` (422) at `note` */
export function propose(ctx: Ctx, request: ProposalRequest): Promise<Result<Done<null>>> {
  return perform(ctx, 'propose', request, async ({ id }) => {
    const note = tidyLines(request.note);
    if (note === '') return refuse(wrongAt('note', { code: 'proposal-note-missing' }));
    await addProposal(ctx.tx, {
      dossierId: id,
      at: ctx.now,
      byId: ctx.actor.personId as string,
      byName: ctx.actor.name,
      note,
      result: request.result,
    });
    return ok({ value: null, note });
  });
}
