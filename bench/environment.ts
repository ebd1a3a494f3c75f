// A house of its own to measure in: built program, durable embedded database, reference data, web, worker and sandbox as `npm start` runs them.
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
import { cpuOf, type Used, usedBy } from './cpu.ts';
import { drained } from './drained.ts';

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
  /** Null: it was left out. */
  readonly worker: Beside | null;
  /** Resolves when the worker has done all that is due; at once where there is none. */
  drained(): Promise<void>;
  say(line: string): void;
  close(): Promise<void>;
}

/** The worker, and the sandbox whose carrier it hands messages to. */
export interface Beside {
  readonly pid: number;
  /** What the sandbox's carrier has taken, a line each. */
  readonly carrierFile: string;
  /** Where the sandbox listens. */
  readonly carrierUrl: string;
  /** Holds the worker still; it has nothing in hand. */
  sleep(): Promise<void>;
  wake(): void;
}

/** A state folder that outlives the run. */
export interface KeptState {
  /** Where it is, or is to be made. */
  readonly folder: string;
}

/**
 * Builds and starts everything; `say` gets a line for each thing that takes time.
 * @param kept the state is made there, unless it is there already, and stays; without it everything is made anew and removed
 * @param withWorker worker and sandbox run beside the web
 */
export async function openEnvironment(
  say: (line: string) => void,
  kept?: KeptState,
  { withWorker = false }: { withWorker?: boolean } = {},
): Promise<Environment> {
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
    const start = (name: Program) => startProgram(name, varFolder, database.url, port);
    const web = await start('web');
    const [sandbox, worker] = withWorker ? [await start('sandbox'), await start('worker')] : [];
    const db = openDatabase({ url: database.ownerUrl, max: 6, limits: TOOL_LIMITS });
    const quiet = async () => {
      if (worker) await drained(db);
    };
    await quiet();
    return {
      varFolder,
      freshCopy,
      db,
      port,
      say,
      url: database.ownerUrl,
      secret: loadSecrets(varFolder).hmac,
      worker: worker ? besideOf(worker, varFolder, port + 3, quiet) : null,
      drained: quiet,
      used: () => ({
        ...usedBy(web.pid ?? 0, database.pid),
        ...(worker && sandbox && { worker: cpuOf(worker.pid ?? 0), sandbox: cpuOf(sandbox.pid ?? 0) }),
      }),
      async close() {
        await db.destroy();
        worker?.kill('SIGCONT');
        for (const child of [worker, web, sandbox]) if (child) await ended(child, 'SIGTERM');
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

function besideOf(worker: ChildProcess, varFolder: string, port: number, quiet: () => Promise<void>): Beside {
  return {
    pid: worker.pid ?? 0,
    carrierFile: join(varFolder, 'sandbox', 'happenings.jsonl'),
    carrierUrl: `http://127.0.0.1:${port}`,
    async sleep() {
      await quiet();
      worker.kill('SIGSTOP');
    },
    wake: () => void worker.kill('SIGCONT'),
  };
}

type Program = 'web' | 'worker' | 'sandbox';
const FILES: Readonly<Record<Program, string>> = {
  web: 'dist/main/web.js',
  worker: 'dist/main/worker.js',
  sandbox: 'dist/sandbox/main.js',
};

async function startProgram(
  name: Program,
  varFolder: string,
  url: string,
  port: number,
): Promise<ChildProcess> {
  const logFile = join(varFolder, 'log', `${name}.log`);
  const log = openSync(logFile, 'a');
  const profile = process.env.BENCH_PROFILE;
  const child = fork(join(ROOT, FILES[name]), [], {
    cwd: ROOT,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: ['--enable-source-maps', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    env: {
      ...process.env,
      DATABASE_URL: url,
      MOTCUA_VAR: varFolder,
      PORT: String(port),
      SANDBOX_PORT: String(port + 3),
      LOG_LEVEL: 'warn',
    },
  });
  await new Promise<void>((done, fail) => {
    child.once('message', () => done());
    child.once('exit', () =>
      fail(new Error(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)),
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
