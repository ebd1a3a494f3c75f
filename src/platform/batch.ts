// What is asked in the same moment travels as one statement: under load a hundred look-ups cost one round trip, and a hundred writes one
// commit; alone each costs what it always did. Nothing is kept: whoever asks joins only a statement that has not left yet, so an answer
// is never old and a write is told of after its commit.
import { isDatabaseAway } from './database-watch.ts';
import type { Db } from './db.ts';

interface Waiting<I, O> {
  readonly item: I;
  answer(value: O): void;
  fail(error: unknown): void;
}

interface Line<I, O> {
  waiting: Waiting<I, O>[];
  /** Statements that are out; at the most of them, the next batch gathers. */
  underWay: number;
  called: boolean;
}

interface Gathering<I, O> {
  /** Does all of a batch. @returns what came of each, in their order */
  readonly work: (db: Db, batch: readonly I[]) => Promise<readonly O[]>;
  /** Statements under way at once. */
  readonly atOnce: number;
}

const MOST_AT_ONCE = 200;
/** A statement that hangs longer than this, ms, holds nobody else up. */
const LONG = 250;

function gathering<I, O>({ work, atOnce }: Gathering<I, O>): (db: Db, item: I) => Promise<O> {
  const lines = new WeakMap<Db, Line<I, O>>();

  function leave(db: Db, line: Line<I, O>): void {
    line.called = false;
    if (line.waiting.length === 0 || line.underWay >= atOnce) return;
    const batch = line.waiting.splice(0, MOST_AT_ONCE);
    line.underWay += 1;
    const goOn = once(() => {
      line.underWay -= 1;
      leave(db, line);
    });
    const late = setTimeout(goOn, LONG);
    work(
      db,
      batch.map(({ item }) => item),
    )
      .then(
        (done) => {
          for (const [at, { answer }] of batch.entries()) answer(done[at] as O);
        },
        (error: unknown) => {
          for (const { fail } of batch) fail(error);
        },
      )
      .finally(() => {
        clearTimeout(late);
        goOn();
      });
  }

  return (db, item) =>
    new Promise((answer, fail) => {
      let line = lines.get(db);
      if (!line) {
        line = { waiting: [], underWay: 0, called: false };
        lines.set(db, line);
      }
      line.waiting.push({ item, answer, fail });
      if (line.called) return;
      line.called = true;
      const mine = line;
      // After everything that arrived in this turn of the loop has been read.
      setImmediate(() => leave(db, mine));
    });
}

/**
 * Makes a look-up by key out of a query that takes many keys.
 * @param load finds what there is of these keys, each at most once; a failure fails everybody in the batch, so keys must be
 *   well-formed for the database
 */
export function inBatches<V>(
  load: (db: Db, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (db: Db, key: string) => Promise<V | undefined> {
  return gathering<string, V | undefined>({
    atOnce: 1,
    async work(db, keys) {
      const found = await load(db, [...new Set(keys)]);
      return keys.map((key) => found.get(key));
    },
  });
}

/** Two: while one waits for the disk to have its commit, the other is made. */
const WRITES_AT_ONCE = 2;

/**
 * Makes a write of one out of a statement that writes many; not for use within a transaction. Where the statement fails each is written
 * alone, so that what one of them is guilty of falls on nobody else: a write must be harmless when it is done again after it was lost track of.
 * @param write one statement, committed by itself; tells of each, in their order, whether it was written
 */
export function writesInBatches<I>(
  write: (db: Db, batch: readonly I[]) => Promise<readonly boolean[]>,
): (db: Db, item: I) => Promise<boolean> {
  const alone = async (db: Db, item: I) => (await write(db, [item]))[0] === true;
  const gathered = gathering<I, () => boolean>({
    atOnce: WRITES_AT_ONCE,
    async work(db, batch) {
      try {
        const written = await write(db, batch);
        return batch.map((_, at) => () => written[at] === true);
      } catch (error) {
        if (batch.length === 1 || isDatabaseAway(error)) throw error;
        const ends = await Promise.allSettled(batch.map((item) => alone(db, item)));
        return ends.map((end) => () => {
          if (end.status === 'rejected') throw end.reason;
          return end.value;
        });
      }
    },
  });
  return async (db, item) => {
    if (db.isTransaction) throw new Error('gathered with others, it would not be part of its transaction');
    return (await gathered(db, item))();
  };
}

function once(go: () => void): () => void {
  let gone = false;
  return () => {
    if (gone) return;
    gone = true;
    go();
  };
}
