// The store in a folder: the shared cases, and what only a disk does: crashes, left-overs, a folder taken away.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../platform/crypto.ts';
import { fileStoreCases } from './cases.ts';
import { diskStore } from './disk.ts';
import { keyOf } from './key.ts';
import { answered, onDisk } from './trouble.ts';

const root = mkdtempSync(join(tmpdir(), 'motcua-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
let folder: string;
const newFolder = () => join(root, String(++count));
beforeEach(() => {
  folder = newFolder();
});

const inFolder = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name);

describe('shared cases', () => {
  fileStoreCases(() => ({
    async store(kind) {
      if (kind === 'here') return diskStore({ folder });
      const taken = newFolder();
      writeFileSync(taken, 'a file where the folder should be');
      return diskStore({ folder: taken });
    },
    async overwrite(name, bytes) {
      writeFileSync(join(folder, keyOf(name)), bytes);
    },
  }));
});

describe('on a full disk', () => {
  const full = process.getuid?.() === 0;
  it.runIf(full)(
    'says that there is no room, keeps what is there, and takes files again when there is',
    async () => {
      folder = newFolder();
      mkdirSync(folder);
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status).toBe(0);
      try {
        const store = diskStore({ folder });
        const kept = Buffer.alloc(2_000_000, 1);
        expect(await store.put([kept])).toMatchObject({ kind: 'kept' });
        const more = Buffer.alloc(3_000_000, 2);
        expect(await store.put([more])).toMatchObject({ kind: 'tryAgain', full: true });
        expect(await store.verify(sha256(kept))).toMatchObject({ kind: 'whole' });
        expect(inFolder()).toEqual([sha256(kept)]);
        await store.delete(sha256(kept));
        expect(await store.put([more])).toMatchObject({ kind: 'kept' });
      } finally {
        spawnSync('umount', ['-l', folder]);
      }
    },
  );

  it('tells it of any disk by what the system says', async () => {
    const end = await answered(() =>
      onDisk(async () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
      }),
    );
    expect(end).toEqual({ kind: 'tryAgain', reason: 'ENOSPC write', full: true });
  });
});

describe('on the disk', () => {
  const bytes = Buffer.from('nội dung');
  const name = sha256(bytes);

  it('a file lies under its own name, read by its owner and group only', async () => {
    await diskStore({ folder }).put([bytes]);
    const place = join(folder, name.slice(0, 2), name.slice(2, 4), name);
    expect(readFileSync(place)).toEqual(bytes);
    expect(statSync(place).mode & 0o777).toBe(0o640);
    expect(inFolder()).toEqual([name]);
  });

  it('nothing half-made stays: not of a refused file, not of one whose sender went away', async () => {
    const store = diskStore({ folder });
    async function* broken() {
      yield Buffer.alloc(3_000_000);
      throw new Error('gone');
    }
    await expect(store.put(broken())).rejects.toThrow('gone');
    await store.put([Buffer.alloc(3_000_000)], () => false);
    expect(inFolder()).toEqual([]);
  });

  it('a large file is in memory only piece by piece', async () => {
    const script = `
      import { diskStore } from ${JSON.stringify(join(import.meta.dirname, 'disk.ts'))};
      async function* large() { for (let i = 0; i < 1600; i++) yield Buffer.alloc(65_536, i); }
      const before = process.memoryUsage.rss();
      let most = 0;
      const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 5);
      const store = diskStore({ folder: ${JSON.stringify(folder)} });
      const end = await store.put(large(), async (arrived) => (await arrived.read(arrived.size - 10, 10)).length === 10);
      if (end.kind !== 'kept' || end.size !== 104_857_600) throw new Error(JSON.stringify(end));
      if ((await store.verify(end.sha256)).kind !== 'whole') throw new Error('not whole');
      clearInterval(watch);
      process.stdout.write(String(Math.round((most - before) / 1048576)));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await once(child, 'exit');
    // 100 MB go through; what is left is the collector's slack.
    expect(Number(said)).toBeGreaterThan(0);
    expect(Number(said)).toBeLessThan(70);
  });

  it('a killed process leaves only scratch, which is swept a day later', async () => {
    const script = `
      import { diskStore } from ${JSON.stringify(join(import.meta.dirname, 'disk.ts'))};
      async function* slow() {
        for (let i = 0; i < 40; i++) yield Buffer.alloc(65_536, 1);
        process.stdout.write('half');
        await new Promise(() => setInterval(() => {}, 1000));
      }
      await diskStore({ folder: ${JSON.stringify(folder)} }).put(slow());`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = diskStore({ folder });
    expect(await store.list(null)).toEqual({ kind: 'page', names: [], more: false });
    const tmp = readdirSync(join(folder, 'tmp'));
    expect(tmp).toHaveLength(1);
    const now = Temporal.Now.instant();
    expect(await store.sweep(now.subtract({ hours: 24 }))).toEqual({ kind: 'swept', count: 0 });
    const old = join(folder, 'tmp', tmp[0] as string);
    utimesSync(old, statSync(old).atime, new Date(now.epochMilliseconds - 90_000_000));
    expect(await store.sweep(now.subtract({ hours: 24 }))).toEqual({ kind: 'swept', count: 1 });
    expect(inFolder()).toEqual([]);
  });

  it('nothing is swept where nothing was ever put', async () => {
    expect(await diskStore({ folder }).sweep(Temporal.Now.instant())).toEqual({ kind: 'swept', count: 0 });
  });

  it('a folder that was taken away while we run is made again', async () => {
    const store = diskStore({ folder });
    await store.put([bytes]);
    rmSync(folder, { recursive: true });
    expect(await store.get(name)).toEqual({ kind: 'missing' });
    expect(await store.put([bytes])).toMatchObject({ kind: 'kept' });
    expect(await store.verify(name)).toMatchObject({ kind: 'whole' });
  });

  it('what lies beside the files is none of them', async () => {
    mkdirSync(join(folder, 'aa', 'bb'), { recursive: true });
    writeFileSync(join(folder, 'aa', 'bb', name), bytes);
    writeFileSync(join(folder, 'ghi-chu.txt'), 'x');
    await diskStore({ folder }).put([bytes]);
    expect(await diskStore({ folder }).list(null)).toMatchObject({ names: [name] });
  });

  it('a list of many comes in pages', async () => {
    const store = diskStore({ folder });
    const many = Array.from({ length: 1003 }, (_, at) => sha256(String(at))).sort();
    for (const one of many) {
      mkdirSync(join(folder, one.slice(0, 2), one.slice(2, 4)), { recursive: true });
      writeFileSync(join(folder, keyOf(one)), '');
    }
    const first = await store.list(null);
    expect(first).toEqual({ kind: 'page', names: many.slice(0, 1000), more: true });
    expect(await store.list(many[999]!)).toEqual({ kind: 'page', names: many.slice(1000), more: false });
  });
});
