// The owner is told: what happened to the dossier, what its bill asks, that the money came. Run twice it tells once.
import { noticeView } from '../modules/dossiers/index.ts';
import { noticeOfBill, noticeOfDossier, queueMessage } from '../modules/notices/index.ts';
import { billFor } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { ok } from '../rules/kernel/index.ts';
import { billOf, dossierBilled } from './dossier-bill.ts';
import { idIn, keyOf, must, type Woken } from './woken.ts';

/** Of a fact of a dossier. @throws Error when there is no such dossier */
export async function tellOwner(woken: Woken, fact: RecordedFact): Promise<void> {
  const dossier = await noticeView(woken.db, idIn(fact));
  if (!dossier) throw new Error(`no dossier behind ${fact.stream}`);
  // The due moment as it was announced: by now it may have moved again.
  const due = typeof fact.data.due === 'string' ? Temporal.Instant.from(fact.data.due) : dossier.due;
  const text = noticeOfDossier(fact.name, { ...dossier, due });
  if (text) await queue(woken, fact, dossier.ownerPhone, text);
}

/** Of a bill made, paid or waived, if it is a dossier's. */
export async function tellOwnerOfBill(woken: Woken, fact: RecordedFact): Promise<void> {
  const id = dossierBilled(fact.data);
  if (id === null) return;
  const [dossier, bill] = await Promise.all([noticeView(woken.db, id), billFor(woken.db, billOf(id))]);
  if (!dossier || !bill) return;
  // A bill made at the counter is settled there and then: nobody is asked to pay it.
  if (fact.name === 'bill.created' && !bill.transfer) return;
  const text = noticeOfBill(fact.name, { ...dossier, amount: bill.amount });
  if (text) await queue(woken, fact, dossier.ownerPhone, text);
}

/** Owners who came to the counter may have no mobile number: they are told by letter or in person. */
async function queue(woken: Woken, fact: RecordedFact, phone: string, text: string): Promise<void> {
  const to = phone.replace(/^0(?=\d{9}$)/u, '+84');
  if (!/^\+84[35789]\d{8}$/u.test(to)) return;
  await must(woken, async (ctx) =>
    ok(await queueMessage(ctx, { key: keyOf(fact), kind: fact.name, to, text })),
  );
}
