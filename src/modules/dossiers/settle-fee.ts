// What a dossier knows of money is a mirror of its bill: written here alone, from what the receipts have come to.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { LockedDossier, Settlement } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import type { ActRequest } from './judged.ts';
import { type Done, perform } from './perform.ts';
import { NOT_FOUND } from './refusals.ts';
import { changeDossier, lockDossier, mirrorMoney } from './store.ts';

/** A receipt given at the desk, and what it has made of the bill. */
export interface SettledByReceipt<T> {
  readonly receipt: T;
  readonly settlement: Settlement;
  /** On the control sheet. */
  readonly note: string;
  readonly receiptId: string;
}

/**
 * The desk takes the fee, or writes down that it is waived: judged as every act, then `byReceipt` settles the bill.
 * @returns refusals of `perform` (`fee-settled`, `fee-asked-later`, `fee-nothing-asked`, 409), then those of `byReceipt`
 */
export async function settleAtDesk<T>(
  ctx: Ctx,
  act: 'takeFee' | 'exemptFee',
  request: ActRequest,
  byReceipt: (dossier: LockedDossier) => Promise<Result<SettledByReceipt<T>>>,
): Promise<Result<Done<T>>> {
  return perform(ctx, act, request, async (dossier) => {
    const settled = await byReceipt(dossier);
    if (!settled.ok) return settled;
    const { receipt, settlement, note, receiptId } = settled.value;
    await mirrorMoney(ctx.tx, dossier.id, settlement);
    return ok({ value: receipt, note, data: { receiptId } });
  });
}

/**
 * Receipts settled the dossier's bill somewhere else: by transfer. Run again it changes nothing.
 * @returns refusal `not-found` (404)
 */
export async function markSettled(
  ctx: Ctx,
  dossierId: string,
  settlement: Settlement,
): Promise<Result<null>> {
  const dossier = await lockDossier(ctx.tx, dossierId);
  if (!dossier) return refuse(NOT_FOUND);
  if (dossier.moneyState !== 'due') return ok(null);
  await mirrorMoney(ctx.tx, dossierId, settlement);
  // Whoever has the dossier open looks at what is owed no longer.
  await changeDossier(ctx.tx, dossierId, {});
  ctx.announce({ stream: streamOf(dossierId), name: DossierFact.FeePaid });
  return ok(null);
}
