// Carries facts from the outbox to whoever subscribed: outbox rows become jobs in one transaction, so that none is lost and
// none is carried twice. It polls, because a NOTIFY in every act's transaction would make commits queue up behind each other; what somebody
// waits for is called out after its commit.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RecordedFact } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import { hearCalls } from '../platform/soon.ts';

/** Fact name → the tasks it wakes. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

/** How soon a fact's jobs run: lower goes first, 0 is usual. */
export type PriorityOf = (fact: RecordedFact) => number;

interface Taken {
  readonly stream: string;
  readonly seq: number;
  readonly name: string;
  readonly body: string;
}

const BATCH = 500;

/**
 * Moves one batch, oldest first. Several relays may run: each takes rows that no other holds.
 * @returns how many facts left the outbox
 */
export function relayOnce(
  db: Db,
  subscriptions: Subscriptions,
  { batch = BATCH, priorityOf = () => 0 }: { batch?: number; priorityOf?: PriorityOf } = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Taken>`
      select stream, seq, name, body from journal.take(${batch})`.execute(tx);
    const jobs = rows.flatMap((row) => jobsFor(row, subscriptions, priorityOf));
    if (jobs.length > 0) {
      await sql`
        select count(*) from graphile_worker.add_jobs(array(
          select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(jobs)}::json)))`.execute(
        tx,
      );
    }
    return rows.length;
  });
}

function jobsFor(row: Taken, subscriptions: Subscriptions, priorityOf: PriorityOf) {
  const tasks = Object.hasOwn(subscriptions, row.name) ? (subscriptions[row.name] ?? []) : [];
  if (tasks.length === 0) return [];
  const { stream, seq, name } = row;
  const { data } = JSON.parse(row.body) as { data: RecordedFact['data'] };
  const payload: RecordedFact = { stream, seq, name, data };
  const priority = priorityOf(payload);
  return tasks.map((identifier) => ({ identifier, payload, priority }));
}

export interface RelayOptions {
  readonly db: Db;
  /** Of the database, to hear what somebody waits for; absent, it only comes round. */
  readonly url?: string;
  readonly subscriptions: Subscriptions;
  readonly priorityOf?: PriorityOf;
  readonly log: Log;
  /** How long to rest when the outbox is empty, ms. */
  readonly pollMs?: number;
}

export interface Relay {
  /** Resolves once the batch in hand is committed. */
  stop(): Promise<void>;
}

const POLL_MS = 150;
const LONGEST_WAIT_MS = 5_000;

/** Relays until stopped. A database that is away is waited for, a little longer each time. */
export function startRelay(options: RelayOptions): Relay {
  const { db, url, subscriptions, priorityOf, log, pollMs = POLL_MS } = options;
  const stopping = new AbortController();
  let called = false;
  let wake = () => {};
  const hearing = url
    ? hearCalls(url, () => {
        called = true;
        wake();
      })
    : undefined;
  const rest = async (ms: number) => {
    const waking = new AbortController();
    wake = () => waking.abort();
    if (called) wake();
    called = false;
    const signal = AbortSignal.any([stopping.signal, waking.signal]);
    await pause(ms, undefined, { signal }).catch(() => {});
  };
  const running = (async () => {
    let wait = pollMs;
    while (!stopping.signal.aborted) {
      try {
        const moved = await relayOnce(db, subscriptions, { priorityOf });
        wait = pollMs;
        if (moved < BATCH) await rest(pollMs);
      } catch (error) {
        log.warn({ reason: String(error) }, 'relay: the database did not answer; trying again');
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
        await rest(wait);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await Promise.all([running, hearing?.stop()]);
    },
  };
}
