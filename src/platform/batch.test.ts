// Who asks at one moment is answered by one statement, each with what is theirs.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { keptNumbers } from '../../tests/support/kept-numbers.ts';
import { inBatches, writesInBatches } from './batch.ts';
import type { Db } from './db.ts';

const numbers = keptNumbers();
const { kept } = numbers;
let db: Db;
beforeAll(() => {
  db = numbers.db;
});

describe('look-ups in batches', () => {
  test('each gets its own answer, asked together in fewer queries', async () => {
    let queries = 0;
    const squared = inBatches<number>(async (_db, keys) => {
      queries += 1;
      return new Map(keys.filter((key) => key !== '7').map((key) => [key, Number(key) ** 2]));
    });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => squared(db, String(at % 10))));
    expect(answers).toEqual(
      Array.from({ length: 50 }, (_, at) => (at % 10 === 7 ? undefined : (at % 10) ** 2)),
    );
    expect(queries).toBeLessThan(5);
  });

  test('whoever asks while a query is out gets a later one: answers are never old', async () => {
    let value = 'before';
    const held = Promise.withResolvers<void>();
    const look = inBatches<string>(async (_db, keys) => {
      const seen = value;
      if (seen === 'before') await held.promise;
      return new Map(keys.map((key) => [key, seen]));
    });
    const first = look(db, 'a');
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    value = 'after';
    const second = look(db, 'a');
    held.resolve();
    expect([await first, await second]).toEqual(['before', 'after']);
  });

  test('a failure reaches everybody who asked, and nobody after', async () => {
    let broken = true;
    const look = inBatches<string>(async (_db, keys) => {
      if (broken) throw new Error('the database is away');
      return new Map(keys.map((key) => [key, key]));
    });
    const ends = await Promise.allSettled([look(db, 'a'), look(db, 'b')]);
    expect(ends.map((end) => end.status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await look(db, 'c')).toBe('c');
  });
});

describe('writes in batches', () => {
  const statements: number[] = [];
  const put = writesInBatches<number>(async (at, ids) => {
    statements.push(ids.length);
    const { rows } = await sql<{ id: number }>`
      insert into public.kept select * from unnest(${ids}::int[]) n where n % 10 <> 7 returning id`.execute(
      at,
    );
    return ids.map((id) => rows.some((row) => row.id === id));
  });
  test('each is told whether it was written, once it is, in fewer statements than there are writes', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => at + 1);
    const told = await Promise.all(ids.map((id) => put(db, id)));
    expect(told).toEqual(ids.map((id) => id % 10 !== 7));
    expect(await kept()).toEqual(ids.filter((id) => id % 10 !== 7));
    expect(statements.length).toBeLessThan(5);
  });

  test('one that the database refuses fails alone', async () => {
    const ends = await Promise.allSettled([put(db, 101), put(db, 5), put(db, 102)]);
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await kept()).toEqual(expect.arrayContaining([101, 102]));
  });

  test('none is made within a transaction, which it would be no part of', async () => {
    await expect(db.transaction().execute((tx) => put(tx, 201))).rejects.toThrow('transaction');
  });
});
