// A house of its own to measure in: built program, durable embedded database, reference data, the web as `npm start` runs it.
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpDatabase } from '../src/main/set-up.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../src/platform/db.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../src/platform/embedded-database.ts';
import { roleOf } from '../src/platform/rights.ts';
import { loadSecrets } from '../src/platform/secrets.ts';
import { type Used, usedBy } from './cpu.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Environment {
  readonly varFolder: string;
  /** A copy of the state folder as it was after the set-up, with no server on it. */
  readonly freshCopy: string;
  /** The database as its owner: the bare statements that the product is held against write past its doors. The web works as its own role. */
  readonly url: string;
  readonly db: Db;
  /** Processor time used so far by each part. */
  used(): Used;
  /** The portal's port. */
  readonly port: number;
  readonly secret: string;
  say(line: string): void;
  close(): Promise<void>;
}

/** A state folder that outlives the run. */
export interface KeptState {
  /** Where it is, or is to be made. */
  readonly folder: string;
}

/**
 * Builds and starts everything; `say` gets a line for each thing that takes time.
 * @param kept the state is made there, unless it is there already, and stays; without it everything is made anew and removed
 */
export async function openEnvironment(say: (line: string) => void, kept?: KeptState): Promise<Environment> {
  say('building');
  const built = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('the program could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const varFolder = kept?.folder ?? join(folder, 'var');
  const freshCopy = join(folder, 'second-start');
  try {
    // A kept one too, as at every start: it may be from before a migration.
    say('setting up a database');
    await setUp(varFolder);
    if (!kept) cpSync(varFolder, freshCopy, { recursive: true });
    const database = await startEmbeddedDatabase({ folder: join(varFolder, 'pg') });
    const port = await freePorts(4);
    const web = await startWeb(varFolder, database.url, port);
    const db = openDatabase({ url: database.ownerUrl, max: 6, limits: TOOL_LIMITS });
    return {
      varFolder,
      freshCopy,
      db,
      port,
      say,
      url: database.ownerUrl,
      secret: loadSecrets(varFolder).hmac,
      used: () => usedBy(web.pid ?? 0, database.pid),
      async close() {
        await db.destroy();
        await ended(web, 'SIGTERM');
        await database.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    say(`what was made stays in ${folder}`);
    throw error;
  }
}

async function setUp(varFolder: string): Promise<void> {
  mkdirSync(join(varFolder, 'log'), { recursive: true });
  loadSecrets(varFolder);
  const database: EmbeddedDatabase = await startEmbeddedDatabase({ folder: join(varFolder, 'pg') });
  try {
    await setUpDatabase({
      url: database.ownerUrl,
      program: roleOf(database.url),
      now: Temporal.Now.instant(),
      demo: true,
      log: () => {},
    });
  } finally {
    await database.stop();
  }
}

async function startWeb(varFolder: string, url: string, port: number): Promise<ChildProcess> {
  const logFile = join(varFolder, 'log', 'web.log');
  const log = openSync(logFile, 'a');
  const profile = process.env.BENCH_PROFILE;
  const child = fork(join(ROOT, 'dist/main/web.js'), [], {
    cwd: ROOT,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: ['--enable-source-maps', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOTCUA_VAR: varFolder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
  });
  await new Promise<void>((done, fail) => {
    child.once('message', () => done());
    child.once('exit', () =>
      fail(new Error(`the web did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)),
    );
  });
  return child;
}

/** Ends a process of ours and waits for it. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/** The first of `count` free ports in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let base = 21_000 + (process.pid % 1000) * 10; base < 60_000; base += 10) {
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(base + at)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no free ports');
}

/** Runs a program of the bench in a process of its own and gives what it sends first. */
export function helper(file: string): { child: ChildProcess; ask<T>(question: unknown): Promise<T> } {
  const child = fork(join(ROOT, 'bench', file), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  return {
    child,
    ask<T>(question: unknown) {
      return new Promise<T>((done, fail) => {
        const lost = () => fail(new Error(`${file} ended`));
        child.once('exit', lost);
        child.once('message', (answer) => {
          child.off('exit', lost);
          done(answer as T);
        });
        child.send(question as object);
      });
    },
  };
}
