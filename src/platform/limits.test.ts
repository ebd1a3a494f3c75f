// A count belongs to its window; one that begins in a time to come, after the clock was turned back, counts for nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { forgetAndGiveBack, takeEach, takeOne, type Use } from './limits.ts';

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

describe('of several, each its amount', () => {
  const hour = { key: 'several:hour', most: 2, seconds: 3_600 };
  const minute = { key: 'several:minute', most: 5, seconds: 60 };
  const at = (seconds: number) => Temporal.Instant.from('2026-11-23T02:00:00Z').add({ seconds });
  const use = async (seconds: number, ...[hours, minutes]: number[]) => {
    const uses = [
      { ...hour, amount: hours },
      { ...minute, amount: minutes },
    ] as Use[];
    const over = await takeEach(test.db, uses, at(seconds), { lightly: true });
    return over && [over.at, over.until.toString()];
  };

  it('each counts in its own window; nought only looks; what comes after one that is used up is not taken', async () => {
    expect(await use(0, 1, 4)).toBeNull();
    expect(await use(10, 1, 0)).toBeNull();
    expect(await use(20, 0, 1)).toBeNull();
    expect(await use(30, 0, 1)).toEqual([1, '2026-11-23T02:01:00Z']);
    expect(await use(40, 1, 5)).toEqual([0, '2026-11-23T03:00:00Z']);
    expect(await use(70, 0, 5)).toEqual([0, '2026-11-23T03:00:00Z']);
    expect(await use(3_700, 2, 5)).toBeNull();
  });

  it('is refused within a transaction, whose commit it would make light', async () => {
    const within = test.db.transaction().execute((tx) => takeEach(tx, [hour], at(0), { lightly: true }));
    await expect(within).rejects.toThrow('lightly');
  });
});

const NOW = Temporal.Instant.from('2026-11-23T02:00:00Z');
const counts = async (keys: readonly string[]) => {
  const rows = await test.db
    .selectFrom('platform.rate')
    .select(['key', 'count'])
    .where('key', 'in', keys)
    .execute();
  return keys.map((key) => rows.find((row) => row.key === key)?.count ?? null);
};

it('several are taken in order: what comes after one that is used up is not counted', async () => {
  const keys = ['each-a', 'each-b', 'each-c'];
  const limits = keys.map((key, at) => ({ key, most: at === 1 ? 2 : 9, seconds: 60 }));
  expect(await takeEach(test.db, limits, NOW)).toBeNull();
  expect(await takeEach(test.db, limits, NOW.add({ seconds: 1 }))).toBeNull();
  expect(await counts(keys)).toEqual([2, 2, 2]);
  const over = await takeEach(test.db, limits, NOW.add({ seconds: 2 }));
  expect([over?.at, over?.until.toString()]).toEqual([1, NOW.add({ seconds: 60 }).toString()]);
  expect(await counts(keys)).toEqual([3, 3, 2]);
  expect(await takeEach(test.db, limits, NOW.add({ seconds: 61 }))).toBeNull();
  expect(await counts(keys)).toEqual([1, 1, 1]);
});

it('of many at once that take several as many are let through as may be, and none waits for ever', async () => {
  const limits = ['rush-a', 'rush-b'].map((key) => ({ key, most: 7, seconds: 60 }));
  const back = limits.map(({ key }) => key);
  const all = await Promise.all([
    ...Array.from({ length: 20 }, () => takeEach(test.db, limits, NOW)),
    ...Array.from({ length: 10 }, () =>
      forgetAndGiveBack(test.db, null, ['rush-x', 'rush-y']).then(() => 'back'),
    ),
  ]);
  expect(all.filter((one) => one === null)).toHaveLength(7);
  await forgetAndGiveBack(test.db, 'rush-a', ['rush-b']);
  expect(await counts(back)).toEqual([null, 6]);
});
