// The three sites as the program builds them, on a database of their own: what tests of every page and every door stand on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { buildSites, type Sites } from '../../src/main/sites.ts';
import { openHouse } from '../../src/main/wire.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const SITE_NAMES = ['portal', 'account', 'desk'] as const;

export interface AllSites {
  readonly test: TestDatabase;
  readonly sites: Sites;
}

/** The sites of a test file, there from its first test to its last. Call it once, at the top of the file. */
export function allSitesOfFile(): AllSites {
  const all = {} as { test: TestDatabase; sites: Sites };
  const folder = mkdtempSync(join(tmpdir(), 'motcua-sites-'));
  beforeAll(async () => {
    all.test = await testDatabase();
    const config = readConfig({
      MOTCUA_VAR: folder,
      DATABASE_URL: all.test.url,
      LOG_LEVEL: 'silent',
      PORT: '4300',
    });
    all.sites = await buildSites(
      await openHouse(config, all.test.db, createLog('test', 'silent'), fixedClock('2026-11-23T09:00')),
    );
    await Promise.all(Object.values(all.sites).map((app) => app.ready()));
  });
  afterAll(async () => {
    await Promise.all(Object.values(all.sites).map((app) => app.close()));
    await all.test.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return all;
}
