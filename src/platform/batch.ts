// Questions asked in the same moment travel as one query: under load a hundred look-ups cost one round trip, alone one costs
// what it always did. Nothing is kept: whoever asks joins only a query that has not left yet, so the answer is never old.
import type { Db } from './db.ts';

interface Waiting<V> {
  readonly key: string;
  answer(value: V | undefined): void;
  fail(error: unknown): void;
}

interface Line<V> {
  waiting: Waiting<V>[];
  /** A query is out; meanwhile the next batch gathers. */
  underWay: boolean;
  called: boolean;
}

const MOST_KEYS = 200;
/** A query that hangs longer than this, ms, holds nobody else up. */
const LONG = 250;

/**
 * Makes a look-up by key out of a query that takes many keys.
 * @param load finds what there is of these keys, each at most once; a failure fails everybody in the batch, so keys must be
 *   well-formed for the database
 */
export function inBatches<V>(
  load: (db: Db, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (db: Db, key: string) => Promise<V | undefined> {
  const lines = new WeakMap<Db, Line<V>>();

  function leave(db: Db, line: Line<V>): void {
    line.called = false;
    if (line.waiting.length === 0 || line.underWay) return;
    const batch = line.waiting.splice(0, MOST_KEYS);
    line.underWay = true;
    const goOn = once(() => {
      line.underWay = false;
      leave(db, line);
    });
    const late = setTimeout(goOn, LONG);
    const keys = [...new Set(batch.map(({ key }) => key))];
    load(db, keys)
      .then(
        (found) => {
          for (const { key, answer } of batch) answer(found.get(key));
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

  return (db, key) =>
    new Promise((answer, fail) => {
      let line = lines.get(db);
      if (!line) {
        line = { waiting: [], underWay: false, called: false };
        lines.set(db, line);
      }
      line.waiting.push({ key, answer, fail });
      if (line.called) return;
      line.called = true;
      const mine = line;
      // After everything that arrived in this turn of the loop has been read.
      setImmediate(() => leave(db, mine));
    });
}

function once(go: () => void): () => void {
  let gone = false;
  return () => {
    if (gone) return;
    gone = true;
    go();
  };
}
