// The desk does not accept: Mẫu 03, with a reason a person can act on and its legal basis.
import type { Ctx } from '../../platform/act.ts';
import { dateOf, ok, type Result, refuse, tidy, tidyLines } from '../../rules/kernel/index.ts';
import type { Books } from './books.ts';
import type { Dossier } from './dossier.ts';
import { unfitToSend } from './fit-to-print.ts';
import type { ActRequest } from './judged.ts';
import type { Slip03Data } from './papers/index.ts';
import { perform } from './perform.ts';
import { wrongAt } from './refusals.ts';
import { slipCommon, submitterOn } from './slips.ts';

export interface IntakeRefusal extends ActRequest {
  reason: string;
  legalBasis: string;
  /** What the person can do instead; may be empty. */
  advice: string;
}

export const SHORTEST_REASON = 15;

/**
 * @returns the slip's id; refusals of `perform`, and at their boxes (422) `refusal-reason-missing`, `refusal-basis-missing`,
 *   `unprintable`
 */
export async function refuseIntake(
  ctx: Ctx,
  request: IntakeRefusal,
  books: Books,
): Promise<Result<{ paperId: string }>> {
  const done = await perform(ctx, 'refuseIntake', request, (dossier) => {
    const reason = tidyLines(request.reason);
    if (reason.length < SHORTEST_REASON) return refuse(wrongAt('reason', { code: 'refusal-reason-missing' }));
    const legalBasis = tidy(request.legalBasis);
    if (legalBasis === '') return refuse(wrongAt('legalBasis', { code: 'refusal-basis-missing' }));
    const unfit =
      unfitToSend('reason', reason) ??
      unfitToSend('legalBasis', legalBasis) ??
      unfitToSend('advice', request.advice);
    if (unfit) return refuse(unfit);
    const slip = slip03({ reason, legalBasis, advice: request.advice }, dossier, books, ctx);
    return ok({ value: null, note: reason, slip });
  });
  return done.ok ? ok({ paperId: done.value.paperId ?? '' }) : done;
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
    ...slipCommon(dossier, procedure, books.agency(dossier.agencyId, dateOf(now)), books, now),
    reason: tidyLines(reason),
    legalBasis: [tidy(legalBasis)],
    ...(tidyLines(advice) && { advice: tidyLines(advice) }),
    submitter: submitterOn(dossier),
    receiver: { name: actor.name },
  };
}
