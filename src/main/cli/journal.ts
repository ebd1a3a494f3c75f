// `journal verify`: walks every chain; exit 0, or the first broken row and exit 1. Finds the database itself, running or not.
import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';
import { type JournalBreak, verifyJournal } from '../../platform/journal.ts';
import { withDatabase } from './database.ts';
import type { Command } from './json-lines.ts';

export interface JournalAnswer {
  ok: boolean;
  streams: number;
  facts: number;
  /** The first row that does not follow from the one before. */
  broken?: JournalBreak;
}

/** Checks the chains, and that no dossier lost its whole stream. */
export async function checkJournal(db: Db): Promise<JournalAnswer> {
  const { streams, facts, firstBreak } = await verifyJournal(db);
  const broken = firstBreak ?? (await bareDossier(db));
  return { ok: !broken, streams, facts, ...(broken && { broken }) };
}

async function bareDossier(db: Db): Promise<JournalBreak | null> {
  const { rows } = await sql<{ id: string }>`
    select id from dossiers.dossier d
    where not exists (select 1 from journal.stream s where s.stream = 'dossier:' || d.id) limit 1`.execute(
    db,
  );
  const id = rows[0]?.id;
  return id ? { stream: `dossier:${id}`, seq: 1, reason: 'the dossier has no facts' } : null;
}

/** The command. @returns 0 when every chain holds, 1 with the first broken row, 2 when called wrongly */
export const run: Command = async (args, { output, errors, env }) => {
  if (args[0] !== 'verify') {
    errors.write('usage: npm run -s cli -- journal verify\n');
    return 2;
  }
  const answer = await withDatabase(env, checkJournal);
  output.write(`${JSON.stringify(answer)}\n`);
  return answer.ok ? 0 : 1;
};
