// Carries facts from the outbox to whoever subscribed: outbox rows become jobs in one transaction, so that none is lost and
// none is carried twice. It polls, because a NOTIFY in every act's transaction would make commits queue up behind each other; what somebody
// waits for is called out after its commit.
import { sql } from 'kysely';
import type { RecordedFact } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import { hearCalls } from '../platform/soon.ts';

/** Fact name → the tasks it wakes. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>;

/** Whether somebody waits at the screen for what a fact wakes. */
export type IsUrgent = (fact: RecordedFact) => boolean;

/** What such a fact wakes has a name of its own, so that a runner of its own works on it: it waits behind nothing that is in hand. */
export const URGENT = 'urgent:';
const URGENT_PRIORITY = -10;

interface Taken {
  readonly stream: string;
  readonly seq: number;
  readonly name: string;
  readonly body: string;
}

const BATCH = 500;
/** Facts of one task that become one job: what is read and written for them is read and written together. */
const JOB_FACTS = 100;

export interface Carrying {
  readonly batch?: number;
  readonly isUrgent?: IsUrgent;
  /** Only what its act said somebody waits for. */
  readonly soon?: boolean;
}

/**
 * Moves one batch, oldest first. Several relays may run: each takes rows that no other holds.
 * @returns how many facts left the outbox
 */
export function relayOnce(
  db: Db,
  subscriptions: Subscriptions,
  { batch = BATCH, isUrgent = () => false, soon = false }: Carrying = {},
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const take = soon ? sql`journal.take_soon(${batch})` : sql`journal.take(${batch})`;
    const { rows } = await sql<Taken>`select stream, seq, name, body from ${take}`.execute(tx);
    const jobs = jobsFor(rows, subscriptions, isUrgent);
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

interface Job {
  readonly identifier: string;
  /** An array: the queue tries those again that failed, and lets go of the others. */
  readonly payload: readonly RecordedFact[];
  readonly priority: number;
}

function jobsFor(rows: readonly Taken[], subscriptions: Subscriptions, isUrgent: IsUrgent): Job[] {
  const urgent: Job[] = [];
  const usual = new Map<string, RecordedFact[]>();
  for (const { stream, seq, name, body } of rows) {
    const tasks = Object.hasOwn(subscriptions, name) ? (subscriptions[name] ?? []) : [];
    if (tasks.length === 0) continue;
    const { data } = JSON.parse(body) as { data: RecordedFact['data'] };
    const fact: RecordedFact = { stream, seq, name, data };
    for (const task of tasks) {
      if (isUrgent(fact))
        urgent.push({ identifier: URGENT + task, payload: [fact], priority: URGENT_PRIORITY });
      else if (!usual.get(task)?.push(fact)) usual.set(task, [fact]);
    }
  }
  const gathered = [...usual].flatMap(([identifier, facts]) =>
    chunks(facts, JOB_FACTS).map((payload) => ({ identifier, payload, priority: 0 })),
  );
  return [...urgent, ...gathered];
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

export interface RelayOptions {
  readonly db: Db;
  /** Of the database, to hear what somebody waits for; absent, it only comes round. */
  readonly url?: string;
  readonly subscriptions: Subscriptions;
  readonly isUrgent?: IsUrgent;
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
  const { db, url, subscriptions, isUrgent, log, pollMs = POLL_MS } = options;
  const given = isUrgent ? { isUrgent } : {};
  let stopping = false;
  let called = false;
  let wake = () => {};
  const rest = (ms: number) =>
    new Promise<void>((done) => {
      if (stopping || called) return done();
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const urgent = repeated(async () => {
    const late = (error: unknown) => log.debug({ reason: String(error) }, 'relay: what is urgent waits');
    await relayOnce(db, subscriptions, { ...given, soon: true }).catch(late);
    called = true;
    wake();
  });
  const hearing = url ? hearCalls(url, urgent.run) : undefined;
  const running = (async () => {
    let wait = pollMs;
    while (!stopping) {
      called = false;
      try {
        const moved = await relayOnce(db, subscriptions, given);
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
      stopping = true;
      wake();
      await Promise.all([running, hearing?.stop()]);
      await urgent.end();
    },
  };
}

/** Work that is done again when it was asked for while it was being done. */
function repeated(work: () => Promise<void>): { run(): void; end(): Promise<void> } {
  let doing: Promise<void> | null = null;
  let again = false;
  const run = () => {
    again = true;
    doing ??= (async () => {
      while (again) {
        again = false;
        await work();
      }
      doing = null;
    })();
  };
  return { run, end: async () => void (await doing) };
}
