// Everything the worker does while it lives: the relay, the jobs' runner, and the rounds that mend what a crash left.
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type JobHelpers, Logger, type Runner, run, runMigrations, type WorkerEvents } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Outcome } from '../flows/woken.ts';
import { decideWaiting } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { type Db, WORK_LIMITS } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import type { Clock } from '../rules/kernel/index.ts';
import { type Relay, startRelay, URGENT } from './relay.ts';
import { type Handler, isUrgent, SUBSCRIPTIONS } from './subscriptions.ts';

export interface JobsOptions {
  readonly db: Db;
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: Readonly<Record<string, Handler>>;
  /** What else is mended again and again, each in a round of its own: none waits for another. By name, for the log. */
  readonly rounds?: Readonly<Record<string, () => Promise<unknown>>>;
  /** Jobs at once. */
  readonly concurrency?: number;
}

export interface Jobs {
  /** Lets the jobs in hand end, then stops. */
  stop(): Promise<void>;
}

const CONCURRENCY = 6;
/** Beside them: what somebody waits for at the screen, whatever the others have in hand. */
const URGENT_CONCURRENCY = 2;
/** Of each runner, beside those of its jobs: one that listens. */
const LISTENING = 2;
/** How often jobs due later are looked for, ms; new ones are heard of at once. */
const LOOK_MS = 1_000;
const ROUND_MS = 10_000;
/** Every handler ends well within this; a job held longer belongs to a process that died. */
const LEASE_SECONDS = 40;
/** In a row, of all that look. */
const MOST_FAILURES = 12;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/** Starts the worker's parts, waiting for the database as long as it takes. Resolves when jobs are being taken. */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { db, log } = options;
  const stopping = new AbortController();
  const pool = new pg.Pool({
    connectionString: options.url,
    max: (options.concurrency ?? CONCURRENCY) + URGENT_CONCURRENCY + LISTENING + 2,
    // A database that hangs is noticed: the runner fails, and is started again.
    connectionTimeoutMillis: WORK_LIMITS.connectMs,
    statement_timeout: WORK_LIMITS.statementMs,
    query_timeout: WORK_LIMITS.statementMs,
    idle_in_transaction_session_timeout: WORK_LIMITS.idleInTransactionMs,
    // The library reads its own rows: it gets the driver's plain types, not ours.
    types: { getTypeParser: plainTypes },
  });
  const lost = (error: Error) => log.debug({ reason: error.message }, 'jobs: a connection was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const relayed: { relay?: Relay } = {};
  const urgent = { ...options, concurrency: URGENT_CONCURRENCY };
  const urgentRuns = Promise.withResolvers<void>();
  const usualRuns = Promise.withResolvers<void>();
  const running = [
    keepRunning(urgent, pool, stopping.signal, { prefix: URGENT, started: urgentRuns.resolve }),
  ];
  await Promise.race([urgentRuns.promise, ...running]);
  running.push(keepRunning(options, pool, stopping.signal, { prefix: '', started: usualRuns.resolve }));
  await Promise.race([usualRuns.promise, running.at(-1)]);
  relayed.relay = startRelay({ db, url: options.url, subscriptions: SUBSCRIPTIONS, isUrgent, log });
  const mending = {
    ...options.rounds,
    jobs: () => freeForsaken(db),
    notices: () => decideWaiting(db, options.clock.now()),
  };
  const rounds = Object.entries(mending).map(([name, work]) => keepMending(name, work, log, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await relayed.relay?.stop();
      await Promise.all([...running, ...rounds]);
      await pool.end();
    },
  };
}

interface Lane {
  /** Of the names of its tasks. */
  readonly prefix: string;
  /** Told each time that its jobs are taken. */
  started(): void;
}

