// Nothing that is asked of the database is waited for without end: a statement, a lock, a transaction that was left, a connection.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type LineToDatabase, lineToDatabase } from '../../tests/support/line-to-database.ts';
import { DatabaseAway, isDatabaseAway } from './database-watch.ts';
import { type DatabaseLimits, type Db, openDatabase, PAGE_LIMITS, TOOL_LIMITS, WORK_LIMITS } from './db.ts';

const FAR = TOOL_LIMITS;
let clone: TestDatabase;
const opened: Db[] = [];

function limited(limits: Partial<DatabaseLimits>, url = clone.url, max = 4): Db {
  const db = openDatabase({ url, max, limits: { ...FAR, ...limits } });
  opened.push(db);
  return db;
}

beforeAll(async () => {
  clone = await testDatabase();
  await clone.asOwner(async (owner) => {
    await sql`create table public.thing (id integer primary key, n integer)`.execute(owner);
    await sql`grant all on public.thing to public`.execute(owner);
  });
  await sql`insert into public.thing values (1, 0)`.execute(clone.db);
});
afterAll(async () => {
  await Promise.all(opened.map((db) => db.destroy()));
  await clone.drop();
});

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const raise = (db: Db) => sql`update public.thing set n = n + 1 where id = 1`.execute(db);
const count = async () =>
  (await sql<{ n: number }>`select n from public.thing where id = 1`.execute(clone.db)).rows[0]?.n;

describe('the server ends', () => {
  test('a statement beyond its time, and its connection goes on', async () => {
    const db = limited({ statementMs: 150 }, clone.url, 1);
    const error = await failure(sql`select pg_sleep(60)`.execute(db));
    expect(error).toMatchObject({ code: '57014' });
    expect(isDatabaseAway(error)).toBe(true);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('the wait for a lock that another holds', async () => {
    const db = limited({ lockMs: 150 });
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: has, resolve: took } = Promise.withResolvers<void>();
    const holder = clone.db.transaction().execute(async (tx) => {
      await raise(tx);
      took();
      await held;
    });
    await has;
    const error = await failure(raise(db));
    letGo();
    await holder;
    expect(error).toMatchObject({ code: '55P03' });
    expect(isDatabaseAway(error)).toBe(true);
    await raise(db);
  });

  test('a transaction that was left open, so that what it held is free', async () => {
    const db = limited({ idleInTransactionMs: 150 });
    const before = await count();
    const { promise: never, resolve: atLast } = Promise.withResolvers<void>();
    const { promise: has, resolve: took } = Promise.withResolvers<void>();
    const left = failure(
      db.transaction().execute(async (tx) => {
        await raise(tx);
        took();
        await never;
      }),
    );
    await has;
    // It waits for the lock until the server has ended the other.
    await raise(clone.db);
    atLast();
    expect(isDatabaseAway(await left)).toBe(true);
    expect(await count()).toBe((before ?? 0) + 1);
  });
});

test('a connection that all others use is waited for only so long', async () => {
  const db = limited({ connectMs: 150 }, clone.url, 1);
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: has, resolve: took } = Promise.withResolvers<void>();
  const holder = db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx);
    took();
    await held;
  });
  await has;
  expect(isDatabaseAway(await failure(sql`select 1`.execute(db)))).toBe(true);
  letGo();
  await holder;
});

describe('a server that does not answer', () => {
  let line: LineToDatabase;
  const impatient = { connectMs: 1_000, patience: { suspectMs: 200, pingMs: 400 } };
  beforeAll(async () => {
    line = await lineToDatabase(clone.url);
  });
  afterAll(() => line.close());

  test('fails whoever waits for it, then whoever comes at once, and is asked again until it answers', async () => {
    const db = limited(impatient, line.url);
    await raise(db);
    const before = await count();
    line.hold();
    const waiting = [failure(raise(db)), failure(db.transaction().execute((tx) => raise(tx)))];
    for (const error of await Promise.all(waiting)) expect(isDatabaseAway(error)).toBe(true);
    await expect.poll(() => failure(raise(db))).toBeInstanceOf(DatabaseAway);
    line.mend();
    await expect.poll(() => failure(raise(db)), { timeout: 10_000 }).toBeNull();
    expect(await count()).toBe((before ?? 0) + 1);
  });

  test('is told from one that is slow: a statement within its time is waited for', async () => {
    const db = limited({ patience: { suspectMs: 200, pingMs: 5_000 } }, line.url);
    const slow = sql<{ said: string }>`select 'done' as said from pg_sleep(1.5)`.execute(db);
    expect((await slow).rows).toEqual([{ said: 'done' }]);
  });

  test('that refuses is told at once, and used again when it is back', async () => {
    const db = limited(impatient, line.url);
    await raise(db);
    line.cut();
    expect(isDatabaseAway(await failure(raise(db)))).toBe(true);
    line.mend();
    await expect.poll(() => failure(raise(db)), { timeout: 10_000 }).toBeNull();
  });
});

test('whoever waits at a screen waits less than a job does, and a job less than a command', () => {
  const order = [PAGE_LIMITS, WORK_LIMITS, TOOL_LIMITS];
  for (const name of ['statementMs', 'lockMs', 'idleInTransactionMs'] as const)
    expect(order.map((limits) => limits[name])).toEqual(
      order.map((limits) => limits[name]).toSorted((a, b) => a - b),
    );
  // Three seconds at most until somebody reads that the service is down.
  const { connectMs, patience } = PAGE_LIMITS;
  expect(Math.max(connectMs, patience.suspectMs + patience.pingMs)).toBeLessThan(2_500);
  expect(isDatabaseAway(new Error('anything else'))).toBe(false);
  expect(isDatabaseAway(new Error('wrapped', { cause: new DatabaseAway() }))).toBe(true);
});
