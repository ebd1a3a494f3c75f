// The bill of a dossier: payments know only "a bill for {kind, id}", dossiers only their fee; here they meet.
import type { Dossier } from '../modules/dossiers/index.ts';
import {
  type Bill,
  BillFact,
  type BillPayee,
  type BillSubject,
  createBill,
} from '../modules/payments/index.ts';
import type { Ctx } from '../platform/act.ts';
import { feeAsked, payableAt } from '../rules/fees/index.ts';
import { dateOf, type Result, refuse } from '../rules/kernel/index.ts';
import type { FlowRefusal } from './refusals.ts';

/** The kind under which payments keep it. */
const DOSSIER_FEE = 'dossier-fee';

/** Whose bill it is, in the words of payments. */
export const billOf = (dossierId: string): BillSubject => ({ kind: DOSSIER_FEE, refId: dossierId });

/** The dossier that a fact of payments speaks of; null when the bill is for something else. */
export function dossierBilled({ kind, refId }: Readonly<Record<string, unknown>>): string | null {
  return kind === DOSSIER_FEE && typeof refId === 'string' ? refId : null;
}

const FEE = 'fee:';

/** The matter of notices about what a dossier costs. */
export const feeOf = (dossierId: string) => `${FEE}${dossierId}`;

/** The dossier whose cost a matter of notices is; null when it is something else. */
export const feeIn = (matter: string) => (matter.startsWith(FEE) ? matter.slice(FEE.length) : null);

/** Whether a notice of this fact asks for money that is not to be paid any more. */
export function asksInVain(fact: string, { state }: Bill): boolean {
  const asks = fact === BillFact.Created || fact === BillFact.PartPaid;
  return asks && state !== 'due' && state !== 'partly';
}

/** The account that takes an agency's fees on a day; undefined when it has none. */
export type PayeeOf = (agencyId: string, date: Temporal.PlainDate) => BillPayee | undefined;

export type BilledDossier = Pick<
  Dossier,
  'id' | 'agencyId' | 'state' | 'moneyState' | 'fee' | 'submitChannel'
>;

/**
 * The bill that a dossier's fee is paid by on the portal, made when there is none yet.
 * @returns refusals `fee-not-asked`, `fee-later`, `fee-at-counter` (404) when it is not to be paid there now,
 *   `bill-no-account` when its agency has no account
 */
export async function billOnPortal(
  ctx: Ctx,
  dossier: BilledDossier,
  payeeOf: PayeeOf,
): Promise<Result<Bill>> {
  if (!payableAt('portal', dossier)) return refuse(notThere(dossier));
  const payee = payeeOf(dossier.agencyId, dateOf(ctx.now));
  if (!payee) return refuse<FlowRefusal>({ code: 'bill-no-account' });
  return createBill(ctx, { ...asked(dossier), payee });
}

/** The bill that cash or an exemption stands against: the one it has, or one without an account. */
export function billAtCounter(ctx: Ctx, dossier: BilledDossier): Promise<Result<Bill>> {
  return createBill(ctx, { ...asked(dossier), payee: null });
}

function asked({ id, fee }: BilledDossier) {
  return { ...billOf(id), amount: fee.total, lines: fee.lines };
}

function notThere(dossier: BilledDossier): FlowRefusal {
  const fee = feeAsked(dossier);
  if (fee.asked === 'no') return { code: 'fee-not-asked', status: 404 };
  return { code: fee.asked === 'later' ? 'fee-later' : 'fee-at-counter', status: 404 };
}
