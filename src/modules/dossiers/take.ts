// The specialist takes an accepted dossier from the desk.
import type { Ctx } from '../../platform/act.ts';
import type { Result } from '../../rules/kernel/index.ts';
import type { ActRequest } from './judged.ts';
import { type Done, performPlain } from './perform.ts';

/** Refused as every act (`perform`): 404 to a stranger, 403 without an examiner's seat, 409 in another state. */
export function take(ctx: Ctx, request: ActRequest): Promise<Result<Done<null>>> {
  return performPlain(ctx, 'take', request);
}
