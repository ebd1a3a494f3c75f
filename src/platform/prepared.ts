// A statement written once in Kysely's words and compiled once: on hot paths building the same SQL anew costs more than sending it.
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db, Tx } from './db.ts';
import { withoutWaiting } from './pipelined-driver.ts';

/** Stands in the compiled statement where a named value goes. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export interface Prepared<P, R> {
  /** Sends it and waits for its rows. */
  rows(db: Db | Tx, values: P): Promise<R[]>;
  /** Inside a transaction: sends it and does not wait; a failure is told by the commit at the latest. */
  send(tx: Tx, values: P): Promise<void>;
}

/**
 * Makes a statement whose values are given by name at each use.
 * @param build writes the statement; each property of `p` stands for the value of that name and may only be passed on as a
 *   parameter, never looked at
 */
export function prepared<P extends object, R = unknown>(
  build: (db: Db | Tx, p: P) => Compilable<R>,
): Prepared<P, R> {
  let shape: CompiledQuery | undefined;
  const slots = new Proxy({} as P, { get: (_target, name) => new Slot(String(name)) });
  const filled = (db: Db | Tx, values: P): CompiledQuery => {
    shape ??= build(db, slots).compile();
    const parameters = shape.parameters.map((one) =>
      one instanceof Slot ? Reflect.get(values, one.name) : one,
    );
    return { ...shape, parameters };
  };
  return {
    rows: async (db, values) => (await db.executeQuery<R>(filled(db, values) as CompiledQuery<R>)).rows,
    send: async (tx, values) => {
      await tx.executeQuery(withoutWaiting(filled(tx, values)));
    },
  };
}

/** Inside a transaction: sends a write whose answer nobody needs; a failure is told by the commit at the latest. */
export async function send(tx: Tx, query: Compilable<unknown>): Promise<void> {
  await tx.executeQuery(withoutWaiting(query.compile()));
}
