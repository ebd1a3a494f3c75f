// A whole country for a journey: the built programs as `npm start` runs them, in a folder and on ports of their own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Browsers refuse 5060 and 5061.
const FIRST_PORT = 5100;
const PORT_BLOCKS = 90;
const SECOND = 1000;

export interface Sms {
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

export interface Country {
  readonly urls: { portal: string; account: string; desk: string; sandbox: string };
  readonly varFolder: string;
  /** Every message of a phone, the newest first. */
  inbox(phone: string): Promise<Sms[]>;
  /** Does something and waits for the message it causes. @throws Error when none comes within 15 s */
  messageAfter(phone: string, act: () => Promise<unknown>): Promise<string>;
  /** Waits for a message whose text fits. @throws Error when none comes within 15 s */
  message(phone: string, text: RegExp): Promise<string>;
  /** Turns everybody's clock: `{ now: '2026-11-23T09:00' }` or `{ advance: 'PT2M' }`. */
  turnClock(to: { now: string } | { advance: string }): Promise<void>;
  /** Runs a command of the project's CLI on this country's database. */
  cli(...args: string[]): Promise<{ code: number; out: string }>;
  stop(): Promise<void>;
}

/** Starts portal, account service, desk, worker, sandbox and a database; `stop()` in afterAll. @param now the clock's first moment, Vietnamese local time */
export async function startCountry({ now }: { now?: string } = {}): Promise<Country> {
  await build();
  const { port, free } = await takePorts();
  const varFolder = mkdtempSync(join(tmpdir(), 'motcua-journey-'));
  const env: NodeJS.ProcessEnv = { ...process.env, MOTCUA_VAR: varFolder, PORT: String(port) };
  for (const name of ['DATABASE_URL', 'MOTCUA_MODE', 'HOST', 'MOTCUA_NOW', 'NODE_ENV']) delete env[name];
  if (now) env.MOTCUA_NOW = now;
  const program = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist/main/start.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const clean = () => {
    rmSync(varFolder, { recursive: true, force: true });
    free();
  };
  try {
    await readiness(program);
  } catch (error) {
    await end(program);
    clean();
    throw error;
  }
  const at = (n: number) => `http://127.0.0.1:${port + n}`;
  const urls = { portal: at(0), account: at(1), desk: at(2), sandbox: at(3) };
  return {
    urls,
    varFolder,
    ...phones(urls.sandbox),
    async turnClock(to) {
      const answer = await fetch(`${urls.sandbox}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(to),
      });
      if (!answer.ok) throw new Error(`the clock was not turned: ${await answer.text()}`);
    },
    cli: (...args) => run(process.execPath, [join(ROOT, 'dist/main/cli.js'), ...args], env),
    async stop() {
      await end(program);
      clean();
    },
  };
}

/** Builds the programs when their sources have changed; test files that start together build one after the other. */
async function build(): Promise<void> {
  const lock = join(tmpdir(), `motcua-journey-build-${process.ppid}`);
  await until('no other build goes on', 60, async () => taken(lock));
  try {
    const { code, out } = await run(process.execPath, ['scripts/build.ts'], process.env);
    if (code !== 0) throw new Error(`the programs could not be built:\n${out}`);
  } finally {
    rmdirSync(lock);
  }
}

/** Making a folder succeeds for one alone. */
function taken(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Four free ports in a row, kept from other test files of this run until they are freed; every process begins its search elsewhere. */
async function takePorts(): Promise<{ port: number; free(): void }> {
  for (let tries = 0; tries < PORT_BLOCKS; tries += 1) {
    const port = FIRST_PORT + 10 * ((process.pid + tries) % PORT_BLOCKS);
    const mark = join(tmpdir(), `motcua-journey-port-${process.ppid}-${port}`);
    if (!taken(mark)) continue;
    const open = await Promise.all([0, 1, 2, 3].map((n) => isFree(port + n)));
    if (open.every(Boolean)) return { port, free: () => rmdirSync(mark) };
    rmdirSync(mark);
  }
  throw new Error(`no free ports from ${FIRST_PORT} on`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/** Resolves at the line `ready`. */
function readiness(program: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const late = setTimeout(() => fail(new Error(`not ready after 60 s:\n${said}`)), 60 * SECOND);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/^ready/mu.test(said)) return;
      clearTimeout(late);
      done();
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`the programs ended with ${code}:\n${said}`));
    });
  });
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  await new Promise<void>((done) => {
    program.once('exit', () => done());
    program.kill('SIGTERM');
  });
}

/** Asks again and again until the answer is yes. @param seconds when it is given up @throws Error that says what did not come about */
export async function until(what: string, seconds: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + seconds * SECOND;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

function phones(sandbox: string): Pick<Country, 'inbox' | 'messageAfter' | 'message'> {
  const inbox = async (phone: string): Promise<Sms[]> => {
    const answer = await fetch(`${sandbox}/sms?to=${encodeURIComponent(phone)}`);
    return (await answer.json()) as Sms[];
  };
  return {
    inbox,
    async messageAfter(phone, act) {
      const before = (await inbox(phone)).length;
      await act();
      let now: Sms[] = [];
      await until(`a new message to ${phone}`, 15, async () => {
        now = await inbox(phone);
        return now.length > before;
      });
      return now[0]?.text ?? '';
    },
    async message(phone, text) {
      let found: Sms | undefined;
      await until(`a message ${text} to ${phone}`, 15, async () => {
        found = (await inbox(phone)).find((sms) => text.test(sms.text));
        return found !== undefined;
      });
      return found?.text ?? '';
    },
  };
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    execFile(file, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      done({ code, out: `${stdout}${stderr}` });
    });
  });
}
