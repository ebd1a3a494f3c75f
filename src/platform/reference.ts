// The version of the reference data: a load moves it, and a process that reads the data into memory sees that it moved.
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, Tx } from './db.ts';
import type { Log } from './log.ts';

/** The version in force. */
export async function referenceVersion(db: Db | Tx): Promise<number> {
  const row = await db.selectFrom('platform.reference_version').select('version').executeTakeFirstOrThrow();
  return row.version;
}

/** One load at a time: the next waits until this transaction ends. */
export async function lockReference(tx: Tx): Promise<void> {
  await tx.selectFrom('platform.reference_version').select('version').forUpdate().executeTakeFirstOrThrow();
}

/** Tells every process, when this transaction commits, that it has something to read anew. */
export async function moveReference(tx: Tx, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('platform.reference_version')
    .set((e) => ({ version: e('version', '+', 1), at: now }))
    .execute();
}

/** What a process holds in memory of the reference data. */
export interface InMemory<T> {
  /** As last read, whole: parts of two versions never stand side by side. */
  now(): T;
  /** Reads everything anew when the version has moved. @returns whether it had */
  refresh(): Promise<boolean>;
  /** Looks for a new version again and again. @returns how to stop */
  keepFresh(log: Log): () => Promise<void>;
}

/** How often a process looks, ms: one row by a primary key. */
const LOOK_MS = 1_000;

/**
 * Reads reference data into memory.
 * @param read all that is kept, as of one moment: it is run in one snapshot
 * @param changed runs after a newer version has taken the place of the old one
 */
export async function inMemory<T>(
  db: Db,
  read: (snapshot: Db) => Promise<T>,
  changed: () => void = () => {},
): Promise<InMemory<T>> {
  const snapshot = () =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => ({ version: await referenceVersion(tx), value: await read(tx) }));
  let held = await snapshot();
  const refresh = async () => {
    if ((await referenceVersion(db)) === held.version) return false;
    held = await snapshot();
    changed();
    return true;
  };
  return {
    now: () => held.value,
    refresh,
    keepFresh(log) {
      const stopping = new AbortController();
      const running = (async () => {
        while (!stopping.signal.aborted) {
          await pause(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
          if (stopping.signal.aborted) return;
          try {
            if (await refresh()) log.info({ version: held.version }, 'reference data read anew');
          } catch (error) {
            log.warn({ reason: String(error) }, 'reference data could not be read anew; trying again');
          }
        }
      })();
      return async () => {
        stopping.abort();
        await running;
      };
    },
  };
}

/** An object that is always the one `now` gives: whoever was handed it needs not know that it is replaced. */
export function throughTo<T extends object>(now: () => T): T {
  return new Proxy(now(), { get: (_first, name) => Reflect.get(now(), name) });
}
