// `journal verify`: walks every chain; exit 0, or the first broken row and exit 1. Finds the database itself, running or not.
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../../platform/db.ts';
import { startEmbeddedDatabase } from '../../platform/embedded-database.ts';
import { type JournalBreak, verifyJournal } from '../../platform/journal.ts';
import { readConfig } from '../config.ts';
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

/** Opens the database of DATABASE_URL, else the embedded one, which is started only when it is not running. */
export async function withDatabase<T>(env: NodeJS.ProcessEnv, work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig(env);
  const own = config.databaseUrl
    ? null
    : await startEmbeddedDatabase({ folder: join(config.varFolder, 'pg') });
  const db = openDatabase({ url: config.databaseUrl ?? (own?.url as string), max: 2 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
    if (own && !own.adopted) await own.stop();
  }
}

/** The command. @returns 0 when every chain holds, 1 with the first broken row, 2 when called wrongly */
export const run: Command = async (args, { output, errors }) => {
  if (args[0] !== 'verify') {
    errors.write('usage: npm run -s cli -- journal verify\n');
    return 2;
  }
  const answer = await withDatabase(process.env, checkJournal);
  output.write(`${JSON.stringify(answer)}\n`);
  return answer.ok ? 0 : 1;
};
