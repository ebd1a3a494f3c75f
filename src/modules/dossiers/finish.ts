// The leader signs and releases: state 9, whose moment is the one scored. Between the question whether he may and the release
// the result is made and signed, outside every transaction.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { LockedDossier } from './dossier.ts';
import { type ActRequest, judge } from './judged.ts';
import { perform } from './perform.ts';
import { CHANGED_MEANWHILE } from './refusals.ts';

/**
 * Whether this leader may sign what is proposed now, as he saw it. Changes nothing; the dossier stays locked till the act ends.
 * @returns the dossier with its open proposal; refusals of `judge`
 */
export async function openForSigning(ctx: Ctx, request: ActRequest): Promise<Result<LockedDossier>> {
  const judged = await judge(ctx, 'sign', request);
  return judged.ok ? ok(judged.value.dossier) : judged;
}

export interface Finishing {
  readonly dossierId: string;
  /** The proposal whose paper was signed; any other one open now is not what the leader saw. */
  readonly proposalId: string;
}

/**
 * Releases a dossier whose result is signed: the leader is judged again.
 * @returns refusals of `perform`, `changed` (409) when another proposal waits now
 */
export async function finish(ctx: Ctx, { dossierId, proposalId }: Finishing): Promise<Result<null>> {
  const done = await perform(ctx, 'sign', { dossierId }, ({ proposal }) =>
    proposal?.id === proposalId
      ? ok({ value: null, change: { deliveryState: 'ready' } })
      : refuse(CHANGED_MEANWHILE),
  );
  return done.ok ? ok(null) : done;
}
