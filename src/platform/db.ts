// The way to PostgreSQL: one pool, Kysely over it, every statement prepared once per connection.
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Kysely, type Transaction, type TransactionBuilder } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/schema.ts';
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

class PreparingClient extends pg.Client {
  // Kysely calls query(text, values); giving each shape a name makes PostgreSQL parse and plan it once.
  // @ts-expect-error pg declares many overloads; only the one Kysely uses is widened here.
  override query(first: unknown, ...rest: unknown[]): unknown {
    this.#gather();
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

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  max?: number;
}

/** Opens the pool. Close with `db.destroy()`. */
export function openDatabase({ url, max = 20 }: DatabaseOptions): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    Client: PreparingClient as unknown as typeof pg.Client,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  } as pg.PoolConfig);
  // A lost connection is replaced at the next use; without listeners it would end the process. The pool listens only while
  // a connection is idle, so each one gets a listener of its own: one lost between two statements fails the next statement.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new MarkingKysely({ dialect: new PipelinedDialect({ pool }) });
}

// pg would print a Temporal value inside quotes, as JSON.
function asParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'microsecond' });
  if (value instanceof Temporal.PlainDate) return value.toString();
  return value;
}
