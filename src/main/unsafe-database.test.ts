// For real, a database goes with the secrets it was made with, and holds nothing that cannot be read: else it is told, with the settings, at once.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { loadSecrets, noteSecrets } from '../platform/secrets.ts';
import { runCli } from './cli.ts';
import { holdSafe, unsafeDeployment } from './unsafe-database.ts';

const database = databaseOfFile();
const [own, other, empty] = ['own', 'other', 'empty'].map((name) =>
  mkdtempSync(join(tmpdir(), `motcua-${name}-`)),
) as [string, string, string];
afterAll(() => {
  for (const folder of [own, other, empty]) rmSync(folder, { recursive: true, force: true });
});

const REAL = {
  MOTCUA_MODE: 'production',
  PORTAL_URL: 'https://dichvucong.example',
  ACCOUNT_URL: 'https://taikhoan.example',
  DESK_URL: 'https://motcua.example',
  ESMS_URL: 'https://sms.example',
  ESMS_API_KEY: 'key',
  ESMS_SECRET_KEY: 'secret',
  TELCO_URL: 'https://telco.example',
  TELCO_KEY: 'key',
  BANK_WEBHOOK_SECRET: 'secret',
  TRUST_PROXY: '1',
};
const objections = async (folder: string, over: NodeJS.ProcessEnv = {}) => {
  const found = await unsafeDeployment({ ...REAL, DATABASE_URL: database.url, ...over }, folder);
  return found?.what.split('\n').slice(1) ?? [];
};

test('two that make the secrets of one folder at once get the same', async () => {
  expect(new Set([loadSecrets(own), loadSecrets(own)].map(({ hmac }) => hmac)).size).toBe(1);
  expect(readdirSync(own)).toEqual(['secrets.json']);
});

test('the secrets it was made with are taken; others and none are refused, until they are accepted', async () => {
  loadSecrets(other);
  expect(await objections(own)).toEqual([]);
  await noteSecrets(database.db, loadSecrets(own), Temporal.Now.instant());
  expect(await objections(own)).toEqual([]);
  for (const folder of [other, empty]) {
    expect(await objections(folder)).toEqual([
      expect.stringMatching(/secrets\.json không phải bộ khóa.*bản sao lưu.*secrets accept/u),
    ]);
    await expect(holdSafe({ mode: 'production', varFolder: folder }, database.db)).rejects.toThrow(
      /bộ khóa/u,
    );
  }
  expect(readdirSync(empty)).toEqual([]);

  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const env = { ...REAL, DATABASE_URL: database.url, MOTCUA_VAR: other };
  const io = { input: Readable.from([]), output: silent, errors: silent, env, folder: other };
  expect(await runCli(['secrets', 'accept'], io)).toBe(0);
  expect(await objections(other)).toEqual([]);
  expect(await objections(own)).toHaveLength(1);
});

test.each([
  ['a fee that is no number', '[{"name":"Lệ phí","amountVnd":"8.000 đ","unit":"hồ sơ"}]'],
  ['a fee below nothing', '[{"name":"Lệ phí","amountVnd":-8000,"unit":"hồ sơ"}]'],
  ['half a đồng', '[{"name":"Lệ phí","amountVnd":0.5,"unit":"hồ sơ"}]'],
  ['no list of fees', '{}'],
])('%s is told by its procedure, together with all else', async (_what, fees) => {
  const before = await sql<{ id: string; fees: unknown }>`
    select id, fees from catalogue.procedure where slug = '1.001193' limit 1`.execute(database.db);
  const { id, fees: right } = before.rows[0] as { id: string; fees: unknown };
  const put = (value: string) =>
    sql`update catalogue.procedure set fees = ${value}::jsonb where id = ${id}`.execute(database.db);
  await put(fees);
  const said = await objections(own, {
    TRUST_PROXY: '0',
    ESMS_API_KEY: 'sandbox-key',
    PORTAL_URL: 'http://a.example',
  });
  await put(JSON.stringify(right));
  for (const one of [
    /^- PORTAL_URL/u,
    /^- ESMS_API_KEY/u,
    /^- TRUST_PROXY/u,
    /bộ khóa/u,
    /^- Thủ tục 1\.001193.*data load/u,
  ])
    expect(said).toContainEqual(expect.stringMatching(one));
  expect(said).toHaveLength(5);
});
