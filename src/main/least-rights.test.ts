// A user with the rights that docs/operate/install.md gives and no others sets the program up; one that lacks any of them is told which
// line gives it. On PostgreSQL from 15 on nobody may make tables in the schema public unasked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { act, SYSTEM } from '../platform/act.ts';
import { databaseObjection } from '../platform/database-check.ts';
import { openDatabase, TOOL_LIMITS } from '../platform/db.ts';
import { holdMigrated } from '../platform/migrate.ts';
import { roleOf } from '../platform/rights.ts';
import { ok } from '../rules/kernel/index.ts';
import { migrationsFolder, projectFolder } from './project-folder.ts';
import { relayOnce } from './relay.ts';
import { setUpDatabase } from './set-up.ts';

const name = `motcua_test_${process.ppid}_least`;
const guide = readFileSync(join(projectFolder(), 'docs/operate/install.md'), 'utf8');
const [block = '', second = ''] = [...guide.matchAll(/^ *```sql\n(.*?)^ *```$/gmsu)].map(
  ([, text = '']) => text,
);
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/--.*/u, '').trim().replaceAll('motcua', name))
    .filter((line) => line !== '');
const lines = linesOf(block);
const grants = lines.filter((line) => line.startsWith('grant'));

const url = new URL(inject('databaseServer'));
url.pathname = `/${name}`;
url.username = name;
url.password = /password '([^']*)'/u.exec(block)?.[1] ?? '';
/** The second role of the guide, which owns nothing. */
const program = new URL(url);
program.username = `${name}_app`;
program.password = /password '([^']*)'/u.exec(second)?.[1] ?? '';

async function asAdmin(statement: string, inside = false): Promise<void> {
  const at = new URL(inject('databaseServer'));
  if (inside) at.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: at.href });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

beforeAll(async () => {
  for (const line of lines.filter((one) => one.startsWith('create'))) await asAdmin(line);
});
afterAll(async () => {
  await asAdmin(`drop database if exists ${name} with (force)`);
  await asAdmin(`drop role if exists ${name}_app`);
  await asAdmin(`drop role if exists ${name}`);
});

test('each right that is missing is told as the line that gives it, and nothing else is told', async () => {
  expect(lines).toHaveLength(4);
  for (const order of [grants, grants.toReversed()]) {
    let missing = order;
    for (const grant of [...order, '']) {
      const said = await databaseObjection(url.href);
      expect(said?.what ?? '').toBe(
        missing.length === 0
          ? ''
          : `Người dùng ${name} của DATABASE_URL chưa đủ quyền trong cơ sở dữ liệu ${name}.`,
      );
      for (const each of grants) expect(said?.todo.includes(each) ?? false).toBe(missing.includes(each));
      if (grant !== '') await asAdmin(grant, true);
      missing = missing.filter((one) => one !== grant);
    }
    for (const grant of order)
      await asAdmin(grant.replace('grant', 'revoke').replace(' to ', ' from '), true);
  }
});

test('with these rights the program is set up, and its queue too', async () => {
  for (const grant of grants) await asAdmin(grant, true);
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  await setUpDatabase({ url: url.href, now, demo: false, log: () => {} });
  await runMigrations({ connectionString: url.href });
  expect(await databaseObjection(url.href)).toBeNull();
});

test('a second role that owns nothing works with what the first has made, and cannot change the journal', async () => {
  for (const line of linesOf(second)) await asAdmin(line);
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  // Twice, as at two starts; the database was set up by one role alone before.
  for (let starts = 0; starts < 2; starts++)
    await setUpDatabase({ url: url.href, program: roleOf(program.href), now, demo: false, log: () => {} });
  expect(await databaseObjection(program.href, { toSetUp: false })).toBeNull();
  await holdMigrated(program.href, migrationsFolder());
  const db = openDatabase({ url: program.href, max: 2, limits: TOOL_LIMITS });
  try {
    await act({ db, actor: SYSTEM, now }, async (ctx) => {
      ctx.announce({ stream: 'test:second', name: 'test.done' });
      return ok(null);
    });
    expect(await relayOnce(db, { 'test.done': ['some-task'] })).toBeGreaterThan(0);
    const jobs = await sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs`.execute(db);
    expect(jobs.rows[0]?.n).toBe(1);
    await runMigrations({ connectionString: program.href });
    for (const statement of [
      'update journal.stream set seq = 9',
      'alter table journal.fact disable trigger all',
    ])
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/u);
  } finally {
    await db.destroy();
  }
});

test('a role that is not there yet is told', async () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const work = setUpDatabase({ url: url.href, program: 'nobody_yet', now, demo: false, log: () => {} });
  await expect(work).rejects.toThrow('chưa có vai nobody_yet');
});
