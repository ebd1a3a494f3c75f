// Lines of the anchor file are found whatever their length, and what is no anchor is told as such.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Head, lineOf } from './anchor.ts';
import { linesOf } from './anchor-file.ts';

const { privateKey } = generateKeyPairSync('ed25519');
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-anchor-file-'));
  path = join(folder, 'journal.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

function line(n: number, count: number): string {
  const heads = Array.from({ length: count }, (_, at): Head => [`dossier:thứ-${at}`, at + 1, 'h'.repeat(43)]);
  const at = '2026-12-01T02:00:00.000Z';
  const told = { file: 'one', n, at, previous: null, follows: null, streams: count, facts: count };
  return lineOf(told, heads, privateKey).text;
}

/** Number and heads of each line; null for what is no anchor. */
const found = (size = statSync(path).size) =>
  [...linesOf(path, size)].map((one) => one && [one.anchor.n, one.heads.length]);

it('finds short lines and those that are longer than what is read at once, letters cut in two included', () => {
  writeFileSync(path, line(1, 2) + line(2, 40_000) + line(3, 1) + line(4, 20_000));
  expect(found()).toEqual([
    [1, 2],
    [2, 40_000],
    [3, 1],
    [4, 20_000],
  ]);
});

it('what is torn, empty, listed wrongly or far too long is no anchor, and what follows is found', () => {
  const wrong = line(1, 2).replace('"dossier:thứ-0",1', '"dossier:thứ-0",0');
  writeFileSync(
    path,
    `${line(1, 1).slice(0, 50)}\n\n${wrong}${' '.repeat(33 << 20)}${line(2, 1)}${line(3, 1)}`,
  );
  expect(found()).toEqual([undefined, undefined, undefined, undefined, [3, 1]]);
});

it('reads no further than the size that was seen', () => {
  const first = line(1, 3);
  writeFileSync(path, first + line(2, 1));
  expect(found(Buffer.byteLength(first))).toEqual([[1, 3]]);
  expect(found(Buffer.byteLength(first) - 1)).toEqual([[1, 3]]);
  expect(found(0)).toEqual([]);
});
