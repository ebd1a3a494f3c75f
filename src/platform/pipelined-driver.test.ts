// Statements that are not waited for are written with the commit, or nothing is.
import { CompiledQuery, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { keptNumbers } from '../../tests/support/kept-numbers.ts';
import type { Db } from './db.ts';
import { ahead, withoutWaiting } from './pipelined-driver.ts';

const numbers = keptNumbers();
const { kept } = numbers;
let db: Db;
beforeAll(() => {
  db = numbers.db;
});

const put = (id: number) => withoutWaiting(CompiledQuery.raw('insert into public.kept values ($1)', [id]));

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

  test('gives the rows of what was sent ahead when they are asked for, with those of what came after', async () => {
    const counted = await db.transaction().execute(async (tx) => {
      const first = await ahead<{ n: number }>(
        tx,
        CompiledQuery.raw('select count(*)::int as n from public.kept') as never,
      );
      const { rows } = await sql<{ n: number }>`select max(id) as n from public.kept`.execute(tx);
      return [...(await first()), ...rows];
    });
    expect(counted).toEqual([{ n: 2 }, { n: 3 }]);
  });

  test('fails with what was sent ahead and failed, whether its rows are asked for or not', async () => {
    const work = (ask: boolean) =>
      db.transaction().execute(async (tx) => {
        const sent = await ahead(tx, CompiledQuery.raw('insert into public.kept values (2)'));
        if (ask) await sent();
      });
    await expect(work(true)).rejects.toThrow(/kept_pkey/u);
    await expect(work(false)).rejects.toThrow(/kept_pkey/u);
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
