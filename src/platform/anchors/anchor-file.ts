// The anchor file: one line an anchor, only ever written at its end; and the key that signs them.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { InTheWay } from '../in-the-way.ts';
import { writeOnce } from '../write-once.ts';
import { type AnchorLine, readLine } from './anchor.ts';

/** Its owner writes, its group may read: it says nothing of anybody. */
const MODE = 0o640;

/**
 * The private key, made on first use.
 * @throws InTheWay when the file holds no private key
 */
export function signingKey(path: string): KeyObject {
  if (!existsSync(path)) makeKey(path);
  try {
    return createPrivateKey(readFileSync(path));
  } catch {
    throw new InTheWay(
      `Tệp ${path} không chứa khóa riêng ed25519 để ký neo của nhật ký.`,
      'Đặt lại tệp khóa ấy từ bản sao lưu, hoặc sửa JOURNAL_ANCHOR_KEY.',
    );
  }
}

function makeKey(path: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeOnce(path, String(pem));
}

/** The key that checks signatures, of a file with either half; undefined when there is none. */
export function checkingKey(path: string): KeyObject | undefined {
  try {
    return createPublicKey(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Adds a line at the end, on the disk when this returns. What a torn write left before it stays a line of its own. */
export function append(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+', MODE);
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    const isTorn = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a;
    const whole = Buffer.from(isTorn ? `\n${text}` : text);
    for (let at = 0; at < whole.length; ) at += writeSync(file, whole, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const CHUNK = 1 << 20;

/** The last whole anchor; undefined when there is none. Reads from the end, as much as it takes. */
export function lastAnchor(path: string): AnchorLine | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    let { size: at } = fstatSync(file);
    let tail: Buffer = Buffer.alloc(0);
    for (;;) {
      // What stands before the first end of line may have begun earlier.
      const from = at === 0 ? 0 : tail.indexOf(0x0a) + 1;
      if (at === 0 || from > 0) {
        const lines = tail.subarray(from).toString('utf8').split('\n');
        const found = lines.map(readLine).findLast((one) => one !== undefined);
        if (found || at === 0) return found;
      }
      const length = Math.min(CHUNK, at);
      const chunk = Buffer.alloc(length);
      at -= length;
      readSync(file, chunk, 0, length, at);
      tail = Buffer.concat([chunk, tail]);
    }
  } finally {
    closeSync(file);
  }
}

/** A longer line was never written by us: it is no anchor, and is not held in memory to find that out. */
const LONGEST = 32 << 20;

/**
 * Every line up to a size of the file, in order; undefined for one that is no anchor. Read as they are asked for: a reader that runs ahead
 * of whoever holds the heads against the database has the whole file in memory.
 * @param size bytes
 */
export function* linesOf(path: string, size: number): Generator<AnchorLine | undefined> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let begun: Buffer[] = [];
    let length = 0;
    const lineWith = (end: Buffer) => {
      const text = length + end.length > LONGEST ? '' : Buffer.concat([...begun, end]).toString('utf8');
      begun = [];
      length = 0;
      return readLine(text);
    };
    for (let at = 0; at < size; ) {
      const read = readSync(file, chunk, 0, Math.min(CHUNK, size - at), at);
      if (read === 0) break;
      at += read;
      const got = chunk.subarray(0, read);
      let from = 0;
      for (let end = got.indexOf(0x0a); end >= 0; end = got.indexOf(0x0a, from)) {
        yield lineWith(got.subarray(from, end));
        from = end + 1;
      }
      length += read - from;
      if (length > LONGEST) begun = [];
      else if (from < read) begun.push(Buffer.from(got.subarray(from)));
    }
    if (length > 0) yield lineWith(Buffer.alloc(0));
  } finally {
    closeSync(file);
  }
}
