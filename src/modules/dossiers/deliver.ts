// The desk hands the result over. Late never blocks it; what is owed for it must be paid or waived first.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { ActRequest } from './judged.ts';
import { type Done, perform } from './perform.ts';
import { wrongAt } from './refusals.ts';

export interface Delivery extends ActRequest {
  /** The receiver's identity paper was seen; needed where the result is handed over in person (S-17). */
  identityChecked: boolean;
  note: string;
}

/** @returns refusals of `perform` (`fee-due-before-result`, 409, while its fee is owed), and at its box `identity-unchecked` (422) */
export function deliver(ctx: Ctx, request: Delivery): Promise<Result<Done<null>>> {
  return perform(ctx, 'deliver', request, ({ returnChannel }) => {
    if (returnChannel === 'counter' && !request.identityChecked)
      return refuse(wrongAt('identityChecked', { code: 'identity-unchecked' }));
    return ok({
      value: null,
      note: request.note,
      change: { deliveredAt: ctx.now, deliveryState: 'delivered' },
      data: { channel: returnChannel },
    });
  });
}
