// What waits between an act and what follows from it: facts in the outbox, jobs of the worker.
import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface WaitingWork {
  /** In the outbox, not yet taken by the worker; and since when the first of them, by the country's clock. */
  readonly facts: number;
  readonly oldestFactAt: Temporal.Instant | null;
  /** Due and not yet done, whether never tried or tried in vain. */
  readonly jobs: number;
  /** Seconds since the first of them was made; real time. */
  readonly oldestJobSeconds: number | null;
  /** Tried as often as they may be: nobody takes them any more. */
  readonly jobsGivenUp: number;
}

interface Jobs {
  jobs: number;
  oldest: number | null;
  given_up: number;
}

/** Looks; the jobs' tables are there once a worker has run. */
export async function waitingWork(db: Db): Promise<WaitingWork> {
  const facts = await sql<{ n: number; at: Temporal.Instant | null }>`
    select (select count(*) from journal.outbox)::int as n,
      (select f.at from journal.outbox o join journal.fact f using (stream, seq) order by o.id limit 1) as at`.execute(
    db,
  );
  const made = await sql<{ made: boolean }>`
    select to_regclass('graphile_worker.jobs') is not null as made`.execute(db);
  const jobs = made.rows[0]?.made ? await jobsNow(db) : undefined;
  return {
    facts: facts.rows[0]?.n ?? 0,
    oldestFactAt: facts.rows[0]?.at ?? null,
    jobs: jobs?.jobs ?? 0,
    oldestJobSeconds: jobs?.oldest ?? null,
    jobsGivenUp: jobs?.given_up ?? 0,
  };
}

async function jobsNow(db: Db): Promise<Jobs | undefined> {
  const { rows } = await sql<Jobs>`
    select count(*) filter (where attempts < max_attempts)::int as jobs,
      extract(epoch from now() - min(created_at) filter (where attempts < max_attempts))::float8 as oldest,
      count(*) filter (where attempts >= max_attempts)::int as given_up
    from graphile_worker.jobs`.execute(db);
  return rows[0];
}
