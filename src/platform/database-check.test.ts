// A server named by DATABASE_URL that will not do is said to be so before anything is written to it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { databaseObjection } from './database-check.ts';

let real: TestDatabase;
beforeAll(async () => {
  real = await testDatabase();
});
afterAll(() => real.drop());

const changed = (change: (url: URL) => void) => {
  const url = new URL(real.ownerUrl);
  change(url);
  return databaseObjection(url.href);
};

test('one that will do', async () => {
  expect(await databaseObjection(real.ownerUrl)).toBeNull();
});

test('one that is too old: which version it is, which is needed', async () => {
  const said = await databaseObjection(real.ownerUrl, { oldest: 990_000 });
  expect(said?.what).toMatch(/là bản \d+.*cần từ bản 99 trở lên/u);
});

test('one that has no such database', async () => {
  const said = await changed((url) => {
    url.pathname = '/không-có';
  });
  expect(said?.what).toContain('không có cơ sở dữ liệu mang tên này');
});

test('one that is not there', async () => {
  const said = await changed((url) => {
    url.port = '1';
  });
  expect(said?.what).toContain('ECONNREFUSED');
});

test('one whose text is not Unicode', async () => {
  const name = `motcua_test_${process.ppid}_latin`;
  const make = sql`create database ${sql.ref(name)} encoding 'SQL_ASCII' locale 'C' template template0`;
  await real.asOwner((owner) => make.execute(owner));
  try {
    const said = await changed((url) => {
      url.pathname = `/${name}`;
    });
    expect(said?.what).toContain('SQL_ASCII');
  } finally {
    await real.asOwner((owner) => sql`drop database ${sql.ref(name)}`.execute(owner));
  }
});

test('one where we may make nothing', async () => {
  const said = await changed((url) => url.searchParams.set('options', '-c role=pg_monitor'));
  expect(said?.what).toContain('pg_monitor của DATABASE_URL chưa đủ quyền');
  expect(said?.todo).toContain('grant create on database');
});
