// A start that cannot succeed says so at once, in two lines: what is in the way, and what to do. Nothing slow has been done by then.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../src/main/config.ts';
import { parseMoment } from '../src/platform/clock.ts';
import { database, libraries, objection, ports, room, settings } from './before-start.mjs';
import { REAL_SETTINGS } from './production.mjs';
import { takePlace } from './running.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'motcua-cửa-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: Server | undefined;
afterEach(() => server?.close());
/** Listens on a port of loopback. @returns the port */
function listen(): Promise<number> {
  return new Promise((done) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      done((listening.address() as { port: number }).port);
    });
    server = listening;
  });
}

describe('settings', () => {
  test.each([
    ['PORT', { PORT: 'ba nghìn' }],
    ['PORT', { PORT: '65533' }],
    ['MOTCUA_MODE', { MOTCUA_MODE: 'prod' }],
    ['MOTCUA_NOW', { MOTCUA_NOW: 'hôm qua' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/motcua' }],
    ['MOTCUA_NOW', { MOTCUA_MODE: 'production', MOTCUA_NOW: '2023-05-15T08:00' }],
  ])('%s that makes no sense is named, with what to do', (name, env) => {
    const [what, todo] = settings(env) ?? ['', ''];
    expect(what).toContain(name);
    expect(todo).not.toBe('');
  });

  test('without any, and with the right ones, nothing is in the way', () => {
    expect(settings({})).toBeNull();
    const right = {
      PORT: '4000',
      MOTCUA_NOW: '2023-05-15T08:00',
      DATABASE_URL: 'postgresql://a:b@db:5432/c',
    };
    expect(settings(right)).toBeNull();
  });

  test.each([
    '2023-05-15T08:00',
    '2023-05-15',
    '2023-05-15 08:00:30',
    '2026-11-23T02:00:00Z',
    '2026-11-23T09:00+07:00',
    '2023-02-30T08:00',
    '2023-13-01T08:00',
    '2023-05-15T25:00',
    '15/05/2023',
    '2023',
    '',
  ])('the moment “%s” is taken or refused as the clock does', (text) => {
    let taken = true;
    try {
      parseMoment(text);
    } catch {
      taken = false;
    }
    expect(settings({ MOTCUA_NOW: text }) === null).toBe(taken);
  });

  test('all that is unsafe for real is told at once, as the configuration tells it', () => {
    const [what] = settings({ MOTCUA_MODE: 'production', PORTAL_URL: 'http://a.example' }) ?? [''];
    for (const name of REAL_SETTINGS) expect(what).toContain(name);
    expect(() => readConfig({ MOTCUA_MODE: 'production', PORTAL_URL: 'http://a.example' })).toThrow(
      'PORTAL_URL',
    );
  });
});

describe('ports', () => {
  test('one that is taken: which, by whom, and others that are free', async () => {
    const asked = async () => {
      const port = await listen();
      const [what, todo] = (await ports({ PORT: String(port - 1) }, folder)) ?? ['', ''];
      return { port, what, todo };
    };
    let { port, what, todo } = await asked();
    // The port below it may be some other program's just now.
    for (let tries = 0; tries < 3 && !what.includes(`Cổng ${port} `); tries += 1)
      ({ port, what, todo } = await asked());
    expect(what).toContain(`Cổng ${port} `);
    expect(what).toContain(`tiến trình ${process.pid}`);
    const other = /PORT=(\d+) npm start/u.exec(todo)?.[1];
    expect(await ports({ PORT: other }, folder)).toBeNull();
  });

  test('an address that is not this machine’s', async () => {
    expect((await ports({ HOST: '192.0.2.1', PORT: '4010' }, folder))?.[0]).toContain('HOST=192.0.2.1');
  });
});

describe('the place', () => {
  let other: ChildProcess;
  beforeAll(() => {
    other = spawn('sleep', ['60'], { stdio: 'ignore' });
  });
  afterAll(() => other.kill());
  const since = (pid: number) =>
    spawnSync('cut', ['-d', ' ', '-f', '22', `/proc/${pid}/stat`])
      .stdout.toString()
      .trim();

  test('a second start in the same folder is told which process has it', async () => {
    const varFolder = join(folder, 'var-1');
    mkdirSync(varFolder);
    writeFileSync(join(varFolder, 'running.pid'), `${other.pid} ${since(other.pid ?? 0)}\n`);
    expect(takePlace(varFolder)).toBe(other.pid);
    const [what, todo] = (await objection({ MOTCUA_VAR: varFolder }, ROOT)) ?? ['', ''];
    expect(what).toContain(`tiến trình ${other.pid}`);
    expect(todo).toContain('MOTCUA_VAR=');
  });

  test.each([
    ['has ended', '999999999 1'],
    ['was given its number later', 'OTHER 1'],
  ])('a mark whose process %s is nobody’s', (_what, mark) => {
    const varFolder = mkdtempSync(join(folder, 'var-'));
    writeFileSync(join(varFolder, 'running.pid'), mark.replace('OTHER', String(other.pid)));
    expect(takePlace(varFolder)).toBeNull();
  });

  test.each([
    ['a file', 'tệp', 'là một tệp, không phải là thư mục'],
    ['below a file', 'tệp/var', 'là một tệp, không phải là thư mục'],
    ['what the kernel shows', '/proc', 'không lưu được tệp nào'],
    ['below what the kernel shows', '/sys/khong-co/var', 'không lưu được tệp nào'],
  ])('a state folder that is %s: what it is, and that another is to be named', async (_what, name, said) => {
    writeFileSync(join(folder, 'tệp'), '');
    const [what, todo] = (await objection({ MOTCUA_VAR: resolve(folder, name) }, ROOT)) ?? ['', ''];
    expect(what).toContain(said);
    expect(todo).toMatch(/^Nêu một thư mục.*MOTCUA_VAR=/u);
  });

  test('a state folder of another user, seen by somebody who may not enter it', async () => {
    // Root may enter everything: it asks as nobody, who is handed the program open and told the question.
    const root = process.getuid?.() === 0;
    const theirs = root ? '/root' : '/var/cache/ldconfig';
    const bundled = await build({
      stdin: {
        contents: `import { folders } from './before-start.mjs';
          process.stdout.write(JSON.stringify(folders({ MOTCUA_VAR: '${theirs}/x/var' }, '/')));`,
        resolveDir: join(ROOT, 'scripts'),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
    });
    const asked = spawnSync(root ? '/proc/self/fd/3' : process.execPath, ['--input-type=module', '-'], {
      input: `${bundled.outputFiles[0]?.text}`,
      encoding: 'utf8',
      cwd: '/',
      ...(root && { uid: 65534, gid: 65534 }),
      stdio: ['pipe', 'pipe', 'pipe', openSync(process.execPath, 'r')],
    });
    expect(asked.stderr).toBe('');
    const [what, todo] = JSON.parse(asked.stdout);
    expect(what).toMatch(/^Không (?:ghi|dùng) được/u);
    expect(todo).toContain('đúng');
  });

  test('a disk that is full', () => {
    const [what, todo] = room(folder, Number.MAX_SAFE_INTEGER) ?? ['', ''];
    expect(what).toMatch(/còn \d+ MB, cần chừng \d+ MB/u);
    expect(todo).not.toBe('');
    expect(room(folder, 1)).toBeNull();
  });
});

test('a library of the system that is missing: which, and how it is had', () => {
  const [what, todo] = libraries({ 'libkhong-co.so.7': 'libkhong-co7', 'libc.so.6': 'libc6' }) ?? ['', ''];
  expect(what).toContain('thư viện hệ thống libkhong-co.so.7 mà');
  expect(todo).toContain('apt-get install -y libkhong-co7');
  expect(libraries()).toBeNull();
});

test('a database server that is not there', async () => {
  const port = await listen();
  server?.close();
  const said = await database({ DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/c` });
  expect(said?.[0]).toContain(`127.0.0.1, cổng ${port}: không có máy chủ nào nghe ở đó`);
  expect(await database({})).toBeNull();
});

test('a fresh copy with a taken port: two lines within seconds, nothing installed, no stack', async () => {
  const copy = join(folder, 'bản mới');
  cpSync(join(ROOT, 'scripts'), join(copy, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(ROOT, name), join(copy, name));
  const port = await listen();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), DATABASE_URL: undefined, MOTCUA_VAR: undefined };
  const { status, stderr, stdout } = await new Promise<{
    status: number | null;
    stderr: string;
    stdout: string;
  }>((done) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: copy, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('close', (status) => done({ status, stderr, stdout }));
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(2);
  expect(stderr).toContain(`Cổng ${port} `);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(existsSync(join(copy, 'node_modules'))).toBe(false);
});
