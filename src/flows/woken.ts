// What the worker hands a flow that facts wake: the world as it is now, and the facts by their places in the journal; and how each ended.

import { act, type Ctx, type RecordedFact, SYSTEM } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import type { Clock, Result } from '../rules/kernel/index.ts';

export interface Woken {
  readonly db: Db;
  readonly clock: Clock;
}

/** The id on a fact's stream: `dossier:<id>` → `<id>`. */
export const idIn = ({ stream }: RecordedFact) => stream.slice(stream.indexOf(':') + 1);

/** The fact's own name in the journal, once for all: `<stream>/<seq>`. */
export const keyOf = ({ stream, seq }: RecordedFact) => `${stream}/${seq}`;

/** Runs an act of the system. @throws Error when it is refused: the job is tried again */
export async function must(
  { db, clock }: Woken,
  work: (ctx: Ctx) => Promise<Result<unknown>>,
): Promise<void> {
  const done = await act({ db, actor: SYSTEM, now: clock.now() }, work);
  if (!done.ok) throw new Error(`refused: ${done.refusal.code}`);
}

/** When a fact's flow is to be run again, by the clock it was given; nothing: it is done. */
// biome-ignore lint/suspicious/noConfusingVoidType: most flows give nothing.
export type RunAgain = Temporal.Instant | undefined | void;

/** How a flow ended for one of the facts it was given. */
export type Outcome = PromiseSettledResult<RunAgain>;

/** So long each is tried alone, ms: who holds them must be through within its lease. */
const ALONE_MS = 10_000;

/**
 * Runs work for several facts at once; when it fails as a whole each is run alone, so that the one to blame fails by itself.
 * @returns how each ended, in their order
 * @throws what the whole failed by, when alone they take too long: the database is away, say
 */
export async function together(
  facts: readonly RecordedFact[],
  work: (facts: readonly RecordedFact[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  try {
    return await work(facts);
  } catch (error) {
    if (facts.length === 1) return [{ status: 'rejected', reason: error }];
    const ends: Outcome[] = [];
    const began = performance.now();
    for (const fact of facts) {
      if (performance.now() - began > ALONE_MS) throw error;
      ends.push(...(await together([fact], work)));
    }
    return ends;
  }
}

/** Facts that a flow works through at the same time. */
const AT_ONCE = 4;

/** A flow of one fact, for several. */
export async function oneByOne(
  facts: readonly RecordedFact[],
  flow: (fact: RecordedFact) => Promise<RunAgain>,
): Promise<Outcome[]> {
  const ends: Outcome[] = [];
  const rest = facts.entries();
  const line = async () => {
    for (const [at, fact] of rest) [ends[at]] = (await Promise.allSettled([flow(fact)])) as [Outcome];
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return ends;
}
