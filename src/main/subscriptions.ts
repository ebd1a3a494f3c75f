// What must happen because of what: facts and the flows they wake. Each flow loads what it needs by id, and run twice it leaves the
// same as run once. What an act wakes follows from its record.
import { askForFee, closeBill } from '../flows/bill-by-fact.ts';
import type { PayeeOf } from '../flows/dossier-bill.ts';
import { sendNotice } from '../flows/send-notice.ts';
import { settleBill } from '../flows/settle-bill.ts';
import { type Telling, tellOwner, tellOwnerOfBill } from '../flows/tell-owner.ts';
import { DossierFact } from '../modules/dossiers/index.ts';
import { MessageFact } from '../modules/notices/index.ts';
import { BillFact } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { ACT_NAMES, recordOf } from '../rules/lifecycle/index.ts';
import type { PriorityOf } from './relay.ts';

export interface HandlerDeps extends Telling {
  readonly payeeOf: PayeeOf;
}

/** The flows a fact may wake. One that throws is tried again later, a little longer each time; one that gives a moment is run again then. */
const FLOWS = {
  'tell-owner': tellOwner,
  'tell-owner-of-bill': tellOwnerOfBill,
  'bill-dossier': askForFee,
  'cancel-bill': closeBill,
  'settle-bill': settleBill,
  'send-message': sendNotice,
} satisfies Record<string, (deps: HandlerDeps, fact: RecordedFact) => Promise<RunAgain>>;

export type TaskName = keyof typeof FLOWS;

function wokenBy(act: (typeof ACT_NAMES)[number]): TaskName[] {
  const { tells, bill } = recordOf(act);
  return [
    ...(tells ? (['tell-owner'] as const) : []),
    ...(bill === 'asked' ? (['bill-dossier'] as const) : []),
    ...(bill === 'closed' ? (['cancel-bill'] as const) : []),
  ];
}

/** Fact → flows. A fact that is not here wakes nobody. */
export const SUBSCRIPTIONS: Readonly<Record<string, readonly TaskName[]>> = {
  [MessageFact.Queued]: ['send-message'],
  [DossierFact.Submitted]: ['tell-owner', 'bill-dossier'],
  [BillFact.Created]: ['tell-owner-of-bill'],
  [BillFact.PartPaid]: ['tell-owner-of-bill'],
  [BillFact.Paid]: ['settle-bill', 'tell-owner-of-bill'],
  [BillFact.TransferSuspended]: ['tell-owner-of-bill'],
  [BillFact.Exempted]: ['settle-bill', 'tell-owner-of-bill'],
  ...Object.fromEntries(
    ACT_NAMES.map((act) => [recordOf(act).fact, wokenBy(act)] as const).filter(
      ([, flows]) => flows.length > 0,
    ),
  ),
};

/** Somebody waits at the screen for a one-time code: it overtakes everything else. */
export const priorityOf: PriorityOf = ({ name, data }) =>
  name === MessageFact.Queued && data.kind === 'one-time-code' ? -10 : 0;

/** When it is to be run again, by the clock it was given; nothing: it is done. */
// biome-ignore lint/suspicious/noConfusingVoidType: most flows give nothing.
type RunAgain = Temporal.Instant | undefined | void;
export type Handler = (fact: RecordedFact) => Promise<RunAgain>;

/** The flows with the world they run in. */
export function handlers(deps: HandlerDeps): Record<TaskName, Handler> {
  const names = Object.keys(FLOWS) as TaskName[];
  const bound = names.map((name) => [name, (fact: RecordedFact) => FLOWS[name](deps, fact)] as const);
  return Object.fromEntries(bound) as Record<TaskName, Handler>;
}
