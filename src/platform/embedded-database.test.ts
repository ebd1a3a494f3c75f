// The server of our own, where it is hardest: in a folder only its owner may enter, with a name as people give them.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';
import { packageFolder, serverAccount, serverPrograms } from './embedded-programs.ts';

// Mode 0700: as root this is what nobody may not enter.
const closed = mkdtempSync(join(tmpdir(), 'motcua-kín-'));
const folder = join(closed, 'Một cửa – xã Hiệp Hòa', 'pg');
const settings = { fsync: 'off', shared_buffers: '16MB' };

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(question);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

/** Starts the server of the folder and stops it whatever happens. */
async function withServer(where: string, use: (server: EmbeddedDatabase) => Promise<void>): Promise<void> {
  const server = await startEmbeddedDatabase({ folder: where, settings });
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

afterAll(() => rmSync(closed, { recursive: true, force: true }));

test('a cluster is made, stopped and found again in a folder only we may enter, with spaces and Vietnamese in its name', async () => {
  expect(statSync(closed).mode & 0o777).toBe(0o700);
  await withServer(folder, async ({ ownerUrl }) => {
    await ask(ownerUrl, 'create table kept as select 42 as answer');
  });
  await withServer(folder, async ({ ownerUrl, adopted }) => {
    expect(adopted).toBe(false);
    expect(await ask(ownerUrl, 'select answer from kept')).toBe(42);
  });
});

test('the password is ours alone to read', async () => {
  const { mode, uid } = statSync(join(folder, 'password'));
  expect(mode & 0o077).toBe(0);
  expect(uid).toBe(process.getuid?.());
});

test('the program is given a role of its own, no superuser; in a cluster of an earlier version too', async () => {
  const who = "select current_user || ' ' || rolsuper as answer from pg_roles where rolname = current_user";
  await withServer(folder, async ({ url, ownerUrl }) => {
    expect(await ask(url, who)).toBe('motcua_app false');
    expect(await ask(ownerUrl, who)).toBe('motcua true');
    await ask(ownerUrl, 'drop role motcua_app');
  });
  rmSync(join(folder, 'app-password'));
  await withServer(folder, async ({ url }) => expect(await ask(url, who)).toBe('motcua_app false'));
  expect(statSync(join(folder, 'app-password')).mode & 0o077).toBe(0);
});

test('the server’s log says nothing of what was asked of it, and is not for everybody', async () => {
  const file = join(folder, 'server.log');
  await withServer(folder, async ({ url, ownerUrl }) => {
    await ask(ownerUrl, 'create table number (personal_id text primary key)');
    await ask(ownerUrl, 'grant all on number to public');
    await ask(ownerUrl, `insert into number values ('024090001234')`);
    const wrong = [
      `insert into number values ('024090001234')`,
      `select 'Nguyễn Văn An'::date`,
      `select '+84912345678'::int as answer`,
      `select * from nobody where phone = '0912345678'`,
    ];
    for (const statement of wrong) await expect(ask(url, statement)).rejects.toThrow();
    // Slower than a second: the statement is told, its parameters are not.
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('select pg_sleep(1.1), $1::text', ['Nguyễn Văn An']).finally(() => client.end());
  });
  const log = readFileSync(file, 'utf8');
  expect(log).toContain('pg_sleep');
  expect(log).not.toMatch(/024090001234|Nguyễn|912345678/u);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test('a server that a killed run left is adopted, also through a link to its folder', async () => {
  symlinkSync(folder, join(closed, 'link'));
  await withServer(folder, async (first) => {
    const second = await startEmbeddedDatabase({ folder: join(closed, 'link'), settings });
    expect(second.adopted).toBe(true);
    expect(second.pid).toBe(first.pid);
  });
});

test('a port that another program has taken in the meantime is left to it', async () => {
  const port = Number(readFileSync(join(folder, 'port'), 'utf8'));
  const other = await new Promise<Server>((done) => {
    const server = createServer().listen(port, '127.0.0.1', () => done(server));
  });
  try {
    await withServer(folder, async ({ url }) => expect(Number(new URL(url).port)).not.toBe(port));
  } finally {
    other.close();
  }
});

test('a server that says no is believed at once, and does not stay', async () => {
  const file = join(folder, 'password');
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, 'another');
  await expect(startEmbeddedDatabase({ folder, settings })).rejects.toThrow('password authentication failed');
  expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
  writeFileSync(file, right);
});

test('programs that the server’s user cannot reach are run from where he can', () => {
  const hidden = join(closed, 'linux-x64');
  mkdirSync(hidden);
  cpSync(join(dirname(packageFolder()), 'package.json'), join(hidden, 'package.json'));
  cpSync(packageFolder(), join(hidden, 'native'), { recursive: true, verbatimSymlinks: true });
  const used = serverPrograms(join(hidden, 'native'));
  if (serverAccount()) expect(used).not.toContain(closed);
  else expect(used).toBe(join(hidden, 'native'));
});
