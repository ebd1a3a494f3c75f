// A real PostgreSQL server of our own under var/: made once, adopted when left over, stopped with us.
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { launch, makeCluster, OWNER, PROGRAM, takeCare } from './embedded-cluster.ts';
import { InTheWay } from './in-the-way.ts';

export interface EmbeddedOptions {
  /** Folder that holds the cluster; made when missing. */
  folder: string;
  /** Extra settings, e.g. `fsync: 'off'` for throw-away test clusters. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** The database `motcua`, as the program's role: it owns nothing and is no superuser. */
  url: string;
  /** The same as who owns everything: for the set-up alone. */
  ownerUrl: string;
  pid: number;
  /** True when a running server was found and taken over. */
  adopted: boolean;
  /** Stops the server (fast shutdown) and waits for it. */
  stop(): Promise<void>;
}

/** SQLSTATE cannot_connect_now. */
const STILL_STARTING = '57P03';
/** Between finding a port free and the server's taking it somebody else may have taken it. */
const PORT_TRIES = 4;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

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
  } catch (error) {
    // A server that is up and says no will say no again; one that is still starting says so, or nothing yet.
    if (error instanceof pg.DatabaseError && error.code !== STILL_STARTING) throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Starts the server in `folder`, or adopts the one that a killed run left behind.
 * @throws InTheWay with the server's own last word when it does not come up, or not within three minutes
 */
export async function startEmbeddedDatabase({
  folder,
  settings = {},
  log = () => {},
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  mkdirSync(folder, { recursive: true });
  const home = realpathSync(folder);
  const data = join(home, 'data');
  if (!existsSync(join(home, 'made'))) {
    log('đang tạo cơ sở dữ liệu');
    makeCluster(home, data, settings.fsync !== 'off');
  }
  takeCare(data);
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const urlAt = (port: number, name: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${name}`;
  const opened = async (port: number) => {
    const ownerUrl = urlAt(port, OWNER);
    await ensureDatabase(urlAt(port, 'postgres'));
    const secret = await ensureProgram(home, urlAt(port, 'postgres'));
    return { ownerUrl, url: `postgresql://${PROGRAM}:${secret}@127.0.0.1:${port}/${OWNER}` };
  };

  const left = leftOver(data);
  if (left && (await answers(urlAt(left.port, 'postgres')))) {
    const urls = await opened(left.port);
    log(`nhận lại máy chủ cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${left.pid})`);
    return {
      ...urls,
      pid: left.pid,
      adopted: true,
      stop: () => stopServer(left.pid, data),
    };
  }
  if (left) await stopServer(left.pid, data);
  await waitForOrphans(data);

  const { port, child } = await launched(home, data, settings, (at) => answers(urlAt(at, 'postgres')));
  const urls = await opened(port);
  const pid = leftOver(data)?.pid ?? (child.pid as number);
  return { ...urls, pid, adopted: false, stop: () => stopServer(pid, data) };
}

async function launched(
  home: string,
  data: string,
  settings: Record<string, string>,
  isUp: (port: number) => Promise<boolean>,
): Promise<{ port: number; child: ChildProcess }> {
  const log = join(home, 'server.log');
  for (let tries = 1; ; tries++) {
    const port = await choosePort(home);
    const child = launch(home, data, port, settings);
    const gone = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
    for (let i = 0; !gone() && i < 1800; i++) {
      const up = await isUp(port).catch(async (error) => {
        await stopServer(child.pid as number, data);
        throw error;
      });
      if (up) return { port, child };
      await pause(i < 20 ? 20 : 100);
    }
    const said = lastLines(log);
    if (!gone() || tries === PORT_TRIES || !said.includes('Address already in use'))
      throw new InTheWay(
        `Cơ sở dữ liệu không chạy lên được: ${said.split('\n').findLast((line) => /FATAL|PANIC|error/u.test(line)) ?? 'máy chủ không nói gì'}`,
        `Xem những dòng cuối của ${log}.`,
      );
  }
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

/** The program's role, also in a cluster that an earlier version made. @returns its password */
async function ensureProgram(home: string, url: string): Promise<string> {
  const file = join(home, 'app-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  const secret = readFileSync(file, 'utf8').trim();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [PROGRAM]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${PROGRAM} login password ${client.escapeLiteral(secret)} nosuperuser nocreatedb nocreaterole noreplication nobypassrls`,
    );
    return secret;
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
