// The leader signs and releases: state 9, whose moment is the one scored. The result itself is made by the module results.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import type { LockedDossier } from './dossier.ts';
import type { ActRequest } from './judged.ts';
import { perform } from './perform.ts';

/**
 * @returns the dossier as it stood before, for the result to be made from; refusals of `perform`
 */
export async function finish(ctx: Ctx, request: ActRequest): Promise<Result<LockedDossier>> {
  const done = await perform(ctx, 'sign', request, () =>
    ok({ value: null, change: { deliveryState: 'ready' } }),
  );
  return done.ok ? ok(done.value.before) : done;
}
