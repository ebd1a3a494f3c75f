// The bill of a dossier: payments know only "a bill for {kind, id}", dossiers only their fee; here they meet.
import type { Dossier } from '../modules/dossiers/index.ts';
import { type Bill, billFor, createBill, heldBeyond, type Payee } from '../modules/payments/index.ts';
import type { Ctx } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import { dateOf, type Result, refuse } from '../rules/kernel/index.ts';

/** The kind under which payments keep it; its `refId` is the dossier's id. */
export const DOSSIER_FEE = 'dossier-fee';

/** The account that takes an agency's fees on a day; undefined when it has none. */
export type PayeeOf = (agencyId: string, date: Temporal.PlainDate) => BillPayee | undefined;
export type BillPayee = Pick<Payee, 'bin' | 'account' | 'holder'> & Partial<Payee>;

export type BilledDossier = Pick<Dossier, 'id' | 'agencyId' | 'state' | 'moneyState' | 'fee'>;

/** States of domain.md §3.1 in which a fee may still be paid: not refused (3), withdrawn (7), stopped (8), delivered (10). */
const PAYABLE_STATES = new Set([1, 2, 4, 5, 6, 9]);

/** Whether the dossier asks for money that can be paid here. */
export function asksForMoney(dossier: BilledDossier): boolean {
  const { fee } = dossier;
  return dossier.moneyState === 'due' && fee.online && fee.total > 0 && PAYABLE_STATES.has(dossier.state);
}

/** Whole đồng that came for a dossier, on its bill (a part, all, or too much) or at the counter. */
export async function moneyHeld(db: Db, dossier: BilledDossier): Promise<number> {
  const { total } = dossier.fee;
  if (dossier.moneyState === 'none' || !total) return 0;
  const bill = await billFor(db, DOSSIER_FEE, dossier.id);
  const onBill = bill ? bill.received + (await heldBeyond(db, bill)) : 0;
  return onBill === 0 && dossier.moneyState === 'paid' ? total : onBill;
}

/**
 * Makes the bill of a dossier, or gives the one that it has.
 * @returns refusals `bill.free` (404) when it asks for no money, `bill.no-account` when its agency has no account
 */
export async function billDossier(ctx: Ctx, dossier: BilledDossier, payeeOf: PayeeOf): Promise<Result<Bill>> {
  if (!asksForMoney(dossier))
    return refuse({ code: 'bill.free', status: 404, message: 'Hồ sơ này không có khoản nào phải nộp.' });
  const payee = payeeOf(dossier.agencyId, dateOf(ctx.now));
  if (!payee)
    return refuse({
      code: 'bill.no-account',
      message:
        'Cơ quan này chưa có tài khoản thu phí trực tuyến. Hãy nộp tại bộ phận một cửa khi nộp hoặc nhận kết quả.',
    });
  const { lines, total } = dossier.fee;
  return createBill(ctx, { kind: DOSSIER_FEE, refId: dossier.id, amount: total, lines, payee });
}

/** The dossier whose bill a fact of payments speaks of; null when it is something else's. */
export function dossierBilled(data: Readonly<Record<string, unknown>>): string | null {
  return data.kind === DOSSIER_FEE && typeof data.refId === 'string' ? data.refId : null;
}
