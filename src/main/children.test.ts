// A program that cannot start says why, soon; one that was ready and dies is started again.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Children, startChildren } from './children.ts';

let folder: string;
let children: Children | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-children-'));
});
afterEach(async () => {
  await children?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function program(text: string): { name: string; file: string; env: NodeJS.ProcessEnv } {
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
