// A program that cannot start says why, soon; one that was ready and dies, or hangs, is started again.
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChildPlan, type Children, startChildren } from './children.ts';

let folder: string;
let children: Children | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-children-'));
});
afterEach(async () => {
  await children?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function program(text: string): ChildPlan {
  const file = join(folder, 'web.mjs');
  writeFileSync(file, text);
  return { name: 'web', file, env: process.env };
}

test('one that dies each time is given up with its own words, not with a wait', async () => {
  const began = performance.now();
  children = startChildren([program('throw new Error("listen EADDRINUSE: 4000")')], folder, () => {});
  await expect(children.ready()).rejects.toThrow('web không chạy lên được: Error: listen EADDRINUSE: 4000');
  expect(performance.now() - began).toBeLessThan(25_000);
});

test('one that fails once, as while a killed run still holds its port, has another try', async () => {
  const mark = join(folder, 'mark');
  const text = `import { existsSync, writeFileSync } from 'node:fs';
    if (!existsSync('${mark}')) { writeFileSync('${mark}', ''); throw new Error('not yet'); }
    process.send('ready'); setInterval(() => {}, 1000);`;
  children = startChildren([program(text)], folder, () => {});
  await children.ready();
});

test('one that was ready and dies is started again', async () => {
  const mark = join(folder, 'mark');
  const text = `import { existsSync, writeFileSync } from 'node:fs';
    process.send('ready');
    if (existsSync('${mark}')) writeFileSync('${mark}-again', '');
    else { writeFileSync('${mark}', ''); setTimeout(() => process.exit(1), 50); }
    setInterval(() => {}, 1000);`;
  const said: string[] = [];
  children = startChildren([program(text)], folder, (line) => said.push(line));
  await children.ready();
  await expect.poll(() => existsSync(`${mark}-again`), { timeout: 20_000 }).toBe(true);
  expect(said.join()).toContain('web đã dừng (mã 1); đang chạy lại');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const SHORT = { everyMs: 50, withinMs: 1000, misses: 3 };
const PORT = await freePort();
const AT = { urls: [`http://127.0.0.1:${PORT}/health`] };

/** Writes its pid into a file for each time it began; hangs for ever the first time. */
const hanging = (rest: string) => `
  import { appendFileSync, existsSync } from 'node:fs';
  import { createServer } from 'node:http';
  const began = '${join(folder, 'began')}';
  const first = !existsSync(began);
  appendFileSync(began, process.pid + '\\n');
  const hang = () => { if (first) for (;;); };
  ${rest}`;
const began = () => readFileSync(join(folder, 'began'), 'utf8').trim().split('\n').map(Number);

test.each([
  [
    'asked at its address',
    AT,
    `createServer((_, res) => { res.statusCode = 503; res.end(); }).listen(${PORT}, '127.0.0.1', () => { process.send('ready'); setTimeout(hang, 300); });`,
  ],
  [
    'asked by its channel',
    'channel',
    `process.on('message', (word) => process.send('here')); process.send('ready'); setTimeout(hang, 300);`,
  ],
] as const)(
  'one that hangs, %s, is ended and started again; the next one answers and is left alone',
  async (_, probe, text) => {
    const said: string[] = [];
    children = startChildren(
      [{ ...program(hanging(text)), probe }],
      folder,
      (line) => said.push(line),
      SHORT,
    );
    await children.ready();
    await expect.poll(began, { timeout: 20_000 }).toHaveLength(2);
    expect(said.join('; ')).toContain('web không trả lời 3 lần liền; web đã dừng (SIGKILL); đang chạy lại');
    const two = began();
    // Many times as long as the hung one was borne.
    await new Promise((done) => setTimeout(done, 4000));
    expect(began()).toEqual(two);
  },
);

test.each([
  [
    'says that it is degraded or that its database is away',
    `res.statusCode = 503; res.end('{"status":"down"}');`,
  ],
  ['knows nothing of such an address', `res.statusCode = 404; res.end();`],
])('one that answers and %s is left alone', async (_, answer) => {
  const text = `createServer((_, res) => { ${answer} }).listen(${PORT}, '127.0.0.1', () => process.send('ready'));`;
  children = startChildren([{ ...program(hanging(text)), probe: AT }], folder, () => {}, SHORT);
  await children.ready();
  await new Promise((done) => setTimeout(done, 4000));
  expect(began()).toHaveLength(1);
});

test('one whose log cannot be opened runs without', async () => {
  mkdirSync(join(folder, 'web.log'));
  children = startChildren(
    [program(`process.send('ready'); setInterval(() => {}, 1000);`)],
    folder,
    () => {},
  );
  await children.ready();
});
