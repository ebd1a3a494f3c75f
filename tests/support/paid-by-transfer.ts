// Money that comes by the bank for a dossier, whatever its bill then makes of it.
import { billOf, billOnPortal, type PayeeOf } from '../../src/flows/dossier-bill.ts';
import { findDossier } from '../../src/modules/dossiers/index.ts';
import { billFor, receiveTransfer } from '../../src/modules/payments/index.ts';
import { act, SYSTEM } from '../../src/platform/act.ts';
import { newId } from '../../src/platform/crypto.ts';
import type { Db } from '../../src/platform/db.ts';

/** The bank says that so many đồng came for the bill of a dossier, which is made when there is none. @returns what was decided */
export async function paidByTransfer(
  { db, payeeOf, now }: { db: Db; payeeOf: PayeeOf; now: Temporal.Instant },
  dossierId: string,
  amount: number,
) {
  const billed = await billOfDossier({ db, payeeOf, now }, dossierId);
  const { reference, payee } = billed.transfer!;
  const transfer = {
    bank: 'sepay',
    transactionId: newId(),
    bankName: 'VCB',
    account: payee.account,
    amount,
    content: `MBVCB.${reference}.CT tu An`,
    at: now,
    direction: 'in',
  } as const;
  const taken = await receiveTransfer(db, now, { transfer, raw: '{}' });
  if (!taken.ok) throw new Error(taken.refusal.code);
  return taken.value.outcome;
}

async function billOfDossier(
  { db, payeeOf, now }: { db: Db; payeeOf: PayeeOf; now: Temporal.Instant },
  dossierId: string,
) {
  const known = await billFor(db, billOf(dossierId));
  if (known) return known;
  const dossier = (await findDossier(db, dossierId))!;
  const made = await act({ db, actor: SYSTEM, now }, (within) => billOnPortal(within, dossier, payeeOf));
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
