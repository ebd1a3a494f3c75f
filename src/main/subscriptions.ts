// What must happen because of what: facts and the flows they wake. Each flow loads what it needs by id, and run twice it leaves the
// same as run once. What an act wakes follows from its record.
import { askForFee, closeBill } from '../flows/bill-by-fact.ts';
import type { PayeeOf } from '../flows/dossier-bill.ts';
import { sendNotices } from '../flows/send-notice.ts';
import { settleBill } from '../flows/settle-bill.ts';
import { type Telling, tellOwnerOfBill, tellOwners } from '../flows/tell-owner.ts';
import { type Outcome, oneByOne, type RunAgain, together } from '../flows/woken.ts';
import { DossierFact } from '../modules/dossiers/index.ts';
import { MessageFact } from '../modules/notices/index.ts';
import { BillFact } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { ACT_NAMES, recordOf } from '../rules/lifecycle/index.ts';
import type { IsUrgent } from './relay.ts';

export interface HandlerDeps extends Telling {
  readonly payeeOf: PayeeOf;
}

type Flow = (deps: HandlerDeps, facts: readonly RecordedFact[]) => Promise<Outcome[]>;

const eachAlone =
  (flow: (deps: HandlerDeps, fact: RecordedFact) => Promise<RunAgain>): Flow =>
  (deps, facts) =>
    oneByOne(facts, (fact) => flow(deps, fact));

/**
 * The flows facts may wake, several facts at once. One that refuses a fact is tried again with it later, a little longer each time; one that
 * gives a moment is run again then.
 */
const FLOWS = {
  'tell-owner': tellOwners,
  'tell-owner-of-bill': eachAlone(tellOwnerOfBill),
  'bill-dossier': eachAlone(askForFee),
  'cancel-bill': eachAlone(closeBill),
  'settle-bill': eachAlone(settleBill),
  'send-message': sendNotices,
} satisfies Record<string, Flow>;

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
export const isUrgent: IsUrgent = ({ name, data }) =>
  name === MessageFact.Queued && data.kind === 'one-time-code';

export interface Handler {
  /** @throws what it failed by: it is tried again */
  (fact: RecordedFact): Promise<RunAgain>;
  /** How each ended, in their order; one that fails leaves the others alone. @throws when none could be worked on */
  many(facts: readonly RecordedFact[]): Promise<readonly Outcome[]>;
}

function handlerOf(flow: Flow, deps: HandlerDeps): Handler {
  const many = (facts: readonly RecordedFact[]) => together(facts, (some) => flow(deps, some));
  const one = async (fact: RecordedFact) => {
    const [end] = await many([fact]);
    if (end?.status === 'rejected') throw end.reason;
    return end?.value;
  };
  return Object.assign(one, { many });
}

/** The flows with the world they run in. */
export function handlers(deps: HandlerDeps): Record<TaskName, Handler> {
  const names = Object.keys(FLOWS) as TaskName[];
  const bound = names.map((name) => [name, handlerOf(FLOWS[name], deps)] as const);
  return Object.fromEntries(bound) as Record<TaskName, Handler>;
}
