// What a dossier's facts say of its row: the journal read as an account, against which the table is held. Facts carry little on
// purpose; what none of them says is not said here either (docs/decisions/0031).
import { type FactBody, momentText } from '../../platform/journal.ts';
import { ACT_NAMES, type ActRecord, recordOf, State } from '../../rules/lifecycle/index.ts';
import { DossierFact } from './facts.ts';

/** What may be read off the facts; moments in UTC, to the microsecond. Null is said too: no number yet, nobody has it. */
export interface Told {
  readonly ownerId: string;
  readonly submitterId: string | null;
  readonly procedureId: string;
  readonly agencyId: string;
  readonly formHash: string | null;
  readonly state: number;
  readonly number: string | null;
  readonly holderId: string | null;
  readonly moneyState: string;
  readonly deliveryState: string;
  readonly heldSince: string;
  readonly submittedAt: string;
  readonly acceptedAt: string | null;
  readonly dueOriginal: string | null;
  readonly dueCurrent: string | null;
  readonly finishedAt: string | null;
  readonly deliveredAt: string | null;
}

/** What a fact promises to carry. @throws TypeError when it does not */
function text(data: FactBody['data'], key: string): string {
  const value = data[key];
  if (typeof value !== 'string') throw new TypeError(`${key} is no text`);
  return value;
}
function number(data: FactBody['data'], key: string): number {
  const value = data[key];
  if (typeof value !== 'number') throw new TypeError(`${key} is no number`);
  return value;
}
const orNull = <T>(data: FactBody['data'], key: string, read: (data: FactBody['data'], key: string) => T) =>
  data[key] === null ? null : read(data, key);

const RECORDS: ReadonlyMap<string, ActRecord> = new Map(
  ACT_NAMES.map((act) => [recordOf(act).fact, recordOf(act)]),
);

interface Account {
  readonly told: { -readonly [K in keyof Told]?: Told[K] };
  /** Where it stood, and who had it, when a supplement was asked. */
  readonly before: Partial<Told>;
}

/**
 * Reads the facts of one dossier in their order.
 * @param facts its stream, without the readings
 * @returns what they say of the row; what they do not say is absent. Nothing when the first is no filing.
 * @throws TypeError or RangeError when a fact does not carry what its name promises
 */
export function toldByJournal(facts: readonly (FactBody | undefined)[]): Partial<Told> {
  if (facts.includes(undefined)) throw new TypeError('a fact is no fact');
  const [first, ...others] = facts as readonly FactBody[];
  if (first?.name !== DossierFact.Submitted) return {};
  const account: Account = { told: filing(first), before: {} };
  for (const fact of others) {
    const record = RECORDS.get(fact.name);
    if (record) moveOn(account, record, fact);
    else if (fact.name === DossierFact.FeePaid) account.told.moneyState = 'paid';
  }
  return account.told;
}

function filing({ at, actor, data }: FactBody): Account['told'] {
  const fee = number(data, 'fee');
  return {
    procedureId: text(data, 'procedureId'),
    agencyId: text(data, 'agencyId'),
    formHash: orNull(data, 'formHash', text),
    // Facts written before 0.1.0 was whole do not name the owner.
    ...(data.ownerId !== undefined && { ownerId: text(data, 'ownerId') }),
    submitterId: actor.personId,
    state: State.New,
    number: null,
    holderId: null,
    moneyState: fee > 0 ? 'due' : 'none',
    deliveryState: 'none',
    heldSince: at,
    submittedAt: at,
    acceptedAt: null,
    dueOriginal: null,
    dueCurrent: null,
    finishedAt: null,
    deliveredAt: null,
  };
}

function moveOn({ told, before }: Account, record: ActRecord, fact: FactBody): void {
  if (record.fact === recordOf('askForSupplement').fact)
    Object.assign(before, { state: number(fact.data, 'from'), holderId: told.holderId });
  Object.assign(
    told,
    place(record, before),
    !isKept(record) && { heldSince: fact.at },
    record.holder !== 'kept' && { holderId: holderAfter(record, fact, before) },
    record.ends && { finishedAt: fact.at },
    ownPart(record, fact),
  );
}

const isKept = ({ ways }: ActRecord) => ways.every(({ to }) => to === 'kept');

function place({ ways }: ActRecord, before: Partial<Told>): Partial<Told> {
  const to = ways[0]?.to;
  if (to === 'kept' || to === undefined) return {};
  return { state: to ?? before.state };
}

function holderAfter({ holder }: ActRecord, { actor }: FactBody, before: Partial<Told>): string | null {
  if (holder === 'actor') return actor.personId;
  return holder === 'before' ? (before.holderId ?? null) : null;
}

/** What an act writes beside what its record says. */
function ownPart({ fact: name }: ActRecord, { at, data }: FactBody): Partial<Told> {
  switch (name) {
    case recordOf('accept').fact: {
      const due = momentText(text(data, 'due'));
      return { number: text(data, 'number'), acceptedAt: at, dueOriginal: due, dueCurrent: due };
    }
    case recordOf('answerSupplement').fact: {
      const due = orNull(data, 'due', text);
      return due ? { dueCurrent: momentText(due) } : {};
    }
    case recordOf('sign').fact:
      return { deliveryState: 'ready' };
    case recordOf('deliver').fact:
      return { deliveredAt: at, deliveryState: 'delivered' };
    case recordOf('takeFee').fact:
      return { moneyState: 'paid' };
    case recordOf('exemptFee').fact:
      return { moneyState: 'exempt' };
    default:
      return {};
  }
}
