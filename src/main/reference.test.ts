// A running process sees what is loaded without being started again, all of it at once, and forgets the pages made of the old.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { loadData } from '../flows/load-data.ts';
import { fixedClock } from '../platform/clock.ts';
import { readDataFile, sayFault } from '../platform/data/index.ts';
import { createLog } from '../platform/log.ts';
import { readConfig } from './config.ts';
import { buildSites, type Sites } from './sites.ts';
import { type House, openHouse } from './wire.ts';

const SEEDS = join(import.meta.dirname, '../../db/seeds/reference');
const log = createLog('test', 'silent');
const clock = fixedClock('2026-11-30T09:00');
const folder = mkdtempSync(join(tmpdir(), 'motcua-reference-'));
let database: TestDatabase;
let house: House;
let sites: Sites;
let stop: () => Promise<void>;
beforeAll(async () => {
  database = await testDatabase();
  house = await openHouse(readConfig({ MOTCUA_VAR: folder, LOG_LEVEL: 'silent' }), database.db, log, clock);
  sites = await buildSites(house);
  stop = house.reference.keepFresh(log);
});
afterAll(async () => {
  await stop();
  await Promise.all(Object.values(sites).map((site) => site.close()));
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function load(content: object): Promise<void> {
  const read = readDataFile('x.json', Buffer.from(JSON.stringify(content)));
  if (!read.ok) throw new Error(read.faults.map(sayFault).join());
  const report = await loadData({ db: database.db, now: clock.now(), account: 'test', files: [read.file] });
  if (!report.ok) throw new Error(report.faults.map(sayFault).join());
}

const soon = (look: () => unknown) => vi.waitFor(look, { timeout: 5_000, interval: 50 });

test('a day off', async () => {
  const agency = house.agencies.ofUnit('07840', Temporal.PlainDate.from('2026-11-30'))!;
  expect(house.agencies.calendar(agency).days.has('2026-12-07')).toBe(false);
  await load({
    days: [
      {
        date: '2026-12-07',
        code: 'L',
        name: 'Nghỉ',
        kind: 'holiday',
        status: 'official',
        basis: 'Thông báo',
      },
    ],
  });
  await soon(() => expect(house.books.agency(agency.id, today).calendar.days.has('2026-12-07')).toBe(true));
});

const FEE = 'Lệ phí đăng ký hộ kinh doanh';
const today = Temporal.PlainDate.from('2026-11-30');

test('a decided fee, from its day on', async () => {
  const procedure = house.catalogue.bySlug('1.001612', today)!;
  const total = (on: string) => house.books.fee(procedure.id, {}, '', Temporal.PlainDate.from(on)).total;
  expect(total('2026-12-15')).toBe(100_000);
  await load({
    decidedFees: [{ fee: FEE, amount: 70_000, resolution: 'Nghị quyết thử', from: '2026-12-10' }],
  });
  await soon(() => expect(total('2026-12-15')).toBe(70_000));
  expect(total('2026-12-09')).toBe(100_000);
});

test('a procedure, also on a page that was kept', async () => {
  const page = async () => (await sites.portal.inject({ url: '/thu-tuc/1.001193' })).body;
  expect(await page()).not.toContain('Giấy khai sinh mới');
  const { procedures } = JSON.parse(await readFile(join(SEEDS, 'procedures.json'), 'utf8')) as {
    procedures: { code: string; resultDocument: string }[];
  };
  const birth = procedures.find((one) => one.code === '1.001193')!;
  await load({ procedures: [{ ...birth, resultDocument: 'Giấy khai sinh mới' }] });
  await soon(async () => expect(await page()).toContain('Giấy khai sinh mới'));
});

test('an agency: its hours and telephone, its account', async () => {
  const id = house.agencies.ofUnit('07840', today)!.id;
  const { code } = house.agencies.get(id);
  await load({
    agencies: [{ code, on: '2026-11-30', phone: '0204 3 333 333', sessions: '07:00-11:30,13:00-16:30' }],
    payees: [
      {
        agency: code,
        bin: '970415',
        account: '113000123456',
        holder: 'UBND XA HIEP HOA',
        from: '2026-12-01',
      },
    ],
  });
  await soon(() => expect(house.books.agency(id, today).phone).toBe('0204 3 333 333'));
  expect(house.books.agency(id, today).calendar.sessions[0]?.opens.toString()).toBe('07:00:00');
  expect(house.agencies.payee(id, today)?.account).toBe('SANDBOX07840');
  expect(house.agencies.payee(id, today.add({ days: 1 }))?.account).toBe('113000123456');
});
