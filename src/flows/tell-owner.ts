// The owner is told: what happened to the dossier, what its bill asks, that the money came. Run twice it tells once.
import { DossierFact, type NoticeView, noticeView } from '../modules/dossiers/index.ts';
import {
  type Channel,
  type Letter,
  letterOfBill,
  letterOfDossier,
  type News,
  noticeOfBill,
  noticeOfDossier,
  queueMessage,
  type ShortNotice,
  waysTo,
} from '../modules/notices/index.ts';
import { billFor } from '../modules/payments/index.ts';
import { findPerson } from '../modules/people/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { dateOf, ok } from '../rules/kernel/index.ts';
import { ACT_NAMES, recordOf } from '../rules/lifecycle/index.ts';
import { asksInVain, billOf, dossierBilled, feeOf } from './dossier-bill.ts';
import { idIn, keyOf, must, type Woken } from './woken.ts';

/** What the worker hands on besides: the channels it has. */
export type Telling = Woken & { readonly channels: readonly Channel[] };

/** Of a fact of a dossier. @throws Error when there is no such dossier */
export async function tellOwner(woken: Telling, fact: RecordedFact): Promise<void> {
  const dossier = await noticeView(woken.db, idIn(fact), dateOf(woken.clock.now()));
  if (!dossier) throw new Error(`no dossier behind ${fact.stream}`);
  // The due moment as it was announced: by now it may have moved again.
  const due = typeof fact.data.due === 'string' ? Temporal.Instant.from(fact.data.due) : dossier.due;
  const about = { ...dossier, due };
  // What owners do themselves they know: many such confirmations at once become one.
  const crowd = isOwnDoing(fact.name) ? `acts:${dossier.ownerId}` : '';
  await tell(woken, fact, dossier, {
    news: { matter: fact.stream, nth: fact.seq, crowd },
    short: noticeOfDossier(fact.name, about),
    full: letterOfDossier(fact.name, about),
  });
}

/** Of a bill made, paid, paid too much or waived, if it is a dossier's. */
export async function tellOwnerOfBill(woken: Telling, fact: RecordedFact): Promise<void> {
  const id = dossierBilled(fact.data);
  if (id === null) return;
  const [dossier, bill] = await Promise.all([
    noticeView(woken.db, id, dateOf(woken.clock.now())),
    billFor(woken.db, billOf(id)),
  ]);
  if (!dossier || !bill) return;
  // A bill made at the counter is settled there and then: nobody is asked to pay it.
  if (fact.name === 'bill.created' && !bill.transfer) return;
  // Nobody is asked to pay what has been settled or asked no longer since.
  if (asksInVain(fact.name, bill)) return;
  // What had come as it was announced: more may have come since.
  const received = typeof fact.data.received === 'number' ? fact.data.received : bill.received;
  const beyond = beyondIn(fact);
  const about = { ...dossier, amount: bill.amount, received, beyond };
  await tell(woken, fact, dossier, {
    // Each sum that is to be given back is told of.
    news: beyond > 0 ? null : { matter: feeOf(id), nth: fact.seq, crowd: `fees:${dossier.ownerId}` },
    short: noticeOfBill(fact.name, about),
    full: letterOfBill(fact.name, about),
  });
}

/** Whole đồng that the fact says came beyond the bill: of a transfer set aside, or what a payment was too much by. */
function beyondIn({ data: { beyond, surplus } }: RecordedFact): number {
  return Number(beyond ?? surplus ?? 0);
}

/** Whether a fact is what only the owner's side does. */
function isOwnDoing(fact: string): boolean {
  if (fact === DossierFact.Submitted) return true;
  const act = ACT_NAMES.find((one) => recordOf(one).fact === fact);
  return act !== undefined && recordOf(act).ways.every((way) => way.by === 'applicant');
}

interface Said {
  /** Null: it is told whatever else is. */
  readonly news: News | null;
  readonly short: ShortNotice | null;
  readonly full: Letter | null;
}

/** By every way that reaches the owner. Whom none reaches (who came to the counter, say) is told by letter or in person. */
async function tell(woken: Telling, fact: RecordedFact, dossier: NoticeView, said: Said): Promise<void> {
  const { news, short, full } = said;
  if (short === null || full === null) return;
  const owner = await findPerson(woken.db, dossier.ownerId);
  const recipient = {
    phone: dossier.ownerPhone,
    email: owner?.email ?? '',
    postAddress: dossier.returnAddress,
    language: dossier.language,
  };
  const kind = fact.name;
  const ways = await waysTo(woken.db, woken.channels, { kind, recipient, on: dateOf(woken.clock.now()) });
  if (ways.length === 0) return;
  await must(woken, async (ctx) => {
    for (const { channel, to } of ways) {
      const { withOthers, ...words } = channel.form === 'short' ? short : full;
      const about = news && { news: { ...news, withOthers } };
      await queueMessage(ctx, { key: keyOf(fact), kind, channel: channel.name, to, ...words, ...about });
    }
    return ok(null);
  });
}
