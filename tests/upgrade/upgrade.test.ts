// The database of the last version that landed, with what people had in it, becomes one of this version, and works: what was filed is read,
// what was begun goes on, what is new is filed. stored.sql.br is made by store.make.ts.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkJournal } from '../../src/main/cli/journal.ts';
import { setUpDatabase } from '../../src/main/set-up.ts';
import { openDatabase, TOOL_LIMITS } from '../../src/platform/db.ts';
import { roleOf } from '../../src/platform/rights.ts';
import { registerApply } from '../../src/sites/portal/apply/routes.ts';
import { registerMyDossiers } from '../../src/sites/portal/my-dossiers/routes.tsx';
import { emptyDatabase, type TestDatabase } from '../support/database.ts';
import { BIRTH, file } from '../support/filing.ts';
import { AN, type TestPortal, testPortal, type Visitor } from '../support/portal.ts';

const STORED = new URL('stored.sql.br', import.meta.url);
const NOW = '2026-11-30T09:00';

let database: TestDatabase;
let portal: TestPortal;
let an: Visitor;
let before: { id: string; request_code: string }[];

beforeAll(async () => {
  database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(brotliDecompressSync(readFileSync(STORED)).toString());
  before = (await client.query('select id, request_code from dossiers.dossier order by request_code')).rows;
  await client.end();
  const now = Temporal.Instant.from('2026-11-30T02:00:00Z');
  // From an earlier version, where one role did everything: from now on the program works as another.
  const program = new URL(inject('databaseProgram'));
  program.pathname = new URL(database.ownerUrl).pathname;
  const role = roleOf(program.href);
  await setUpDatabase({ url: database.ownerUrl, program: role, now, demo: true, log: () => {} });
  const made = database;
  const db = openDatabase({ url: program.href, max: 8, limits: TOOL_LIMITS });
  database = { ...made, url: program.href, db, drop: () => db.destroy().then(() => made.drop()) };
  portal = await testPortal(
    NOW,
    async (app, deps) => {
      await registerApply(app, deps);
      registerMyDossiers(app, deps);
    },
    database,
  );
  an = await portal.visitor(AN);
}, 120_000);
afterAll(() => portal.close());

test('what was filed before is there and is read', async () => {
  expect(before.length).toBeGreaterThan(1);
  const list = (await an.get('/ho-so')).body;
  for (const { id, request_code } of before) {
    expect(list).toContain(request_code);
    const page = await an.get(`/ho-so/${id}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(request_code);
  }
});

test('what was begun before goes on', async () => {
  const { id } = await database.db
    .selectFrom('dossiers.draft')
    .select('id')
    .where('dossier_id', 'is', null)
    .executeTakeFirstOrThrow();
  expect((await an.get(`/nop-ho-so/${id}/noi-nop`)).status).toBe(200);
});

test('a dossier is filed in it', async () => {
  const id = await file(portal, an, '1.001193', BIRTH);
  expect(before.map((one) => one.id)).not.toContain(id);
  expect((await an.get(`/ho-so/${id}`)).status).toBe(200);
});

test('its journal is whole, from before and from now, and the dossiers are what it says', async () => {
  const { facts, broken } = await checkJournal(database.db);
  expect(broken).toBeUndefined();
  expect(facts).toBeGreaterThan(before.length);
});
