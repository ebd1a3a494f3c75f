// No state of its log stops a process: nobody reads it, its reader is gone, its disk is full. Each program here is one of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'motcua-log-'));
const log = JSON.stringify(new URL('./log.ts', import.meta.url).href);
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Says thousands of lines, more than may wait, then tells its parent that it still turns; then a line for each word from it. */
const PROGRAM = `
  import { createLog, lostLines } from ${log};
  const log = createLog('test', 'info');
  const tell = () => process.send({ lost: lostLines() });
  for (let i = 0; i < 3000; i++) log.info({ i, text: 'x'.repeat(1000) }, 'line');
  process.emitWarning('and what the engine prints beside it');
  setTimeout(tell, 100);
  process.on('message', (word) => { log.info(word); tell(); });
  process.on('disconnect', () => process.exit(0));`;

function begin(stdout: number | 'pipe'): ChildProcess {
  child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['ignore', stdout, stdout === 'pipe' ? 'ignore' : stdout, 'ipc'],
  });
  return child;
}

async function word(from: ChildProcess): Promise<{ lost: number }> {
  const end = once(from, 'exit').then(([code, signal]) => {
    throw new Error(`the process ended: ${code ?? signal}`);
  });
  end.catch(() => {});
  const [said] = (await Promise.race([once(from, 'message'), end])) as [{ lost: number }];
  return said;
}

async function ends(one: ChildProcess): Promise<number | null> {
  const end = once(one, 'exit');
  one.disconnect();
  return (await end)[0] as number | null;
}

it('goes on while nobody reads its pipe, and tells how much was lost when somebody does', async () => {
  const one = begin('pipe');
  const { lost } = await word(one);
  expect(lost).toBeGreaterThan(1000);
  let read = '';
  one.stdout!.setEncoding('utf8').on('data', (text: string) => {
    read += text;
  });
  await expect
    .poll(() => read, { timeout: 20_000 })
    .toContain(`"lost":${lost},"msg":"lines of the log were lost"`);
  for (const line of read.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  one.send('still here');
  await word(one);
  await expect.poll(() => read, { timeout: 20_000 }).toContain('"msg":"still here"');
  expect(await ends(one)).toBe(0);
});

it('ends when it is told to although nobody reads', async () => {
  const one = begin('pipe');
  await word(one);
  expect(await ends(one)).toBe(0);
});

it('goes on when its reader is gone', async () => {
  const one = begin('pipe');
  one.stdout!.destroy();
  expect((await word(one)).lost).toBeGreaterThan(1000);
  one.send('still here');
  await word(one);
  expect(await ends(one)).toBe(0);
});

it('goes on when the disk of its log is full', async () => {
  const full = openSync('/dev/full', 'a');
  const one = begin(full);
  closeSync(full);
  expect((await word(one)).lost).toBeGreaterThan(1000);
  one.send('still here');
  await word(one);
  expect(await ends(one)).toBe(0);
});

const root = process.getuid?.() === 0;
it(
  root
    ? 'a full disk that has room again has the lines that waited, whole, and the count'
    : 'needs root to mount a disk that is small; /dev/full above stands for it',
  async () => {
    if (!root) return;
    const disk = join(folder, 'disk');
    spawnSync('mkdir', [disk]);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], {
      encoding: 'utf8',
    });
    expect(mounted.stderr).toBe('');
    try {
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(131_072));
      const file = openSync(join(disk, 'web.log'), 'a');
      const one = begin(file);
      closeSync(file);
      const { lost } = await word(one);
      expect(lost).toBeGreaterThan(1000);
      spawnSync('mount', ['-o', 'remount,size=16m', disk]);
      const written = () => readFileSync(join(disk, 'web.log'), 'utf8');
      await expect
        .poll(written, { timeout: 20_000 })
        .toContain(`"lost":${lost},"msg":"lines of the log were lost"`);
      for (const line of written()
        .trim()
        .split('\n')
        .filter((text) => text.startsWith('{')))
        expect(() => JSON.parse(line)).not.toThrow();
      expect(await ends(one)).toBe(0);
    } finally {
      child?.kill('SIGKILL');
      spawnSync('umount', ['-l', disk]);
    }
  },
);

it('the last lines before an end are written', () => {
  const file = join(folder, 'last.log');
  const out = openSync(file, 'a');
  const program = `
    import { createLog } from ${log};
    const log = createLog('test', 'info');
    for (let i = 0; i < 300; i++) log.info({ i }, 'line');
    log.error('the end');
    process.exit(3);`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  expect(ended.status).toBe(3);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(301);
  expect(lines.at(-1)).toContain('the end');
});
