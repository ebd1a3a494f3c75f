// Bytes on their way in: hashed as they come, the first of them in memory, the rest in a scratch file that nobody else sees.
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Arrived, FileStore, PutEnd } from '../../modules/files/ports.ts';
import { answered, isSystemError, onDisk } from './trouble.ts';

/** Bytes of one file held in memory at most; a file up to this size touches the scratch folder only when its store asks. */
export const IN_MEMORY = 1_048_576;

/** Every method throws Trouble for what the disk does. */
export class Tray {
  readonly #folder: string;
  readonly #makeFolder: () => Promise<void>;
  readonly #hash = createHash('sha256');
  #chunks: Uint8Array[] = [];
  #waiting = 0;
  #size = 0;
  #path: string | null = null;
  #handle: FileHandle | null = null;

  /** @param makeFolder is asked when the scratch folder is not there yet */
  constructor(folder: string, makeFolder?: () => Promise<void>) {
    this.#folder = folder;
    this.#makeFolder =
      makeFolder ?? (async () => void (await mkdir(folder, { recursive: true, mode: 0o750 })));
  }

  async take(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    this.#waiting += chunk.length;
    if (this.#waiting > IN_MEMORY) await onDisk(() => this.#spill());
  }

  /** Everything has come. */
  arrived(): Arrived {
    return {
      sha256: this.#hash.digest('hex'),
      size: this.#size,
      read: (start, length) => onDisk(() => this.#read(start, length)),
    };
  }

  /** Gives all bytes away as a stream; the scratch file is gone when the stream has ended, also when we die before. */
  async handOver(): Promise<Readable> {
    const handle = this.#handle;
    if (!handle) return Readable.from([this.#joined()]);
    await onDisk(async () => {
      await this.#spill();
      await rm(this.#path as string);
    });
    this.#handle = null;
    this.#path = null;
    return handle.createReadStream({ start: 0 });
  }

  /** Flushes all bytes into the scratch file, closes it and leaves it to the caller. @returns its path */
  async settle(): Promise<string> {
    await onDisk(async () => {
      await this.#spill();
      await this.#handle?.sync();
      await this.#close();
    });
    return this.#path as string;
  }

  /** The caller has moved the scratch file away. */
  moved(): void {
    this.#path = null;
  }

  /** Forgets everything that was not moved away; what a failing disk does not let go of is left to the sweep. */
  async discard(): Promise<void> {
    this.#chunks = [];
    await this.#close().catch(() => {});
    if (this.#path) await rm(this.#path, { force: true }).catch(() => {});
    this.#path = null;
  }

  async #read(start: number, length: number): Promise<Buffer> {
    if (!this.#handle) return this.#joined().subarray(start, start + length);
    await this.#spill();
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, this.#size - start)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.#handle.read(buffer, filled, buffer.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  async #spill(): Promise<void> {
    const handle = this.#handle ?? (await this.#open());
    const waiting = this.#joined();
    this.#chunks = [];
    this.#waiting = 0;
    if (waiting.length > 0) await handle.appendFile(waiting);
  }

  async #open(): Promise<FileHandle> {
    const path = join(this.#folder, randomUUID());
    const create = () => open(path, 'wx+', 0o640);
    this.#handle = await create().catch(async (error: unknown) => {
      if (!isSystemError(error, 'ENOENT')) throw error;
      await this.#makeFolder();
      return create();
    });
    this.#path = path;
    return this.#handle;
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

/** The way every store takes a file: all of it, then the judge's word, then keeping it; the tray is empty afterwards. */
export function putThrough(
  tray: Tray,
  [bytes, judge]: Parameters<FileStore['put']>,
  keep: (arrived: Arrived) => Promise<PutEnd>,
): Promise<PutEnd> {
  return answered(async () => {
    try {
      for await (const chunk of bytes) await tray.take(chunk);
      const arrived = tray.arrived();
      if (judge && !(await judge(arrived))) return { kind: 'declined' };
      return await keep(arrived);
    } finally {
      await tray.discard();
    }
  });
}

/** Removes scratch files last written before a moment: their process is gone. @returns how many */
export async function sweepScratch(folder: string, before: Temporal.Instant): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  });
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || found.mtimeMs > before.epochMilliseconds) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
