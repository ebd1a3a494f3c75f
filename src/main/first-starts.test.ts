// Two machines started for the first time on one empty database: both come up, and everything is there once.
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { setUpDatabase } from './set-up.ts';

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((one) => one.drop())));

test.each([
  ['a trial', true],
  ['a real one', false],
])('%s', async (_what, demo) => {
  const database = await emptyDatabase();
  made.push(database);
  const now = Temporal.Instant.from('2026-11-30T02:00:00Z');
  const start = async () => {
    const said = await setUpDatabase({ url: database.url, now, demo, log: () => {} });
    await runMigrations({ connectionString: database.url });
    return said;
  };
  const starts = await Promise.all([start(), start(), start()]);
  for (const one of starts) expect(one).toEqual(starts[0]);
  const { rows } = await sql<{ twice: number }>`
    select (select count(*) from places.unit)::int - (select count(distinct (code, valid_from)) from places.unit)::int as twice`.execute(
    database.db,
  );
  expect(rows).toEqual([{ twice: 0 }]);
});
