// Looks into a file piece by piece: however large it is, one window of it is in memory.
import type { Arrived } from './ports.ts';

const WINDOW = 65_536;

/** Offsets and lengths in bytes; what lies beyond the end is an empty piece. */
export class Window {
  readonly size: number;
  readonly #file: Arrived;
  #start = 0;
  #piece: Buffer = Buffer.alloc(0);

  constructor(file: Arrived) {
    this.#file = file;
    this.size = file.size;
  }

  /** At most `length` bytes from `start`; fewer only where the file ends. */
  async at(start: number, length: number): Promise<Buffer> {
    const inside = start - this.#start;
    if (inside >= 0 && inside + length <= this.#piece.length)
      return this.#piece.subarray(inside, inside + length);
    this.#piece = await this.#file.read(start, Math.max(length, WINDOW));
    this.#start = start;
    return this.#piece.subarray(0, length);
  }

  /** Where `needle` begins, from `start` on; -1 when nowhere. */
  async find(needle: string | number, start: number): Promise<number> {
    const overlap = typeof needle === 'string' ? needle.length - 1 : 0;
    for (let from = start; from < this.size; ) {
      const piece = await this.#from(from);
      const found = piece.indexOf(needle, 0, 'latin1');
      if (found >= 0) return from + found;
      if (piece.length <= overlap) return -1;
      from += piece.length - overlap;
    }
    return -1;
  }

  /** What is in memory from `start` on, at least as long as any needle; read when there is nothing. */
  async #from(start: number): Promise<Buffer> {
    const inside = start - this.#start;
    if (inside >= 0 && this.#piece.length - inside >= 64) return this.#piece.subarray(inside);
    return this.at(start, WINDOW);
  }
}
