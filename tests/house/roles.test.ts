// One list of roles: what the database takes for a seat, and for a mandate, is what the rules know.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CITIZEN_ACTS, MANDATE_KINDS, SEAT_ROLES } from '../../src/rules/lifecycle/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

/** The texts that a column's check lets in. */
async function allowed(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ def: string }>`
    select pg_get_constraintdef(oid) as def from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(test.db);
  const check = rows.map((row) => row.def).find((def) => def.includes(`(${column} =`)) ?? '';
  return [...check.matchAll(/'([^']+)'::text/gu)].map(([, text]) => text ?? '').sort();
}

it('seats', async () => {
  expect(await allowed('agencies.assignment', 'role')).toEqual([...SEAT_ROLES].sort());
});

it('mandates', async () => {
  expect(await allowed('people.mandate', 'kind')).toEqual([...MANDATE_KINDS].sort());
  expect(CITIZEN_ACTS).toContain('read');
});
