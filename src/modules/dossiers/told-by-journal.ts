// What a dossier's facts say of its row: the journal read as an account, against which the table is held. Facts carry little on
// purpose; what none of them says is not said here either (docs/decisions/0031).
import { z } from 'zod';
import { ACT_NAMES, type ActRecord, recordOf, State } from '../../rules/lifecycle/index.ts';
import { DossierFact } from './facts.ts';

/** What may be read off the facts. Null is said too: no number yet, nobody has it. */
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
  readonly heldSince: Temporal.Instant;
  readonly submittedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly dueOriginal: Temporal.Instant | null;
  readonly dueCurrent: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
}

const moment = z.string().transform((text) => Temporal.Instant.from(text));
const body = z.object({
  name: z.string(),
  at: moment,
  actor: z.object({ personId: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
});
type Fact = z.output<typeof body>;

const submitted = z.object({
  procedureId: z.string(),
  agencyId: z.string(),
  formHash: z.string().nullable(),
  fee: z.number(),
  // Facts written before 0.1.0 was whole do not name the owner.
  ownerId: z.string().optional(),
});
const accepted = z.object({ number: z.string(), due: moment });
const asked = z.object({ from: z.number() });
const answered = z.object({ due: moment.nullable() });

const RECORDS: ReadonlyMap<string, ActRecord> = new Map(
  ACT_NAMES.map((act) => [recordOf(act).fact, recordOf(act)]),
);

interface Account {
  told: Partial<Told>;
  /** Where it stood, and who had it, when a supplement was asked. */
  before: Partial<Told>;
}

/**
 * Reads the facts of one dossier in their order.
 * @param bodies the hashed texts of its stream
 * @returns what they say of the row; what they do not say is absent. Nothing when the first is no filing.
 * @throws ZodError or RangeError when a fact does not carry what its name promises
 */
export function toldByJournal(bodies: readonly string[]): Partial<Told> {
  const [first, ...others] = bodies.map((text) => body.parse(JSON.parse(text)));
  if (first?.name !== DossierFact.Submitted) return {};
  const account: Account = { told: filing(first), before: {} };
  for (const fact of others) {
    const record = RECORDS.get(fact.name);
    if (record) moveOn(account, record, fact);
    else if (fact.name === DossierFact.FeePaid) account.told = { ...account.told, moneyState: 'paid' };
  }
  return account.told;
}

function filing({ at, actor, data }: Fact): Partial<Told> {
  const { fee, ownerId, ...same } = submitted.parse(data);
  return {
    ...same,
    ...(ownerId !== undefined && { ownerId }),
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

function moveOn(account: Account, record: ActRecord, fact: Fact): void {
  const { told, before } = account;
  if (record.fact === recordOf('askForSupplement').fact)
    account.before = { state: asked.parse(fact.data).from, holderId: told.holderId };
  account.told = {
    ...told,
    ...place(record, before),
    ...(!record.ways.every(({ to }) => to === 'kept') && { heldSince: fact.at }),
    ...(record.holder !== 'kept' && { holderId: holderAfter(record, fact, before) }),
    ...(record.ends && { finishedAt: fact.at }),
    ...ownPart(record, fact),
  };
}

function place({ ways }: ActRecord, before: Partial<Told>): Partial<Told> {
  const to = ways[0]?.to;
  if (to === 'kept' || to === undefined) return {};
  return { state: to ?? before.state };
}

function holderAfter({ holder }: ActRecord, { actor }: Fact, before: Partial<Told>): string | null {
  if (holder === 'actor') return actor.personId;
  return holder === 'before' ? (before.holderId ?? null) : null;
}

/** What an act writes beside what its record says. */
function ownPart({ fact: name }: ActRecord, { at, data }: Fact): Partial<Told> {
  switch (name) {
    case recordOf('accept').fact: {
      const { number, due } = accepted.parse(data);
      return { number, acceptedAt: at, dueOriginal: due, dueCurrent: due };
    }
    case recordOf('answerSupplement').fact: {
      const { due } = answered.parse(data);
      return due ? { dueCurrent: due } : {};
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
