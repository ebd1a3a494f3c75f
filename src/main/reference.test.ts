// A running process sees what is loaded without being started again, all of it at once, and forgets the pages made of the old.
import { mkdtempSync, rmSync } from 'node:fs';
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
  await soon(() => expect(house.books.agency(agency.id).calendar.days.has('2026-12-07')).toBe(true));
});
