// Bills that follow from facts: made when a fee may be asked, closed when it is asked no longer.
import { findDossier } from '../modules/dossiers/index.ts';
import { cancelBill } from '../modules/payments/index.ts';
import { act, type RecordedFact, SYSTEM } from '../platform/act.ts';
import { payableAt } from '../rules/fees/index.ts';
import { billOf, billOnPortal, type PayeeOf } from './dossier-bill.ts';
import { idIn, must, type Woken } from './woken.ts';

/** Makes the bill of a dossier whose fee is paid on the portal now; an agency without an account takes it at its desk. */
export async function askForFee(woken: Woken & { payeeOf: PayeeOf }, fact: RecordedFact): Promise<void> {
  // It was sent as free of charge: nothing is asked, and nothing need be read.
  if (fact.data.fee === 0) return;
  const dossier = await findDossier(woken.db, idIn(fact));
  if (!dossier || !payableAt('portal', dossier)) return;
  const { db, clock, payeeOf } = woken;
  const billed = await act({ db, actor: SYSTEM, now: clock.now() }, (ctx) =>
    billOnPortal(ctx, dossier, payeeOf),
  );
  // Without an account the fee is paid at the desk: nothing to try again for.
  if (!billed.ok && billed.refusal.code !== 'bill-no-account') throw new Error(billed.refusal.code);
}

/** The dossier has ended: nobody is asked to pay it any more. */
export function closeBill(woken: Woken, fact: RecordedFact): Promise<void> {
  return must(woken, (ctx) => cancelBill(ctx, billOf(idIn(fact))));
}
