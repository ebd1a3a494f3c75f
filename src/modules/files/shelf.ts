// The folder of files: aa/bb/<sha-256>, filled from tmp/ by rename, every step flushed before the next one trusts it.
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/u;
/** Uploads up to this size are judged in memory and touch the disk only when they are kept. */
const IN_MEMORY = 1_048_576;

/** Where a file lies. @throws RangeError when it is not a SHA-256 in hexadecimal */
export function placeOf(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new RangeError('not a SHA-256');
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export const tmpOf = (folder: string) => join(folder, 'tmp');

/** Takes the bytes of one file, hashing as they come; nothing of it stays unless it is shelved. */
export class Tray {
  readonly #folder: string;
  readonly #hash = createHash('sha256');
  #chunks: Uint8Array[] = [];
  #waiting = 0;
  #size = 0;
  #path: string | null = null;
  #handle: FileHandle | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  async take(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    this.#waiting += chunk.length;
    if (this.#waiting > IN_MEMORY) await this.#spill();
  }

  /** All bytes, in memory. */
  async bytes(): Promise<Buffer> {
    if (!this.#path) return this.#joined();
    await this.#spill();
    return readFile(this.#path);
  }

  /** Puts the file in its place, safe against a crash from the moment this resolves. @returns its SHA-256 */
  async shelve(): Promise<string> {
    const sha256 = this.#hash.digest('hex');
    const place = placeOf(this.#folder, sha256);
    const there = await stat(place).catch(() => null);
    if (there?.size !== this.#size) {
      await this.#spill();
      await this.#handle?.sync();
      await this.#close();
      await makeDurable(this.#folder, dirname(place));
      await rename(this.#path as string, place);
      this.#path = null;
    }
    // Also when it lay there: whoever put it may not have come so far before a crash.
    await syncFolder(dirname(place));
    return sha256;
  }

  /** Forgets what was not shelved. */
  async discard(): Promise<void> {
    this.#chunks = [];
    await this.#close();
    if (this.#path) await rm(this.#path, { force: true });
  }

  async #spill(): Promise<void> {
    if (!this.#handle) {
      const path = join(tmpOf(this.#folder), randomUUID());
      this.#handle = await open(path, 'wx', 0o640).catch(async (error: unknown) => {
        if (!isMissing(error)) throw error;
        await makeDurable(this.#folder, tmpOf(this.#folder));
        return open(path, 'wx', 0o640);
      });
      this.#path = path;
    }
    const waiting = this.#joined();
    this.#chunks = [];
    this.#waiting = 0;
    if (waiting.length > 0) await this.#handle.appendFile(waiting);
  }

  /** The chunks in memory as one, joined only once. */
  #joined(): Buffer {
    const [first, ...more] = this.#chunks;
    if (first && more.length === 0) return Buffer.from(first.buffer, first.byteOffset, first.length);
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }

  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}

/** There is no such file, as told by the disk. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

const durable = new Map<string, Promise<void>>();

/** Makes a folder and the ones above it up to the root of the shelf, each entry flushed; remembered for the process. */
function makeDurable(root: string, folder: string): Promise<void> {
  const known = durable.get(folder);
  if (known) return known;
  const making = (async () => {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    if (folder === root) return;
    const above = dirname(folder);
    await Promise.all([makeDurable(root, above), syncFolder(above)]);
  })();
  durable.set(folder, making);
  making.catch(() => durable.delete(folder));
  return making;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
