// A worker has no port: it breathes into a table, and whoever wants to know whether it lives looks there. Real time, the database's own,
// so that no machine's clock and no virtual one matters.
import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Writes that this process lives; forgets those not heard of for a day. */
export async function breathe(db: Db, version: string): Promise<void> {
  const process_ = `${hostname()}:${process.pid}`;
  await sql`
    insert into platform.breath (process, version, at) values (${process_}, ${version}, now())
    on conflict (process) do update set version = excluded.version, at = excluded.at`.execute(db);
  await sql`delete from platform.breath where at < now() - interval '1 day'`.execute(db);
}

/** Seconds since any worker breathed; null when none did for a day. */
export async function sinceBreath(db: Db): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from now() - max(at))::float8 as seconds from platform.breath`.execute(db);
  return rows[0]?.seconds ?? null;
}
