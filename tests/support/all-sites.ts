// The three sites as the program builds them, on a database of their own: what tests of every page and every door stand on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { buildSites, type Sites } from '../../src/main/sites.ts';
import { openHouse } from '../../src/main/wire.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { type DatabaseLimits, type Db, openDatabase } from '../../src/platform/db.ts';
import { createLog } from '../../src/platform/log.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type LineToDatabase, lineToDatabase } from './line-to-database.ts';

export const SITE_NAMES = ['portal', 'account', 'desk'] as const;

export interface AllSites {
  readonly test: TestDatabase;
  readonly sites: Sites;
}

/** The sites of a test file, there from its first test to its last, with these settings besides. Call it once, at the top of the file. */
export function allSitesOfFile(settings: NodeJS.ProcessEnv = {}): AllSites {
  const all = {} as { test: TestDatabase; sites: Sites };
  const folder = mkdtempSync(join(tmpdir(), 'motcua-sites-'));
  beforeAll(async () => {
    all.test = await testDatabase();
    all.sites = await sitesOn(all.test.db, all.test.url, folder, settings);
  });
  afterAll(async () => {
    await Promise.all(Object.values(all.sites).map((app) => app.close()));
    await all.test.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return all;
}

/** The same on a database that they reach by a line that can be held or cut, with these limits. */
export function allSitesOnALine(limits: DatabaseLimits): AllSites & { readonly line: LineToDatabase } {
  const all = {} as { test: TestDatabase; sites: Sites; line: LineToDatabase };
  const folder = mkdtempSync(join(tmpdir(), 'motcua-sites-'));
  let db: Db;
  beforeAll(async () => {
    all.test = await testDatabase();
    all.line = await lineToDatabase(all.test.url);
    db = openDatabase({ url: all.line.url, max: 8, limits });
    all.sites = await sitesOn(db, all.line.url, folder);
  });
  afterAll(async () => {
    await Promise.all(Object.values(all.sites).map((app) => app.close()));
    await db.destroy();
    await all.line.close();
    await all.test.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return all;
}

async function sitesOn(
  db: Db,
  url: string,
  folder: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<Sites> {
  const config = readConfig({
    MOTCUA_VAR: folder,
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    PORT: '4300',
    ...settings,
  });
  const log = createLog('test', 'silent');
  const sites = await buildSites(await openHouse(config, db, log, fixedClock('2026-11-23T09:00')));
  await Promise.all(Object.values(sites).map((app) => app.ready()));
  return sites;
}
