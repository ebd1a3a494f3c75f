// The way to PostgreSQL: one pool, Kysely over it, every statement prepared once per connection.
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/schema.ts';
import { DatabaseAway, DatabaseWatch, type Patience } from './database-watch.ts';
import { insideTransaction } from './outside.ts';
import { PipelinedDialect } from './pipelined-driver.ts';

export type Db = Kysely<DB>;
/** In a signature: this runs inside a transaction. */
export type Tx = Transaction<DB>;

// bigint columns hold đồng and bytes, all below 2^53; timestamps become Temporal.Instant, dates stay text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Temporal.Instant.from(text.replace(' ', 'T')),
);

const names = new Map<string, string>();
const NAMES_KEPT = 2000;

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  // Beyond this many shapes something builds SQL by hand; do not let the server keep them all.
  if (names.size >= NAMES_KEPT || !/^\s*(select|insert|update|delete|with)\b/iu.test(text)) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** A connection whose statements are prepared, and watched over where its pool has somebody who does. */
class PreparingClient extends pg.Client {
  readonly #watch: DatabaseWatch | undefined;

  constructor(config: PoolOptions) {
    super(config);
    this.#watch = config.watch;
  }

  // Kysely calls query(text, values); giving each shape a name makes PostgreSQL parse and plan it once.
  // @ts-expect-error pg declares many overloads; only the one Kysely uses is widened here.
  override query(first: unknown, ...rest: unknown[]): unknown {
    this.#gather();
    const answer = this.#send(first, rest);
    if (answer instanceof Promise) this.#watch?.follow(this, answer);
    return answer;
  }

  #send(first: unknown, rest: unknown[]): unknown {
    if (typeof first === 'string' && Array.isArray(rest[0])) {
      const config = { name: statementName(first), text: first, values: rest[0].map(asParameter) };
      return super.query(config as never, ...(rest.slice(1) as []));
    }
    return super.query(first as never, ...(rest as []));
  }

  // What is asked in one turn of the loop leaves in one write.
  #gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

/** Marks what runs inside a transaction, so that nothing slow is done there. */
class MarkingKysely extends Kysely<DB> {
  override transaction(): TransactionBuilder<DB> {
    return marking(super.transaction());
  }
}

function marking(builder: TransactionBuilder<DB>): TransactionBuilder<DB> {
  const execute = builder.execute.bind(builder);
  const isolated = builder.setIsolationLevel.bind(builder);
  builder.execute = (work) => execute((tx) => insideTransaction(() => work(tx)));
  builder.setIsolationLevel = (level) => marking(isolated(level));
  return builder;
}

/** How long is waited for the database; see docs/decisions/0029-time-limits.md. */
export interface DatabaseLimits {
  /** A statement, ms; the server ends it. */
  readonly statementMs: number;
  /** A lock that another holds, ms. */
  readonly lockMs: number;
  /** A transaction in which nothing is asked, ms; the server ends it, and its connection with it. */
  readonly idleInTransactionMs: number;
  /** A connection: a new one, or one that another still uses, ms. */
  readonly connectMs: number;
  /** When a database that does not answer at all is given up. */
  readonly patience: Patience;
}

/** Somebody waits at a screen. */
export const PAGE_LIMITS: DatabaseLimits = {
  statementMs: 10_000,
  lockMs: 5_000,
  idleInTransactionMs: 30_000,
  connectMs: 2_000,
  patience: { suspectMs: 800, pingMs: 1_000 },
};

/** Jobs and rounds: nobody waits, and all of it is done again. */
export const WORK_LIMITS: DatabaseLimits = {
  statementMs: 60_000,
  lockMs: 20_000,
  idleInTransactionMs: 60_000,
  connectMs: 30_000,
  patience: { suspectMs: 5_000, pingMs: 5_000 },
};

/** Commands, loads, a set-up: one who runs them sees them run. */
export const TOOL_LIMITS: DatabaseLimits = {
  statementMs: 1_800_000,
  lockMs: 60_000,
  idleInTransactionMs: 1_800_000,
  connectMs: 10_000,
  patience: { suspectMs: 30_000, pingMs: 10_000 },
};

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  max?: number;
  /** Those of a page when absent: who has more time says so. */
  limits?: DatabaseLimits;
}

type PoolOptions = pg.PoolConfig & { pipeline: true; watch: DatabaseWatch };

/** After how long we give a statement up that the server did not end, ms beyond its limit. */
const AFTERWARDS_MS = 2_000;

/** Opens the pool. Close with `db.destroy()`. */
export function openDatabase({ url, max = 20, limits = PAGE_LIMITS }: DatabaseOptions): Db {
  const watch = new DatabaseWatch(url, limits.patience);
  const options: PoolOptions = {
    connectionString: url,
    max,
    pipeline: true,
    watch,
    Client: PreparingClient as unknown as typeof pg.Client,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    query_timeout: limits.statementMs + AFTERWARDS_MS,
  };
  const pool = new pg.Pool(options);
  // A lost connection is replaced at the next use; without listeners it would end the process. The pool listens only while
  // a connection is idle, so each one gets a listener of its own: one lost between two statements fails the next statement.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const watched = {
    connect: () => (watch.away ? Promise.reject(new DatabaseAway()) : pool.connect()),
    end() {
      watch.stop();
      return pool.end();
    },
  };
  return new MarkingKysely({ dialect: new PipelinedDialect({ pool: watched as unknown as pg.Pool }) });
}

// pg would print a Temporal value inside quotes, as JSON.
function asParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'microsecond' });
  if (value instanceof Temporal.PlainDate) return value.toString();
  return value;
}
