// Forward-only migrations in plain SQL, each in its own transaction, never changed once applied.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sha256 } from './crypto.ts';
import { InTheWay } from './in-the-way.ts';

const LOCK = 20_260_701;
/** A step waits no longer for those who use its tables, and works no longer, ms: who starts an upgrade sees why it ended. */
const STEP_LIMITS = 'set lock_timeout = 60000; set statement_timeout = 3600000';

/** The migrations of a folder, in the order they are applied: by name. */
export function migrationsOf(folder: string): { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** A database that a newer program has migrated: this one would write into tables it does not know. */
function newerDatabase(unknown: readonly string[]): InTheWay {
  return new InTheWay(
    `Cơ sở dữ liệu này đã được một bản Một Cửa mới hơn nâng cấp (chương trình này không biết ${unknown.join(', ')}).`,
    'Chạy lại bằng bản chương trình mới ấy; muốn quay về bản cũ thì khôi phục bản sao lưu (docs/operate/backup.md).',
  );
}

function changed(name: string): Error {
  return new Error(`migration ${name} was changed after it had been applied; write a new one instead`);
}

/** What a migration says of the tables it has rewritten: until they are vacuumed, a page that reads an index alone has to look at the rows, too. */
const REWRITTEN = /^-- vacuum: (?<tables>[a-z_., ]+)$/gmu;

function rewritten(migrations: readonly { text: string }[]): Set<string> {
  const said = migrations.flatMap(({ text }) => [...text.matchAll(REWRITTEN)]);
  return new Set(said.flatMap(({ groups }) => groups?.tables?.split(',').map((one) => one.trim()) ?? []));
}

/**
 * Applies the migrations of a folder that the database lacks, in name order, and vacuums the tables that they say they rewrite. Several at once: one works, the others wait.
 * @returns the names applied now
 * @throws InTheWay when the database has migrations that the folder lacks: nothing is applied
 * @throws Error when an applied file has been changed since: nothing is applied
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(STEP_LIMITS);
    await client.query(
      'create table if not exists public.motcua_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const applied = await appliedIn(client);
    const files = migrationsOf(folder);
    compare(files, applied);
    const now = files.filter(({ name }) => !applied.has(name));
    for (const { name, text } of now) {
      await client.query('begin');
      await client.query(text);
      await client.query('insert into public.motcua_migration (name, sha256) values ($1, $2)', [
        name,
        sha256(text),
      ]);
      await client.query('commit');
    }
    for (const table of rewritten(now)) await client.query(`vacuum (analyze) ${table}`);
    return now.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function appliedIn(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.motcua_migration order by name',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function compare(files: readonly { name: string; text: string }[], applied: Map<string, string>): void {
  const known = new Set(files.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw newerDatabase(unknown);
  for (const { name, text } of files)
    if (applied.has(name) && applied.get(name) !== sha256(text)) throw changed(name);
}

/**
 * Looks, and changes nothing: for programs that run on a database which a start has set up.
 * @throws InTheWay when the database is of another version than the folder, newer or older
 */
export async function holdMigrated(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const files = migrationsOf(folder);
    const { rows } = await client.query<{ made: boolean }>(
      "select to_regclass('public.motcua_migration') is not null as made",
    );
    const applied = rows[0]?.made ? await appliedIn(client) : new Map<string, string>();
    compare(files, applied);
    const missing = files.filter(({ name }) => !applied.has(name));
    if (missing.length === 0) return;
    throw new InTheWay(
      `Cơ sở dữ liệu này chưa được nâng cấp cho bản chương trình này (thiếu ${missing.map(({ name }) => name).join(', ')}).`,
      'Chạy npm start một lần với cùng thiết lập để nâng cấp nó, rồi chạy lại.',
    );
  } finally {
    await client.end();
  }
}
