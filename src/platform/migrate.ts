// Forward-only migrations in plain SQL, each in its own transaction, never changed once applied.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { sha256 } from './crypto.ts';

const LOCK = 20_260_701;

/**
 * Applies the migrations of a folder that the database lacks, in name order.
 * @returns the names applied now
 * @throws Error when an applied file has been changed since
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists public.motcua_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.motcua_migration',
    );
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    const now: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const known = applied.get(name);
      if (known === undefined) {
        await client.query('begin');
        await client.query(text);
        await client.query('insert into public.motcua_migration (name, sha256) values ($1, $2)', [
          name,
          sha256(text),
        ]);
        await client.query('commit');
        now.push(name);
      } else if (known !== sha256(text)) {
        throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`);
      }
    }
    return now;
  } finally {
    await client.end();
  }
}
