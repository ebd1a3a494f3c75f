// Every dossier's row held against what the journal says of it: a row that was changed without an act is found and named.
import type { Db, Tx } from '../../platform/db.ts';
import type { Dossier } from './dossier.ts';
import { streamOf } from './facts.ts';
import { type RowAndFacts, rowsWithFacts, streamsWithoutRow } from './journal-store.ts';
import { type Told, toldByJournal } from './told-by-journal.ts';

/** One thing in which table and journal differ. */
export interface Difference {
  readonly stream: string;
  /** The last fact that was read. */
  readonly seq: number;
  readonly reason: string;
}

const PAGE = 500;

/** What each column is called to whoever reads the finding. */
const COLUMNS: Readonly<Record<keyof Told, string>> = {
  ownerId: 'owner_id',
  submitterId: 'submitter_id',
  procedureId: 'procedure_id',
  agencyId: 'agency_id',
  formHash: 'form_hash',
  state: 'state',
  number: 'number',
  holderId: 'holder_id',
  moneyState: 'money_state',
  deliveryState: 'delivery_state',
  heldSince: 'held_since',
  submittedAt: 'submitted_at',
  acceptedAt: 'accepted_at',
  dueOriginal: 'due_original',
  dueCurrent: 'due_current',
  finishedAt: 'finished_at',
  deliveredAt: 'delivered_at',
};

/**
 * Holds every dossier against its facts, and the facts against the table: nothing is written.
 * @param tell hears of each difference
 * @returns how many dossiers were looked at
 */
export async function holdAgainstJournal(db: Db | Tx, tell: (found: Difference) => void): Promise<number> {
  let looked = 0;
  let after: string | null = null;
  for (;;) {
    const page: RowAndFacts[] = await rowsWithFacts(db, after, PAGE);
    for (const one of page) for (const found of differencesIn(one)) tell(found);
    looked += page.length;
    if (page.length < PAGE) break;
    after = page.at(-1)?.row.id ?? null;
  }
  for (const { stream, seq } of await streamsWithoutRow(db, PAGE))
    tell({ stream, seq, reason: 'the journal tells of this dossier, but its row is gone' });
  return looked;
}

function differencesIn({ row, bodies, seq }: RowAndFacts): Difference[] {
  const at = { stream: streamOf(row.id), seq };
  if (seq === 0) return [{ ...at, seq: 1, reason: 'the dossier has no facts' }];
  let told: Partial<Told>;
  try {
    told = toldByJournal(bodies);
  } catch {
    return [{ ...at, reason: 'the facts of this dossier do not carry what their names promise' }];
  }
  return Object.entries(told).flatMap(([name, said]) => {
    const key = name as keyof Told;
    const found = row[key satisfies keyof Dossier];
    if (textOf(said) === textOf(found)) return [];
    return [
      {
        ...at,
        reason: `the dossier's row was changed without the journal: ${COLUMNS[key]} is ${textOf(found)}, the journal says ${textOf(said)}`,
      },
    ];
  });
}

function textOf(value: Temporal.Instant | string | number | null | undefined): string {
  return value instanceof Temporal.Instant
    ? value.toString({ smallestUnit: 'microsecond' })
    : String(value ?? 'empty');
}
