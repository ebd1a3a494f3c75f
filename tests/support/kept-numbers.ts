// A table of numbers in a database of the file's own: for tests of how statements travel.
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { Db } from '../../src/platform/db.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface KeptNumbers {
  readonly db: Db;
  /** What `public.kept` holds, in order; `id` is its key. */
  kept(): Promise<number[]>;
}

/** Call it once, at the top of the file. */
export function keptNumbers(): KeptNumbers {
  const numbers = {
    async kept() {
      const { rows } = await sql<{ id: number }>`select id from public.kept order by id`.execute(numbers.db);
      return rows.map(({ id }) => id);
    },
  } as KeptNumbers;
  let clone: TestDatabase;
  beforeAll(async () => {
    clone = await testDatabase();
    Object.assign(numbers, { db: clone.db });
    await clone.asOwner(async (owner) => {
      await sql`create table public.kept (id integer primary key)`.execute(owner);
      await sql`grant all on public.kept to public`.execute(owner);
    });
  });
  afterAll(async () => clone.drop());
  return numbers;
}
