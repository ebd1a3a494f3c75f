// The leader does not sign yet: back to the specialist, with the reason in writing.
import type { Ctx } from '../../platform/act.ts';
import type { Result } from '../../rules/kernel/index.ts';
import type { ActRequest } from './judged.ts';
import { returnProposal } from './parts-store.ts';
import { type Done, perform, reasonOf } from './perform.ts';

/**
 * @param request.why what the specialist is to change
 * @returns refusals of `perform`, and `reason-missing` (422) at `why`
 */
export function returnToExaminer(
  ctx: Ctx,
  request: ActRequest & { why: string },
): Promise<Result<Done<null>>> {
  return perform(ctx, 'returnToExaminer', request, async ({ proposal }) => {
    const reason = reasonOf('returnToExaminer', request.why);
    if (reason.ok && proposal) await returnProposal(ctx.tx, proposal.id, ctx.now, reason.value.note ?? '');
    return reason;
  });
}
