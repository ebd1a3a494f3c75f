// Makes the stored database that upgrade.test.ts upgrades: what this program leaves behind after a little work, dumped as the Debian
// PostgreSQL 15 dumps it. `node scripts/outside-database.ts --config vitest.store.config.ts` runs it, at the version that is to be stored.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { runMigrations } from 'graphile-worker';
import { expect, test } from 'vitest';
import { relayOnce } from '../../src/main/relay.ts';
import { SUBSCRIPTIONS } from '../../src/main/subscriptions.ts';
import { registerApply } from '../../src/sites/portal/apply/routes.ts';
import { BIRTH, begin, file } from '../support/filing.ts';
import { AN, testPortal } from '../support/portal.ts';

const PG_DUMP = '/usr/lib/postgresql/15/bin/pg_dump';
const WHERE = new URL('stored.sql.br', import.meta.url);

test('the database is stored', async () => {
  const portal = await testPortal('2026-11-23T09:00', registerApply);
  try {
    const an = await portal.visitor(AN);
    await file(portal, an, '1.001193', BIRTH);
    await file(portal, an, '1.004873');
    await begin(an, '1.001193');
    await runMigrations({ connectionString: portal.test.ownerUrl });
    await relayOnce(portal.deps.db, SUBSCRIPTIONS);
    const dumped = spawnSync(
      PG_DUMP,
      ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=1000', portal.test.ownerUrl],
      { encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
    expect([dumped.status, dumped.stderr]).toEqual([0, '']);
    // Lines for psql alone are left out: the text is sent as it is. So are the doors of the program's role, whom no other server knows: the
    // set-up opens them anew.
    const sql = dumped.stdout.replace(
      /^(?:--.*|\\(?:un)?restrict .*|CREATE POLICY motcua_program .*|)\n/gmu,
      '',
    );
    const pressed = brotliCompressSync(Buffer.from(sql), {
      params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
    });
    writeFileSync(WHERE, pressed);
    console.log(`${sql.length} → ${pressed.length} bytes`);
  } finally {
    await portal.close();
  }
}, 300_000);
