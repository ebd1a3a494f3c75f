// A count belongs to its window; one that begins in a time to come, after the clock was turned back, counts for nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { takeOne } from './limits.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

it('begins again after its window, and when the clock has been turned back before it', async () => {
  const limit = { key: 'test:turned-back', most: 2, seconds: 900 };
  const allowed = async (at: string) => (await takeOne(test.db, limit, Temporal.Instant.from(at))).allowed;
  for (const expected of [true, true, false]) expect(await allowed('2030-01-01T00:00:00Z')).toBe(expected);
  expect(await allowed('2030-01-01T00:15:00Z')).toBe(true);
  for (const expected of [true, true, false]) expect(await allowed('2026-11-23T02:00:00Z')).toBe(expected);
  expect(
    (await takeOne(test.db, limit, Temporal.Instant.from('2026-11-23T02:00:00Z'))).until.toString(),
  ).toBe('2026-11-23T02:15:00Z');
});
