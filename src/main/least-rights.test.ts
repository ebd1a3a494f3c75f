// A user with the rights that docs/operate/install.md gives and no others sets the program up; one that lacks any of them is told which
// line gives it. On PostgreSQL from 15 on nobody may make tables in the schema public unasked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseObjection } from '../platform/database-check.ts';
import { projectFolder } from './project-folder.ts';
import { setUpDatabase } from './set-up.ts';

const name = `motcua_test_${process.ppid}_least`;
const guide = readFileSync(join(projectFolder(), 'docs/operate/install.md'), 'utf8');
const [, block = ''] = /^ *```sql\n(.*?)^ *```$/msu.exec(guide) ?? [];
const lines = block
  .split('\n')
  .map((line) => line.replace(/--.*/u, '').trim().replaceAll('motcua', name))
  .filter((line) => line !== '');
const grants = lines.filter((line) => line.startsWith('grant'));

const url = new URL(inject('databaseServer'));
url.pathname = `/${name}`;
url.username = name;
url.password = /password '([^']*)'/u.exec(block)?.[1] ?? '';

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
