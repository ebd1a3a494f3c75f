// Every dossier's row held against what the journal says of it: a row that was changed without an act is found and named.
import type { Db, Tx } from '../../platform/db.ts';
import { asOfOneMoment, type StreamReader, type ToldStream, walkChains } from '../../platform/journal.ts';
import { DossierFact, streamOf } from './facts.ts';
import { rowsOf, rowsWithoutFacts } from './journal-store.ts';
import { type Told, toldByJournal } from './told-by-journal.ts';

/** One thing in which table and journal differ. */
export interface Difference {
  readonly stream: string;
  /** The last fact that was read. */
  readonly seq: number;
  readonly reason: string;
}

/** More than so many are not told one by one. */
const MOST = 500;

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

const PREFIX = streamOf('');

export interface DossiersHeld extends StreamReader {
  /** How many dossiers were looked at. */
  looked: number;
  /** Once every stream was taken: dossiers of which the journal says nothing. */
  end(snapshot: Tx): Promise<void>;
}

/**
 * Holds the dossiers of the streams that are walked against their rows: nothing is written.
 * @param tell hears of each difference
 * @param looked how many were looked at before
 */
export function dossiersHeld(tell: (found: Difference) => void, looked = 0): DossiersHeld {
  return {
    prefix: PREFIX,
    looked,
    async take(snapshot, streams) {
      const rows = await rowsOf(
        snapshot,
        streams.map(({ stream }) => stream.slice(PREFIX.length)),
      );
      this.looked += rows.size;
      for (const one of streams)
        for (const found of differencesIn(one, rows.get(one.stream.slice(PREFIX.length)))) tell(found);
    },
    async end(snapshot) {
      const { ids, count } = await rowsWithoutFacts(snapshot, MOST);
      this.looked += count;
      for (const id of ids) tell({ stream: streamOf(id), seq: 1, reason: 'the dossier has no facts' });
    },
  };
}

/**
 * Holds every dossier against its facts, and the facts against the table: nothing is written.
 * @param tell hears of each difference
 * @returns how many dossiers were looked at
 */
export async function holdAgainstJournal(db: Db, tell: (found: Difference) => void): Promise<number> {
  return asOfOneMoment(db, async (snapshot) => {
    const held = dossiersHeld(tell);
    await walkChains([snapshot], { readers: [held], only: PREFIX });
    await held.end(snapshot);
    return held.looked;
  });
}

function differencesIn({ stream, facts, seq }: ToldStream, row: Told | undefined): Difference[] {
  const at = { stream, seq };
  if (!row) return [{ ...at, reason: 'the journal tells of this dossier, but its row is gone' }];
  if (seq === 0) return [{ ...at, seq: 1, reason: 'the dossier has no facts' }];
  let told: Partial<Told>;
  try {
    told = toldByJournal(facts.filter(({ name }) => name !== DossierFact.Read).map(({ body }) => body));
  } catch {
    return [{ ...at, reason: 'the facts of this dossier do not carry what their names promise' }];
  }
  const found: Difference[] = [];
  for (const key of Object.keys(told) as (keyof Told)[]) {
    if (told[key] === row[key]) continue;
    found.push({
      ...at,
      reason: `the dossier's row was changed without the journal: ${COLUMNS[key]} is ${row[key] ?? 'empty'}, the journal says ${told[key] ?? 'empty'}`,
    });
  }
  return found;
}
