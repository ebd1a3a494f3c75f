// Room is kept for the database while there is enough, given up when there is not, and kept again afterwards.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ballast, keepBallast } from './ballast.ts';

const BYTES = 3_000_000;
let folder: string;
let file: string;
let ballast: Ballast | undefined;
let free: number | null;
const said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-ballast-'));
  file = join(folder, 'ballast');
  free = 1e9;
  said.length = 0;
});
afterEach(() => {
  ballast?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const keep = (bytes = BYTES) => {
  ballast = keepBallast({
    file,
    bytes,
    giveUpBelow: 1_000_000,
    leaveFree: 2_000_000,
    say: (line) => said.push(line),
    ask: async () => free,
    lookMs: 20,
  });
};
/** Long enough for many looks. */
const looks = () => new Promise((done) => setTimeout(done, 400));
const size = () => (existsSync(file) ? statSync(file).size : 0);
const soon = { timeout: 10_000 };

it('is written in full, given up when the disk is nearly full, and made again when there is room for it and more', async () => {
  keep();
  await expect.poll(size, soon).toBe(BYTES);
  // No holes.
  expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(BYTES);
  free = 999_999;
  await expect.poll(size, soon).toBe(0);
  expect(said).toEqual([expect.stringContaining('đã nhường cho cơ sở dữ liệu')]);
  free = BYTES + 1_999_999;
  await looks();
  expect(size()).toBe(0);
  free = BYTES + 2_000_000;
  await expect.poll(size, soon).toBe(BYTES);
});

it('is not made where the disk is short already, nor where nobody knows', async () => {
  free = BYTES;
  keep();
  await looks();
  free = null;
  await looks();
  expect(size()).toBe(0);
});

it('stays through a look that tells nothing', async () => {
  keep();
  await expect.poll(size, soon).toBe(BYTES);
  free = null;
  await looks();
  expect(size()).toBe(BYTES);
});

it('of another size, or half made, is not taken for it', async () => {
  writeFileSync(file, 'half');
  keep(0);
  expect(existsSync(file)).toBe(false);
});
