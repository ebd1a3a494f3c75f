// Starts one throw-away PostgreSQL for a whole test run, with a template that every test database is cloned from.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { setUpDatabase } from '../../src/main/set-up.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { roleOf } from '../../src/platform/rights.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As whoever may make databases and owns what is in them. */
    databaseServer: string;
    /** The same as the program's role; the owner's where no such role could be made. */
    databaseProgram: string;
    databaseTemplate: string;
  }
}

/** A role for this run on a server that is not ours; who may not make one works as its own user. */
async function programOn(base: string): Promise<string> {
  const url = new URL(base);
  url.username = `motcua_test_program_${process.pid}`;
  url.password = randomBytes(12).toString('hex');
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  try {
    await client.query(`create role ${url.username} login password '${url.password}'`);
    return url.href;
  } catch {
    return base;
  } finally {
    await client.end();
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
  const base = outside ?? (server?.ownerUrl as string);
  const program = server?.url ?? (await programOn(base));
  const template = `motcua_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: base });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const url = new URL(base);
  url.pathname = `/${template}`;
  await setUpDatabase({
    url: url.href,
    program: roleOf(program),
    now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
    demo: true,
    log: () => {},
  });
  project.provide('databaseServer', base);
  project.provide('databaseProgram', program);
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
      if (program !== base) await last.query(`drop role ${roleOf(program)}`);
      await last.end();
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
