// Migrations run once, in order, and an applied one may not be changed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { InTheWay } from './in-the-way.ts';
import { holdMigrated, migrate } from './migrate.ts';

let test: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
beforeAll(async () => {
  test = await emptyDatabase();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('runs what is new, once, even when two start at the same time', async () => {
  writeFileSync(join(folder, '9001-a.sql'), 'create table public.trial (n integer);');
  const both = await Promise.all([migrate(test.url, folder), migrate(test.url, folder)]);
  expect(both.flat()).toEqual(['9001-a.sql']);
  writeFileSync(join(folder, '9002-b.sql'), 'insert into public.trial values (1);');
  expect(await migrate(test.url, folder)).toEqual(['9002-b.sql']);
});

it('vacuums what a migration says it rewrites', async () => {
  const rewrites = '-- Rows are written anew.\n-- vacuum: public.trial\nupdate public.trial set n = 1;';
  writeFileSync(join(folder, '9002-c.sql'), rewrites);
  await migrate(test.url, folder);
  const looked = async () => {
    const { rows } = await sql<{ n: number }>`
      select vacuum_count::int as n from pg_stat_user_tables where relname = 'trial'`.execute(test.db);
    return rows[0]?.n;
  };
  await expect.poll(looked).toBe(1);
});

it('leaves nothing of one that fails half-way', async () => {
  writeFileSync(join(folder, '9003-c.sql'), 'insert into public.trial values (2); select 1/0;');
  await expect(migrate(test.url, folder)).rejects.toThrow(/division by zero/u);
  const { rows } = await sql<{ n: number }>`select n from public.trial`.execute(test.db);
  expect(rows).toEqual([{ n: 1 }]);
  rmSync(join(folder, '9003-c.sql'));
});

it('refuses an applied one that was changed', async () => {
  writeFileSync(join(folder, '9001-a.sql'), 'create table public.trial (n bigint);');
  await expect(migrate(test.url, folder)).rejects.toThrow(/changed after it had been applied/u);
});

it('refuses a database that a newer program has migrated, and applies nothing to it', async () => {
  writeFileSync(join(folder, '9001-a.sql'), 'create table public.trial (n integer);');
  writeFileSync(join(folder, '9003-newer.sql'), 'create table public.newer (n integer);');
  await migrate(test.url, folder);
  rmSync(join(folder, '9003-newer.sql'));
  writeFileSync(join(folder, '9004-other.sql'), 'create table public.other (n integer);');
  for (const start of [migrate, holdMigrated]) {
    const refused = await start(test.url, folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InTheWay);
    expect((refused as InTheWay).what).toMatch(/bản Một Cửa mới hơn.*9003-newer\.sql/u);
  }
  const { rows } = await sql<{ other: string | null }>`select to_regclass('public.other') as other`.execute(
    test.db,
  );
  expect(rows).toEqual([{ other: null }]);
});

it('a program that only runs refuses a database that lacks its migrations', async () => {
  writeFileSync(join(folder, '9003-newer.sql'), 'create table public.newer (n integer);');
  const refused = await holdMigrated(test.url, folder).catch((error: unknown) => error);
  expect((refused as InTheWay).what).toMatch(/chưa được nâng cấp.*9004-other\.sql/u);
  expect((refused as InTheWay).todo).toContain('npm start');
  await migrate(test.url, folder);
  await expect(holdMigrated(test.url, folder)).resolves.toBeUndefined();
});
