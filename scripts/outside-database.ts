// The same program on a server that is not ours: a private instance of the Debian PostgreSQL 15, named by DATABASE_URL.
import { type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { asServer, handedOver, serverAccount } from '../src/platform/embedded-programs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = '/usr/lib/postgresql/15/bin';
const asked = process.argv.slice(2);
/** Files or folders that are asked for, else what touches the database most: acts, journal, limits, modules, the worker. */
const SUBSET = asked.length > 0 ? asked : ['src/platform', 'src/modules', 'src/main'];

const folder = mkdtempSync(join(tmpdir(), 'motcua-pg15-'));
const data = join(folder, 'data');
mkdirSync(data, { mode: 0o700 });
const account = serverAccount();
if (account) chownSync(data, account.uid, account.gid);
const held = openSync(data, 'r');
const as = { ...asServer(), cwd: folder, stdio: ['ignore', 'ignore', 'ignore', held] as StdioOptions };
const port = await new Promise<number>((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number };
    probe.close(() => done(port));
  });
});
spawnSync(
  join(BIN, 'initdb'),
  ['-D', handedOver(3, data), '-U', 'motcua', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
  as,
);
const options = [
  '-c',
  `port=${port}`,
  '-c',
  'listen_addresses=127.0.0.1',
  '-c',
  'unix_socket_directories=',
  '-c',
  'fsync=off',
];
const server = spawn(join(BIN, 'postgres'), ['-D', handedOver(3, data), ...options], as);
const url = `postgresql://motcua@127.0.0.1:${port}/postgres`;
for (let i = 0; i < 100; i++) {
  const client = new pg.Client({ connectionString: url });
  const up = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => {});
  if (up) break;
  await new Promise((done) => setTimeout(done, 100));
}
const tests = spawnSync(
  join(ROOT, 'node_modules/.bin/vitest'),
  ['run', ...SUBSET, '--exclude', '**/*.debian.test.ts'],
  {
    stdio: 'inherit',
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
  },
);
server.kill('SIGINT');
await new Promise((done) => server.once('exit', done));
rmSync(folder, { recursive: true, force: true });
process.exit(tests.status ?? 1);
