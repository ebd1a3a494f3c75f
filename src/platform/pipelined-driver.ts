// Statements of a transaction travel together where nothing waits for their answers: "begin" with the first statement, the
// last writes with "commit". Each journey to the database and back costs more than most statements do.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

const unawaited = new WeakSet<CompiledQuery>();

/**
 * Marks a write whose answer nobody needs: inside a transaction it is sent and not waited for. When it fails, the commit
 * fails with its error and nothing of the transaction stays. Outside a transaction the mark means nothing.
 */
export function withoutWaiting<R>(query: CompiledQuery<R>): CompiledQuery<R> {
  unawaited.add(query);
  return query;
}

const sentAhead = new WeakMap<CompiledQuery, Promise<unknown>>();

/**
 * Sends a statement of a transaction and does not wait: it travels with the next one, and its rows are asked for when they are needed.
 * @returns waits for its rows; throws what the statement failed with. Whoever does not ask is told by the commit.
 */
export async function ahead<R>(
  tx: Pick<Kysely<unknown>, 'executeQuery'>,
  query: CompiledQuery<R>,
): Promise<() => Promise<R[]>> {
  const { rows } = await tx.executeQuery(withoutWaiting(query));
  const sent = sentAhead.get(query) as Promise<QueryResult<R>> | undefined;
  return async () => (sent ? (await sent).rows : rows);
}

type Inner = Parameters<PostgresDriver['releaseConnection']>[0];

class PipelinedConnection implements DatabaseConnection {
  readonly inner: Inner;
  #sent: Promise<unknown>[] | null = null;

  constructor(inner: Inner) {
    this.inner = inner;
  }

  begin(begun: Promise<unknown>): void {
    this.#sent = [];
    this.send(begun);
  }

  send(sent: Promise<unknown>): void {
    // Its failure is told at the next statement that is waited for, at the latest by the commit.
    sent.catch(() => {});
    this.#sent?.push(sent);
  }

  /** Waits for everything that was sent; from here on the transaction is over. @throws the first failure */
  async finish(last: Promise<void>): Promise<void> {
    const sent = this.#sent ?? [];
    this.#sent = null;
    const ends = await Promise.allSettled([...sent, last]);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Forgets failures: the transaction is rolled back. */
  async abandon(): Promise<void> {
    const sent = this.#sent ?? [];
    this.#sent = null;
    await Promise.allSettled(sent);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = this.inner.executeQuery<R>(query);
    if (!this.#sent) return answer;
    if (unawaited.has(query)) {
      this.send(answer);
      sentAhead.set(query, answer);
      return { rows: [] };
    }
    try {
      return await answer;
    } catch (error) {
      // "The transaction is aborted" says little: an earlier statement says why.
      const ends = await Promise.allSettled(this.#sent);
      throw ends.find((end) => end.status === 'rejected')?.reason ?? error;
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}

class PipelinedDriver implements Driver {
  readonly #inner: PostgresDriver;
  readonly #wrapped = new WeakMap<Inner, PipelinedConnection>();

  constructor(config: PostgresDialectConfig) {
    this.#inner = new PostgresDriver(config);
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const inner = (await this.#inner.acquireConnection()) as Inner;
    const known = this.#wrapped.get(inner);
    if (known) return known;
    const made = new PipelinedConnection(inner);
    this.#wrapped.set(inner, made);
    return made;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const own = ours(connection);
    own.begin(this.#inner.beginTransaction(own.inner, settings));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = ours(connection);
    await own.finish(this.#inner.commitTransaction(own.inner));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = ours(connection);
    await own.abandon();
    await this.#inner.rollbackTransaction(own.inner);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(ours(connection).inner);
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }
}

function ours(connection: DatabaseConnection): PipelinedConnection {
  if (!(connection instanceof PipelinedConnection)) throw new Error('not a connection of this driver');
  return connection;
}

/** Kysely over a pool whose clients pipeline. */
export class PipelinedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new PipelinedDriver(this.#config);
  }
}
