// The desk hands the result over. Late never blocks it; a fee due at return must be paid or taken at the counter first.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { ActRequest } from './judged.ts';
import { type Done, perform } from './perform.ts';
import { wrongAt } from './refusals.ts';

export interface Delivery extends ActRequest {
  /** The receiver's identity paper was seen; needed where the result is handed over in person (S-17). */
  identityChecked: boolean;
  /** The fee was taken at the counter just now. */
  feeTaken: boolean;
  note: string;
}

/** @returns refusals of `perform`, and at their boxes (422) `identity-unchecked`, `fee-due` */
export function deliver(ctx: Ctx, request: Delivery): Promise<Result<Done<null>>> {
  return perform(ctx, 'deliver', request, ({ returnChannel, moneyState }) => {
    if (returnChannel === 'counter' && !request.identityChecked)
      return refuse(wrongAt('identityChecked', { code: 'identity-unchecked' }));
    const takenNow = moneyState === 'due';
    if (takenNow && !request.feeTaken) return refuse(wrongAt('feeTaken', { code: 'fee-due' }));
    return ok({
      value: null,
      note: request.note,
      change: {
        deliveredAt: ctx.now,
        deliveryState: 'delivered',
        ...(takenNow && { moneyState: 'paid', moneyPaidAt: ctx.now }),
      },
      data: { channel: returnChannel, feeTakenAtCounter: takenNow },
    });
  });
}
