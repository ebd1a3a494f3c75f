// One act, one transaction: what it writes, the fact in the journal and the outbox row are committed together or not at all.
import { CompiledQuery } from 'kysely';
import type { Result } from '../rules/kernel/index.ts';
import type { Db, Tx } from './db.ts';
import { withoutWaiting } from './pipelined-driver.ts';
import { callSoon } from './soon.ts';

export interface Actor {
  readonly kind: 'citizen' | 'official' | 'system' | 'anonymous';
  readonly personId: string | null;
  readonly name: string;
}

export const SYSTEM: Actor = { kind: 'system', personId: null, name: 'Hệ thống' };
export const ANONYMOUS: Actor = { kind: 'anonymous', personId: null, name: 'Khách' };

/** What happened, in the past tense, on one stream (`dossier:<id>`, `person:<id>` …). No personal data beyond ids. */
export interface Fact {
  readonly stream: string;
  readonly name: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Somebody waits at the screen for what it wakes. */
  readonly soon?: boolean;
}

/** A fact by its place in the journal, with what it announced: what a flow that it wakes is given. */
export interface RecordedFact {
  readonly stream: string;
  readonly seq: number;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Ctx {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** Written to the journal and the outbox just before commit. */
  announce(fact: Fact): void;
}

class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

export interface ActInput {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/**
 * Runs an act in one transaction. A refusal rolls everything back and is returned; an exception rolls back and is thrown.
 * The answer is given only after commit.
 */
export async function act<T>(input: ActInput, work: (ctx: Ctx) => Promise<Result<T>>): Promise<Result<T>> {
  const facts: Fact[] = [];
  try {
    const done = await input.db.transaction().execute(async (tx) => {
      const result = await work({
        tx,
        actor: input.actor,
        now: input.now,
        announce: (fact) => {
          facts.push(fact);
        },
      });
      if (!result.ok) throw new Refused(result);
      await writeFacts(tx, input, facts);
      return result;
    });
    if (facts.some(({ soon }) => soon)) void callSoon(input.db);
    return done;
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

// One round trip. The function moves the stream's head (its row lock orders the chain) and writes the fact and its outbox row;
// the program's role may write the journal by no other way.
const WRITE_FACT = 'select journal.write($1, $2, $3::timestamptz, $4)';
// The same for many streams, each named once.
const WRITE_FACTS =
  'select journal.write_all($1::text[], $2::text[], $3::timestamptz, $4::text[], $5::boolean[])';

async function writeFacts(tx: Tx, { actor, now }: ActInput, facts: readonly Fact[]): Promise<void> {
  const [only] = facts;
  if (only && facts.length === 1 && !only.soon) return writeFact(tx, actor, now, only);
  for (const part of streamsOnce(facts)) {
    const bodies = part.map((fact) => bodyOf(actor, now, fact));
    const [streams, names] = [part.map(({ stream }) => stream), part.map(({ name }) => name)];
    const soon = part.map((fact) => fact.soon === true);
    const values = [streams, names, written(now), bodies, soon];
    await tx.executeQuery(withoutWaiting(CompiledQuery.raw(WRITE_FACTS, values)));
  }
}

/** In their order, cut where a stream comes again. */
function streamsOnce(facts: readonly Fact[]): Fact[][] {
  const parts: Fact[][] = [];
  let streams = new Set<string>();
  for (const fact of facts) {
    if (parts.length === 0 || streams.has(fact.stream)) {
      parts.push([]);
      streams = new Set();
    }
    streams.add(fact.stream);
    parts.at(-1)?.push(fact);
  }
  return parts;
}

const written = (now: Temporal.Instant) => now.toString({ smallestUnit: 'microsecond' });

function bodyOf(actor: Actor, now: Temporal.Instant, fact: Fact): string {
  return JSON.stringify({
    stream: fact.stream,
    name: fact.name,
    at: written(now),
    actor: { kind: actor.kind, personId: actor.personId },
    data: fact.data ?? {},
  });
}

/** Writes one fact. Prefer `ctx.announce`; this is for reads that leave a trace outside an act. */
export async function writeFact(tx: Tx | Db, actor: Actor, now: Temporal.Instant, fact: Fact): Promise<void> {
  const values = [fact.stream, fact.name, written(now), bodyOf(actor, now, fact)];
  await tx.executeQuery(withoutWaiting(CompiledQuery.raw(WRITE_FACT, values)));
}
