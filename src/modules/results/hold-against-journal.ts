// Every result's row held against the fact of its issue: people are sent to that row to check a paper.
import type { Db, Tx } from '../../platform/db.ts';
import { resultStream } from './facts.ts';
import { issuedWithoutRow, type ResultAndFact, resultsWithFacts } from './results-store.ts';
import { sealOf } from './seal.ts';

/** One thing in which table and journal differ. */
interface Difference {
  readonly stream: string;
  readonly seq: number;
  readonly reason: string;
}

const PAGE = 500;

/**
 * Holds every result against its fact, and the facts against the table: nothing is written.
 * @param tell hears of each difference
 * @returns how many results were looked at
 */
export async function holdResultsAgainstJournal(
  db: Db | Tx,
  tell: (found: Difference) => void,
): Promise<number> {
  let looked = 0;
  let after: string | null = null;
  for (;;) {
    const page: ResultAndFact[] = await resultsWithFacts(db, after, PAGE);
    for (const one of page) {
      const reason = differenceIn(one);
      if (reason) tell({ stream: resultStream(one.row.id), seq: 1, reason });
    }
    looked += page.length;
    if (page.length < PAGE) break;
    after = page.at(-1)?.row.id ?? null;
  }
  for (const { stream, seq } of await issuedWithoutRow(db, PAGE))
    tell({ stream, seq, reason: 'the journal tells of this result, but its row is gone' });
  return looked;
}

function differenceIn({ row, body }: ResultAndFact): string | null {
  if (body === null) return 'the result has no fact of its issue';
  const { data } = JSON.parse(body) as { data?: Readonly<Record<string, unknown>> };
  const { number, sha256, seal } = data ?? {};
  if (number !== row.number)
    return `the result's row was changed without the journal: number is ${row.number}, the journal says ${number}`;
  if (sha256 !== row.sha256)
    return `the result's row was changed without the journal: sha256 is ${row.sha256}, the journal says ${sha256}`;
  // Those issued before facts carried a seal are told by number and file alone.
  if (seal !== undefined && seal !== sealOf(row))
    return "the result's row was changed without the journal: what is shown of it is not what was issued";
  return null;
}
