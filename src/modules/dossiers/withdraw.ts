// The applicant takes back a dossier that nobody has accepted yet: at once, no paper (NĐ 118/2025, Điều 18).
import type { Ctx } from '../../platform/act.ts';
import type { Result } from '../../rules/kernel/index.ts';
import type { ActRequest } from './judged.ts';
import { type Done, performPlain } from './perform.ts';
import { takeWithdrawal } from './quotas.ts';

/** Refused as every act (`perform`): 404 to a stranger, 403 to a helper, 409 once it was accepted; and `quota-withdrawals` (429). */
export async function withdraw(ctx: Ctx, request: ActRequest): Promise<Result<Done<null>>> {
  const done = await performPlain(ctx, 'withdraw', request);
  if (!done.ok || ctx.actor.personId === null) return done;
  const counted = await takeWithdrawal(ctx.tx, ctx.actor.personId, ctx.now);
  return counted.ok ? done : counted;
}
