// When the worker has nothing left to do: no fact waits for it, and no job that is due.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../src/platform/db.ts';

const LOOK_MS = 100;
const PATIENCE_MS = 600_000;

/** Resolves when nothing is due. @throws Error when that takes ten minutes */
export async function drained(db: Db): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select 1 from journal.outbox) or exists (
        select 1 from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts) as busy`.execute(
      db,
    );
    if (!rows[0]?.busy) return;
    await pause(LOOK_MS);
  }
  throw new Error('bench: the worker is not through with what is due');
}
