// What is built is what browsers are sent: named by content, compressed copies identical, no crown and no fonts.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AssetManifest, buildAssets, readManifest } from './build-assets.ts';

let folder: string;
let manifest: AssetManifest;
const read = (address: string) => readFile(join(folder, basename(address)));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'));
  manifest = await buildAssets(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the manifest names the files, and a later reader finds the same', async () => {
  expect(manifest.css).toMatch(/^\/assets\/motcua\.[0-9a-f]{12}\.css$/u);
  expect(manifest.js).toMatch(/^\/assets\/motcua\.[0-9a-f]{12}\.js$/u);
  expect(await readManifest(folder)).toEqual(manifest);
});

test('compressed copies hold the same bytes', async () => {
  for (const address of [manifest.css, manifest.js]) {
    const plain = await read(address);
    expect(brotliDecompressSync(await read(`${address}.br`))).toEqual(plain);
    expect(gunzipSync(await read(`${address}.gz`))).toEqual(plain);
  }
});

test('building again gives the same names and leaves nothing old behind', async () => {
  expect(await buildAssets(folder)).toEqual(manifest);
  expect(await readdir(folder)).toHaveLength(7);
});

test('the style sheet fetches nothing and carries our colours, not the package’s fonts or crown', async () => {
  const css = (await read(manifest.css)).toString();
  expect(css).not.toMatch(/@font-face|@import|url\((?!["']?data:)|GDS Transport/iu);
  expect(css).not.toContain('govuk-logotype');
  for (const token of ['#a4161a', '#ffbf47', '#0b5394', '#1b1b1b']) expect(css).toContain(token);
});
