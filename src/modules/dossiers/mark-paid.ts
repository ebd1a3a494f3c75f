// The money track moves on the bank's word alone, never on a browser's.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { NOT_FOUND } from './refusals.ts';
import { changeDossier, lockDossier } from './store.ts';

/** Run again it changes nothing. */
export async function markPaid(ctx: Ctx, dossierId: string): Promise<Result<null>> {
  const dossier = await lockDossier(ctx.tx, dossierId);
  if (!dossier) return refuse(NOT_FOUND);
  if (dossier.moneyState !== 'due') return ok(null);
  await changeDossier(ctx.tx, dossierId, { moneyState: 'paid', moneyPaidAt: ctx.now });
  ctx.announce({ stream: streamOf(dossierId), name: DossierFact.FeePaid });
  return ok(null);
}
