// A fee paid at the counter the real way: Bình takes it in cash.
import { takeFee } from '../../src/flows/settle-bill.ts';
import type { Books } from '../../src/modules/dossiers/index.ts';
import { findPersonByNumber } from '../../src/modules/people/index.ts';
import { act } from '../../src/platform/act.ts';
import type { Db } from '../../src/platform/db.ts';

const BINH = '024188002345';

/** Takes the whole fee of a dossier of Bình's agency. @returns the receipt */
export async function paidInCash(
  { db, books, now }: { db: Db; books: Books; now: Temporal.Instant },
  dossierId: string,
  { payer, amount }: { payer: string; amount: number },
) {
  const binh = await findPersonByNumber(db, BINH);
  if (!binh) throw new Error('no demo person Bình');
  const actor = { kind: 'official', personId: binh.id, name: binh.fullName } as const;
  const taken = await act({ db, actor, now }, (ctx) => takeFee(ctx, { dossierId, payer, amount }, books));
  if (!taken.ok) throw new Error(taken.refusal.code);
  return taken.value;
}
