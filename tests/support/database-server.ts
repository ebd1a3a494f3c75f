// Starts one throw-away PostgreSQL for a whole test run, with a template that every test database is cloned from.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { setUpDatabase } from '../../src/main/set-up.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Uses the server of DATABASE_URL when given, an embedded one without fsync otherwise. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  const outside = process.env.DATABASE_URL;
  const server = outside
    ? null
    : await startEmbeddedDatabase({
        folder: join(folder, 'pg'),
        settings: { fsync: 'off', synchronous_commit: 'off' },
      });
  const base = outside ?? (server?.url as string);
  const template = `motcua_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const url = new URL(base);
  url.pathname = `/${template}`;
  await setUpDatabase({
    url: url.href,
    now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
    demo: true,
    log: () => {},
  });
  project.provide('databaseServer', base);
  project.provide('databaseTemplate', template);
  return async () => {
    if (server) await server.stop();
    else {
      const last = new pg.Client({ connectionString: base });
      await last.connect();
      const { rows } = await last.query<{ datname: string }>(
        'select datname from pg_database where datname like $1',
        [`motcua_test_${process.pid}_%`],
      );
      for (const row of rows) await last.query(`drop database ${row.datname} with (force)`);
      await last.query(`drop database ${template} with (force)`);
      await last.end();
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
