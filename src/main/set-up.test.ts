// The first start for real: national data and nothing of any province, pages that say so kindly, and a province loaded while it runs.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fixedClock } from '../platform/clock.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../platform/db.ts';
import { createLog } from '../platform/log.ts';
import { loadFiles } from './cli/data.ts';
import { readConfig } from './config.ts';
import { setUpDatabase } from './set-up.ts';
import { buildSites, type Sites } from './sites.ts';
import { openHouse } from './wire.ts';

const clock = fixedClock('2026-11-30T09:00');
const log = createLog('test', 'silent');
const folder = mkdtempSync(join(tmpdir(), 'motcua-first-'));
const name = `motcua_test_${process.ppid}_${randomBytes(5).toString('hex')}`;
const url = new URL(inject('databaseServer'));
let db: Db;

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

beforeAll(async () => {
  await admin(`create database ${name}`);
  url.pathname = `/${name}`;
  db = openDatabase({ url: url.href, max: 8, limits: TOOL_LIMITS });
});
afterAll(async () => {
  await db.destroy();
  await admin(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

test('no province is loaded by itself; one that is loaded is seen by the running program', async () => {
  const first = await setUpDatabase({ url: url.href, now: clock.now(), demo: false, log: () => {} });
  expect(first).toEqual({ people: [], hasProvince: false });
  const config = readConfig({ MOTCUA_VAR: folder, LOG_LEVEL: 'silent' });
  const house = await openHouse(config, db, log, clock);
  const today = Temporal.PlainDate.from('2026-11-30');
  expect(house.agencies.at(['province', 'district', 'commune'], today)).toEqual([]);
  expect(house.catalogue.on(today)).toEqual([]);
  expect(house.resultTemplates).toHaveLength(0);
  expect(house.agencies.banks().length).toBeGreaterThan(60);
  expect(await db.selectFrom('agencies.holiday').selectAll().execute()).toHaveLength(160);

  const sites: Sites = await buildSites(house);
  const page = async (path: string) => (await sites.portal.inject({ url: path })).body;
  expect(await page('/thu-tuc')).toContain('Cổng này chưa có thủ tục nào.');
  expect(await page('/')).toContain('Cổng này chưa có thủ tục nào.');
  expect(await page('/')).not.toContain('name="q"');
  expect((await sites.portal.inject({ url: '/thu-tuc/1.001193' })).statusCode).toBe(404);

  const seeds = join(import.meta.dirname, '../../db/seeds/reference');
  const files = ['agencies', 'procedures', 'forms/generic', 'result-templates/thong-bao-ket-qua'];
  const report = await loadFiles(
    db,
    files.map((file) => `${file}.json`),
    { dryRun: false, now: clock.now(), folder: seeds },
  );
  expect(report.ok).toBe(true);
  expect(await house.reference.refresh()).toBe(true);
  expect(await page('/thu-tuc/1.001193')).toContain('Đăng ký khai sinh');
  expect(await page('/')).not.toContain('Cổng này chưa có thủ tục nào.');
  expect(await page('/')).toContain('name="q"');
  expect(house.agencies.ofUnit('07840', today)?.name).toBe('UBND xã Hiệp Hòa');
  expect([...house.resultTemplates].map((one) => one.id)).toEqual(['thong-bao-ket-qua']);
  await Promise.all(Object.values(sites).map((site) => site.close()));

  // A second start leaves alone what is there.
  const second = await setUpDatabase({ url: url.href, now: clock.now(), demo: false, log: () => {} });
  expect(second.hasProvince).toBe(true);
  expect(await house.reference.refresh()).toBe(false);
});
