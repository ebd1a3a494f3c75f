// What must happen because of what: the table, and the handlers it wakes. Each handler loads what it needs by id, and run
// twice it leaves the same as run once.

import { asksForMoney, billDossier, DOSSIER_FEE, type PayeeOf } from '../flows/dossier-bill.ts';
import { findDossier, markPaid, noticeView } from '../modules/dossiers/index.ts';
import {
  noticeOfBill,
  noticeOfDossier,
  queueMessage,
  type SmsPort,
  sendMessage,
} from '../modules/notices/index.ts';
import { billFor, cancelBill } from '../modules/payments/index.ts';
import { act, type Ctx, SYSTEM } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import { type Clock, ok, type Result } from '../rules/kernel/index.ts';
import type { FactPayload, PriorityOf } from './relay.ts';

export type TaskName =
  | 'tell-owner'
  | 'tell-owner-of-bill'
  | 'send-message'
  | 'bill-dossier'
  | 'cancel-bill'
  | 'mark-dossier-paid';

/** Fact → tasks. A fact that is not here wakes nobody. */
export const SUBSCRIPTIONS: Readonly<Record<string, readonly TaskName[]>> = {
  'notice.queued': ['send-message'],
  'dossier.submitted': ['tell-owner', 'bill-dossier'],
  'dossier.accepted': ['tell-owner', 'bill-dossier'],
  'dossier.supplement-asked': ['tell-owner'],
  'dossier.supplement-answered': ['tell-owner'],
  'dossier.refused': ['tell-owner', 'cancel-bill'],
  'dossier.finished': ['tell-owner'],
  'dossier.delivered': ['tell-owner', 'cancel-bill'],
  'dossier.withdrawn': ['tell-owner', 'cancel-bill'],
  'bill.created': ['tell-owner-of-bill'],
  'bill.paid': ['mark-dossier-paid', 'tell-owner-of-bill'],
};

/** Somebody waits at the screen for a one-time code: it overtakes everything else. */
export const priorityOf: PriorityOf = ({ name, data }) =>
  name === 'notice.queued' && data.kind === 'one-time-code' ? -10 : 0;

export interface HandlerDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly sms: SmsPort;
  readonly payeeOf: PayeeOf;
}

export type Handler = (fact: FactPayload) => Promise<void>;

/** The handlers. One that throws is tried again later, a little longer each time. */
export function handlers(deps: HandlerDeps): Record<TaskName, Handler> {
  return {
    'tell-owner': (fact) => tellOwner(deps, fact),
    'tell-owner-of-bill': (fact) => tellOwnerOfBill(deps, fact),
    'send-message': async (fact) => {
      await sendMessage(deps.db, deps.sms, idIn(fact.stream), deps.clock.now());
    },
    'bill-dossier': (fact) => billOf(deps, fact),
    'cancel-bill': (fact) =>
      must(deps, (ctx) => cancelBill(ctx, { kind: DOSSIER_FEE, refId: idIn(fact.stream) })),
    'mark-dossier-paid': (fact) => markDossierPaid(deps, fact),
  };
}

const idIn = (stream: string) => stream.slice(stream.indexOf(':') + 1);
const keyOf = (fact: FactPayload) => `${fact.stream}/${fact.seq}`;

async function must(deps: HandlerDeps, work: (ctx: Ctx) => Promise<Result<unknown>>): Promise<void> {
  const done = await act({ db: deps.db, actor: SYSTEM, now: deps.clock.now() }, work);
  if (!done.ok) throw new Error(`refused: ${done.refusal.code}`);
}

async function tellOwner(deps: HandlerDeps, fact: FactPayload): Promise<void> {
  const dossier = await noticeView(deps.db, idIn(fact.stream));
  if (!dossier) throw new Error(`no dossier behind ${fact.stream}`);
  // The due moment as it was announced: by now it may have moved again.
  const due = typeof fact.data.due === 'string' ? Temporal.Instant.from(fact.data.due) : dossier.due;
  const text = noticeOfDossier(fact.name, { ...dossier, due });
  if (text) await queue(deps, keyOf(fact), fact.name, dossier.ownerPhone, text);
}

async function tellOwnerOfBill(deps: HandlerDeps, fact: FactPayload): Promise<void> {
  const refId = dossierOf(fact);
  const [dossier, bill] = refId
    ? await Promise.all([noticeView(deps.db, refId), billFor(deps.db, DOSSIER_FEE, refId)])
    : [];
  if (!dossier || !bill) return;
  const name = fact.name === 'bill.paid' ? 'bill.paid' : 'bill.created';
  const text = noticeOfBill(name, { ...dossier, amount: bill.amount });
  await queue(deps, keyOf(fact), fact.name, dossier.ownerPhone, text);
}

/** Owners who came to the counter may have no mobile number: they are told by letter or in person. */
async function queue(
  deps: HandlerDeps,
  key: string,
  kind: string,
  phone: string,
  text: string,
): Promise<void> {
  const to = phone.replace(/^0(?=\d{9}$)/u, '+84');
  if (!/^\+84[35789]\d{8}$/u.test(to)) return;
  await must(deps, async (ctx) => ok(await queueMessage(ctx, { key, kind, to, text })));
}

async function billOf(deps: HandlerDeps, fact: FactPayload): Promise<void> {
  const dossier = await findDossier(deps.db, idIn(fact.stream));
  if (!dossier || !asksForMoney(dossier)) return;
  const billed = await act({ db: deps.db, actor: SYSTEM, now: deps.clock.now() }, (ctx) =>
    billDossier(ctx, dossier, deps.payeeOf),
  );
  // Without an account the fee is paid at the desk: nothing to try again for.
  if (!billed.ok && billed.refusal.code !== 'bill.no-account') throw new Error(billed.refusal.code);
}

async function markDossierPaid(deps: HandlerDeps, fact: FactPayload): Promise<void> {
  const refId = dossierOf(fact);
  if (refId) await must(deps, (ctx) => markPaid(ctx, refId));
}

function dossierOf(fact: FactPayload): string | null {
  return fact.data.kind === DOSSIER_FEE && typeof fact.data.refId === 'string' ? fact.data.refId : null;
}
