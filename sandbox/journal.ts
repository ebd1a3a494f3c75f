// The sandbox's memory on disk: one JSON line per thing that happened, flushed before it is acknowledged,
// so that a restart keeps the inbox and every transfer. Lines waiting at the same moment share one flush.
import { mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Happening } from './happenings.ts';

export interface Journal {
  /** Resolves once the line is on disk. */
  append(happening: Happening): Promise<void>;
  close(): Promise<void>;
}

/** Opens or makes the file. @returns the journal and what it already holds, oldest first */
export async function openJournal(file: string): Promise<{ journal: Journal; past: Happening[] }> {
  mkdirSync(dirname(file), { recursive: true });
  const past = readWholeLines(file);
  const handle = await open(file, 'a');
  return { journal: new LineJournal(handle), past };
}

/** A line without its end was never acknowledged: it is cut off, lest the next line be glued to it. */
function readWholeLines(file: string): Happening[] {
  const bytes = readIfThere(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return lines.flatMap(readLine);
}

/** A line of an older or newer sandbox is left in the file and passed over, so that the sandbox always starts. */
function readLine(line: string): Happening[] {
  try {
    return [Happening.parse(JSON.parse(line))];
  } catch {
    process.stderr.write('sandbox: a line of the journal could not be read and is passed over\n');
    return [];
  }
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

class LineJournal implements Journal {
  readonly #handle: FileHandle;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #busy = false;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  append(happening: Happening): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ line: `${JSON.stringify(happening)}\n`, done: resolve, failed: reject });
    if (!this.#busy) this.#flushing = this.#flush();
    return promise;
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#handle.appendFile(batch.map((one) => one.line).join(''));
        await this.#handle.datasync();
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.failed(error);
      }
    }
    this.#busy = false;
  }
}
