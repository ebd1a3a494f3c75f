// Every result's row held against the fact of its issue: people are sent to that row to check a paper.
import type { Db, Tx } from '../../platform/db.ts';
import { asOfOneMoment, type FactBody, type StreamReader, walkChains } from '../../platform/journal.ts';
import { ResultFact, resultStream } from './facts.ts';
import { type IssuedResult, resultsById, resultsWithoutFact } from './results-store.ts';
import { sealOf } from './seal.ts';

/** One thing in which table and journal differ. */
interface Difference {
  readonly stream: string;
  readonly seq: number;
  readonly reason: string;
}

/** More than so many are not told one by one. */
const MOST = 500;
const PREFIX = resultStream('');

export interface ResultsHeld extends StreamReader {
  /** How many results were looked at. */
  looked: number;
  /** Once every stream was taken: results of whose issue the journal says nothing. */
  end(snapshot: Tx): Promise<void>;
}

/**
 * Holds the results of the streams that are walked against their rows: nothing is written.
 * @param tell hears of each difference
 * @param looked how many were looked at before
 */
export function resultsHeld(tell: (found: Difference) => void, looked = 0): ResultsHeld {
  return {
    prefix: PREFIX,
    looked,
    async take(snapshot, streams) {
      const issued = streams.flatMap(({ stream, facts }) => {
        const at = facts.findIndex(({ name }) => name === ResultFact.Issued);
        return at < 0
          ? []
          : [{ stream, id: stream.slice(PREFIX.length), seq: at + 1, body: facts[at]?.body }];
      });
      const rows = await resultsById(
        snapshot,
        issued.map(({ id }) => id),
      );
      this.looked += rows.size;
      for (const { stream, id, seq, body } of issued) {
        const row = rows.get(id);
        if (!row) tell({ stream, seq, reason: 'the journal tells of this result, but its row is gone' });
        const reason = row && differenceIn(row, body);
        if (reason) tell({ stream, seq: 1, reason });
      }
    },
    async end(snapshot) {
      const { ids, count } = await resultsWithoutFact(snapshot, MOST);
      this.looked += count;
      for (const id of ids)
        tell({ stream: resultStream(id), seq: 1, reason: 'the result has no fact of its issue' });
    },
  };
}

/**
 * Holds every result against its fact, and the facts against the table: nothing is written.
 * @param tell hears of each difference
 * @returns how many results were looked at
 */
export function holdResultsAgainstJournal(db: Db, tell: (found: Difference) => void): Promise<number> {
  return asOfOneMoment(db, async (snapshot) => {
    const held = resultsHeld(tell);
    await walkChains([snapshot], { readers: [held], only: PREFIX });
    await held.end(snapshot);
    return held.looked;
  });
}

function differenceIn(row: IssuedResult, body: FactBody | undefined): string | null {
  const { number, sha256, seal } = body?.data ?? {};
  if (number !== row.number)
    return `the result's row was changed without the journal: number is ${row.number}, the journal says ${number}`;
  if (sha256 !== row.sha256)
    return `the result's row was changed without the journal: sha256 is ${row.sha256}, the journal says ${sha256}`;
  // Those issued before facts carried a seal are told by number and file alone.
  if (seal !== undefined && seal !== sealOf(row))
    return "the result's row was changed without the journal: what is shown of it is not what was issued";
  return null;
}