async function keepRunning(
  options: JobsOptions,
  pool: pg.Pool,
  signal: AbortSignal,
  { prefix, started }: Lane,
): Promise<void> {
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      const runner = await startRunner(options, pool, prefix);
      wait = FIRST_WAIT_MS;
      started();
      await untilItEnds(runner, signal);
    } catch (error) {
      options.log.warn({ err: error }, 'jobs: the runner ended; starting it again');
    }
    await rest(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}

async function startRunner(
  { handlers, clock, log, concurrency }: JobsOptions,
  pgPool: pg.Pool,
  prefix: string,
): Promise<Runner> {
  const logger = new Logger((scope) => (level, message) => {
    // The library's own lines are told at debug level: it reports each job twice.
    log[level === 'error' ? 'warn' : 'debug']({ task: scope.taskIdentifier, job: scope.jobId }, message);
  });
  await runMigrations({ pgPool, logger });
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      prefix + name,
      async (payload: unknown, { addJob }: JobHelpers) => {
        // One fact by itself: as an earlier version wrote it.
        const facts = (Array.isArray(payload) ? payload : [payload]) as RecordedFact[];
        const ends = await handler.many(facts);
        // Waits in the world's time, whatever the country's clock does meanwhile.
        for (const [at, held] of heldUntil(facts, ends))
          await addJob(prefix + name, held, { runAt: new Date(Date.now() + waitMs(at, clock.now())) });
        const failed = ends.find((end) => end.status === 'rejected');
        if (failed && !Array.isArray(payload)) throw failed.reason;
        // The library tries again with those that failed, and lets go of the others.
        return ends.map((end) => (end.status === 'rejected' ? Promise.reject(end.reason) : null));
      },
    ]),
  );
  const events: WorkerEvents = new EventEmitter();
  const runner = await run({
    pgPool,
    logger,
    taskList,
    events,
    concurrency: concurrency ?? CONCURRENCY,
    pollInterval: LOOK_MS,
    noHandleSignals: true,
  });
  endWhenFailing(runner, events);
  return runner;
}

/**
 * Ends a runner that fails to look for jobs again and again, for another to be started: what it asks first it keeps for ever, its failure
 * too, and one whose connection is lost at that moment would never take a job again.
 */
function endWhenFailing(runner: Runner, events: WorkerEvents): void {
  let failures = 0;
  const looked = () => {
    failures = 0;
  };
  events.on('worker:getJob:empty', looked);
  events.on('job:start', looked);
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures === MOST_FAILURES) runner.stop().catch(() => {});
  });
}

/** Those that are to be run again later, by when. */
function heldUntil(facts: readonly RecordedFact[], ends: readonly Outcome[]) {
  const held = new Map<string, [Temporal.Instant, RecordedFact[]]>();
  for (const [at, fact] of facts.entries()) {
    const end = ends[at];
    if (end?.status !== 'fulfilled' || !end.value) continue;
    const until = held.get(end.value.toString()) ?? [end.value, []];
    until[1].push(fact);
    held.set(end.value.toString(), until);
  }
  return held.values();
}

const waitMs = (at: Temporal.Instant, now: Temporal.Instant) =>
  Math.max(0, at.epochMilliseconds - now.epochMilliseconds);

async function untilItEnds(runner: Runner, signal: AbortSignal): Promise<void> {
  const stop = () => void runner.stop().catch(() => {});
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await runner.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function keepMending(
  name: string,
  work: () => Promise<unknown>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      log.warn({ err: error, round: name }, 'jobs: a round of mending failed');
    }
    await rest(ROUND_MS, signal);
  }
}

/** Gives jobs back that a process took and did not live to end: the library alone would wait four hours. */
export async function freeForsaken(db: Db, leaseSeconds = LEASE_SECONDS): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs
    where locked_at < now() - make_interval(secs => ${leaseSeconds})
    having count(*) > 0`.execute(db);
}

const rest = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => {});

const plain = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text)],
]);

function plainTypes(oid: number, format?: 'text' | 'binary') {
  return plain.get(oid) ?? pg.types.getTypeParser(oid, format as 'text');
}
