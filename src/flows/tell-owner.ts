// The owner is told: what happened to the dossier, what its bill asks, that the money came. Run twice it tells once.
import { DossierFact, type NoticeView, noticeView, noticeViews } from '../modules/dossiers/index.ts';
import {
  type Channel,
  type Letter,
  letterOfBill,
  letterOfDossier,
  type News,
  noticeOfBill,
  noticeOfDossier,
  type QueueInput,
  queueMessages,
  type ShortNotice,
  type Way,
  waysToEach,
} from '../modules/notices/index.ts';
import { billFor } from '../modules/payments/index.ts';
import { findPersons } from '../modules/people/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { dateOf, ok } from '../rules/kernel/index.ts';
import { ACT_NAMES, recordOf } from '../rules/lifecycle/index.ts';
import { asksInVain, billOf, dossierBilled, feeOf } from './dossier-bill.ts';
import { idIn, keyOf, must, type Outcome, type Woken } from './woken.ts';

/** What the worker hands on besides: the channels it has. */
export type Telling = Woken & { readonly channels: readonly Channel[] };

/** Of facts of dossiers, read and written together. @returns refused where there is no such dossier */
export async function tellOwners(woken: Telling, facts: readonly RecordedFact[]): Promise<Outcome[]> {
  const dossiers = await noticeViews(woken.db, facts.map(idIn), dateOf(woken.clock.now()));
  const known = facts.filter((fact) => dossiers.has(idIn(fact)));
  await tell(
    woken,
    known.map((fact) => aboutDossier(fact, dossiers.get(idIn(fact))!)),
  );
  return facts.map((fact) =>
    dossiers.has(idIn(fact))
      ? { status: 'fulfilled', value: undefined }
      : { status: 'rejected', reason: new Error(`no dossier behind ${fact.stream}`) },
  );
}

function aboutDossier(fact: RecordedFact, dossier: NoticeView): Said {
  // The due moment as it was announced: by now it may have moved again.
  const due = typeof fact.data.due === 'string' ? Temporal.Instant.from(fact.data.due) : dossier.due;
  const about = { ...dossier, due };
  // What owners do themselves they know: many such confirmations at once become one.
  const crowd = isOwnDoing(fact.name) ? `acts:${dossier.ownerId}` : '';
  return {
    fact,
    dossier,
    news: { matter: fact.stream, nth: fact.seq, crowd },
    short: noticeOfDossier(fact.name, about),
    full: letterOfDossier(fact.name, about),
  };
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
  await tell(woken, [
    {
      fact,
      dossier,
      // Each sum that is to be given back is told of.
      news: beyond > 0 ? null : { matter: feeOf(id), nth: fact.seq, crowd: `fees:${dossier.ownerId}` },
      short: noticeOfBill(fact.name, about),
      full: letterOfBill(fact.name, about),
    },
  ]);
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
  readonly fact: RecordedFact;
  readonly dossier: NoticeView;
  /** Null: it is told whatever else is. */
  readonly news: News | null;
  readonly short: ShortNotice | null;
  readonly full: Letter | null;
}

/** By every way that reaches the owner. Whom none reaches (who came to the counter, say) is told by letter or in person. */
async function tell(woken: Telling, all: readonly Said[]): Promise<void> {
  const { db, channels, clock } = woken;
  const owners = await findPersons(
    db,
    all.map(({ dossier }) => dossier.ownerId),
  );
  const addressed = all.map(({ fact, dossier }) => ({
    kind: fact.name,
    recipient: {
      phone: dossier.ownerPhone,
      email: owners.get(dossier.ownerId)?.email ?? '',
      postAddress: dossier.returnAddress,
      language: dossier.language,
    },
  }));
  const ways = await waysToEach(db, channels, addressed, dateOf(clock.now()));
  const messages = all.flatMap((said, at) => (ways[at] ?? []).flatMap((way) => messageOf(said, way)));
  if (messages.length === 0) return;
  await must(woken, async (ctx) => ok(await queueMessages(ctx, messages)));
}

function messageOf({ fact, news, short, full }: Said, { channel, to }: Way): QueueInput[] {
  const said = channel.form === 'short' ? short : full;
  if (short === null || full === null || said === null) return [];
  const { withOthers, ...words } = said;
  const about = news && { news: { ...news, withOthers } };
  return [{ key: keyOf(fact), kind: fact.name, channel: channel.name, to, ...words, ...about }];
}
