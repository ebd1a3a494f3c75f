// What the worker hands a flow that a fact wakes: the world as it is now, and the fact by its place in the journal.

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
