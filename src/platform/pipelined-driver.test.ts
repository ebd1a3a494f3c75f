// Statements that are not waited for are written with the commit, or nothing is.
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { inBatches } from './batch.ts';
import type { Db } from './db.ts';
import { withoutWaiting } from './pipelined-driver.ts';

let clone: TestDatabase;
let db: Db;

beforeAll(async () => {
  clone = await testDatabase();
  db = clone.db;
  await clone.asOwner(async (owner) => {
    await sql`create table public.kept (id integer primary key)`.execute(owner);
    await sql`grant all on public.kept to public`.execute(owner);
  });
});
afterAll(async () => clone.drop());

const put = (id: number) => withoutWaiting(CompiledQuery.raw('insert into public.kept values ($1)', [id]));
async function kept(): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from public.kept order by id`.execute(db);
  return rows.map(({ id }) => id);
}

describe('a transaction', () => {
  test('keeps what was sent without waiting, in order, before it resolves', async () => {
    await db.transaction().execute(async (tx) => {
      await tx.executeQuery(put(1));
      await tx.executeQuery(CompiledQuery.raw('update public.kept set id = 2 where id = $1', [1]));
      await tx.executeQuery(put(3));
    });
    expect(await kept()).toEqual([2, 3]);
  });

  test('fails with the error of a write that nobody waited for, and keeps nothing', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(put(10));
      await tx.executeQuery(put(10));
      return 'committed';
    });
    await expect(work).rejects.toThrow(/kept_pkey/u);
    expect(await kept()).toEqual([2, 3]);
  });

  test('tells at the next statement why it is aborted', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(put(2));
      await sql`select 1`.execute(tx);
    });
    await expect(work).rejects.toThrow(/kept_pkey/u);
  });

  test('rolls back what was sent when the work throws', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(put(20));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await kept()).toEqual([2, 3]);
  });

  test('leaves its connection fit for the next one', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        db
          .transaction()
          .execute(async (tx) => {
            await tx.executeQuery(put(100 + at));
            if (at % 2 === 0) await tx.executeQuery(put(100 + at));
          })
          .catch(() => {}),
      ),
    );
    expect(await kept()).toEqual([2, 3, ...Array.from({ length: 20 }, (_, at) => 101 + 2 * at)]);
  });
});

test('outside a transaction the mark means nothing: the failure is told', async () => {
  await expect(db.executeQuery(put(2))).rejects.toThrow(/kept_pkey/u);
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
