// One act is one transaction with its facts; the journal's chain betrays any later change.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { ok, refuse } from '../rules/kernel/index.ts';
import { act, SYSTEM } from './act.ts';
import { verifyJournal } from './journal.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

const say = (stream: string, name: string, data = {}) =>
  act({ db: test.db, actor: SYSTEM, now }, async (ctx) => {
    ctx.announce({ stream, name, data });
    return ok(null);
  });

describe('act', () => {
  it('keeps nothing of a refused act, neither rows nor facts', async () => {
    const before = await test.db
      .selectFrom('journal.fact')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const result = await act({ db: test.db, actor: SYSTEM, now }, async (ctx) => {
      ctx.announce({ stream: 'test:refused', name: 'never' });
      return refuse({ code: 'no' });
    });
    expect(result.ok).toBe(false);
    const after = await test.db
      .selectFrom('journal.fact')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(after.n).toBe(before.n);
  });

  it('writes one outbox row beside each fact', async () => {
    await say('test:outbox', 'happened', { a: 1 });
    const rows = await test.db
      .selectFrom('journal.outbox')
      .selectAll()
      .where('stream', '=', 'test:outbox')
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ name: 'happened', data: { a: 1 } });
  });

  it('orders facts announced at the same time on one stream without losing any', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => say('test:race', `fact ${i}`)));
    const rows = await test.db
      .selectFrom('journal.fact')
      .select('seq')
      .where('stream', '=', 'test:race')
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await verifyJournal(test.db)).firstBreak).toBeNull();
  });
});

describe('the journal', () => {
  const tamper = async (statement: string) => {
    await test.asOwner(async (owner) => {
      await sql.raw('alter table journal.fact disable trigger fact_append_only').execute(owner);
      await sql.raw(statement).execute(owner);
      await sql.raw('alter table journal.fact enable trigger fact_append_only').execute(owner);
    });
    return (await verifyJournal(test.db)).firstBreak;
  };

  it('refuses a change of a fact', async () => {
    await say('test:locked', 'one');
    const change = sql`update journal.fact set body = '{}' where stream = 'test:locked'`;
    await expect(change.execute(test.db)).rejects.toThrow(/permission denied/u);
    await expect(test.asOwner((owner) => change.execute(owner))).rejects.toThrow(/append-only/u);
  });

  for (const [what, statement] of [
    [
      'a changed body',
      `update journal.fact set body = replace(body, 'two', 'zwo') where stream = '%' and seq = 2`,
    ],
    ['a changed name column', `update journal.fact set name = 'other' where stream = '%' and seq = 2`],
    [
      'a changed time column',
      `update journal.fact set at = at + interval '1 second' where stream = '%' and seq = 2`,
    ],
    ['a removed row', `delete from journal.fact where stream = '%' and seq = 2`],
    ['a removed last row', `delete from journal.fact where stream = '%' and seq = 3`],
    ['every row removed', `delete from journal.fact where stream = '%'`],
    [
      'an inserted row',
      `insert into journal.fact select stream, 4, name, at, body, hash from journal.fact where stream = '%' and seq = 3`,
    ],
  ] as const) {
    it(`betrays ${what}`, async () => {
      const clone = await testDatabase();
      const kept = test;
      test = clone;
      try {
        const stream = 'test:chain';
        for (const name of ['one', 'two', 'three']) await say(stream, name);
        expect((await verifyJournal(clone.db)).firstBreak).toBeNull();
        const broken = await tamper(statement.replace('%', stream));
        expect(broken).toMatchObject({ stream });
      } finally {
        test = kept;
        await clone.drop();
      }
    });
  }
});
