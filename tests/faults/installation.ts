// A whole installation as `npm start` runs it, on a state folder and ports of its own and with its durable settings, to be broken.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, ROOT } from '../../bench/environment.ts';
import type { FileStore } from '../../src/modules/files/index.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../../src/platform/db.ts';
import { loadSecrets } from '../../src/platform/secrets.ts';
import { filesUnder } from '../support/kept-files.ts';

export type Part = 'web' | 'worker' | 'sandbox';

/** One run of the start program. */
export interface Run {
  readonly pid: number;
  /** Everything it has said so far. */
  said(): string;
  /** Resolves when it has said so. @throws Error with what it did say when it ends before */
  says(pattern: RegExp): Promise<void>;
  /** Resolves when the process is gone. */
  gone: Promise<void>;
}

export interface Installation {
  readonly varFolder: string;
  readonly port: number;
  /** Starts it; resolves when it is ready. */
  start(): Promise<Run>;
  /** Stops the last run as Ctrl-C does, and waits. */
  stop(): Promise<void>;
  /** The start program of the last run. */
  startPid(): number;
  /** The process that is this part of the last run now. @throws Error while there is none */
  pidOf(part: Part): number;
  isRunning(part: Part): boolean;
  /** The database server's process, by its own file. */
  databasePid(): number;
  secret(): string;
  db(): Db;
  /** The files as the program keeps them. */
  files(): Promise<FileStore>;
  /** Resolves when the portal can serve. */
  healthy(): Promise<void>;
  /** Stops everything and removes the folder. */
  close(): Promise<void>;
}

export interface InstallationOptions {
  /** How much it tells its logs; `warn` when absent. */
  readonly logLevel?: string;
  /** In which folder its own is made; the machine's for temporary files when absent. */
  readonly under?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Builds the program when needed and chooses a place for it; nothing runs yet. */
export async function newInstallation({
  logLevel = 'warn',
  under = tmpdir(),
  settings = {},
}: InstallationOptions = {}): Promise<Installation> {
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the program could not be built:\n${built.stderr}`);
  const varFolder = mkdtempSync(join(under, 'motcua-fault-'));
  const port = await freePorts(4);
  let last: { run: Run; child: ChildProcess } | undefined;
  let db: Db | undefined;

  const installation: Installation = {
    varFolder,
    port,
    async start() {
      const next = launch(varFolder, port, { LOG_LEVEL: logLevel, ...settings });
      await next.run.says(/^ready\b/mu);
      last = next;
      return next.run;
    },
    async stop() {
      last?.child.kill('SIGTERM');
      await last?.run.gone;
    },
    pidOf(part) {
      const pid = findPart(last?.run.pid ?? 0, part);
      if (!pid) throw new Error(`no ${part} is running`);
      return pid;
    },
    startPid: () => last?.run.pid ?? 0,
    isRunning: (part) => findPart(last?.run.pid ?? 0, part) !== undefined,
    databasePid: () =>
      Number(readFileSync(join(varFolder, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    secret: () => loadSecrets(varFolder).hmac,
    files: () => filesUnder(varFolder),
    db() {
      db ??= openDatabase({ url: databaseUrl(varFolder), max: 4, limits: TOOL_LIMITS });
      return db;
    },
    healthy: () => until(() => isHealthy(port), 'the portal serves'),
    async close() {
      await db?.destroy();
      await installation.stop();
      await endLeftOvers(varFolder);
      rmSync(varFolder, { recursive: true, force: true });
    },
  };
  return installation;
}

const FILES: Record<Part, string> = {
  web: 'main/web.js',
  worker: 'main/worker.js',
  sandbox: 'sandbox/main.js',
};

function findPart(startPid: number, part: Part): number | undefined {
  return childrenOf(startPid).find((child) => commandOf(child).some((arg) => arg.endsWith(FILES[part])));
}

function launch(
  varFolder: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): { run: Run; child: ChildProcess } {
  const env = {
    ...process.env,
    MOTCUA_VAR: varFolder,
    PORT: String(port),
    DATABASE_URL: undefined,
    BALLAST_MB: '16',
    ...settings,
  };
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main/start.js'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const says = (pattern: RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!pattern.test(said)) return;
        listeners.delete(look);
        done();
      };
      listeners.add(look);
      gone.then(() => fail(new Error(`the start ended without ${pattern}:\n${said}\n${logsOf(varFolder)}`)));
      look();
    });
  return { child, run: { pid: child.pid ?? 0, said: () => said, says, gone } };
}

function logsOf(varFolder: string): string {
  const folder = join(varFolder, 'log');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .map((name) => `${name}: ${readFileSync(join(folder, name), 'utf8').slice(-1500)}`)
    .join('\n');
}

// As the owner: tests look at what the program's role may not see.
function databaseUrl(varFolder: string): string {
  const read = (name: string) => readFileSync(join(varFolder, 'pg', name), 'utf8').trim();
  return `postgresql://motcua:${read('password')}@127.0.0.1:${read('port')}/motcua`;
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`);
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}

const LOOK_MS = 25;
const PATIENCE_MS = 40_000;

/** Waits until something is so. @throws Error that names it when it has not come in 40 s */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const late = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > late) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
}

/** Processes whose parent is this one. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid);
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** True while the process lives; one that has ended and is not yet buried does not. */
export function lives(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/u.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

/** Ends what a killed run left behind: processes that live in its data folder, and no others. */
async function endLeftOvers(varFolder: string): Promise<void> {
  const data = join(varFolder, 'pg', 'data');
  const left = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          return readlinkSync(`/proc/${pid}/cwd`) === data;
        } catch {
          return false;
        }
      });
  for (const pid of left()) process.kill(pid, 'SIGQUIT');
  await until(() => left().length === 0, 'the database server is gone');
}
