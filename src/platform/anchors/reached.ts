// How far the anchors have reached in each stream, of millions of streams in little memory: no name is kept, only a mark of it.
import { hash, randomBytes } from 'node:crypto';

/** Of a slot: two words of the mark, one of the number. */
const WORDS = 3;
/** A power of two. */
const SLOTS_AT_FIRST = 1 << 10;

/**
 * The last anchored fact of each stream: 12 bytes a slot, 17 to 34 a stream. A stream is known by 64 bits of a digest under a key drawn
 * for this run alone: nobody can prepare two names that fall together, and that two of a million do by chance happens once in
 * some ten million runs.
 */
export class Reached {
  readonly #key = randomBytes(24).toString('base64url');
  #slots = new Uint32Array(SLOTS_AT_FIRST * WORDS);
  #streams = 0;

  /** How many streams were reached. */
  get streams(): number {
    return this.#streams;
  }

  /** Notes the last fact that an anchor saw of a stream; a later anchor's takes its place. @param seq at least 1 */
  reach(stream: string, seq: number): void {
    if ((this.#streams + 1) * 4 > (this.#slots.length / WORDS) * 3) this.#grow();
    const [high, low] = this.#markOf(stream);
    const at = slotOf(this.#slots, high, low);
    if (this.#slots[at + 2] === 0) this.#streams += 1;
    put(this.#slots, at, high, low, seq);
  }

  /** The number of the last anchored fact; 0 when no anchor saw the stream. */
  seqOf(stream: string): number {
    const [high, low] = this.#markOf(stream);
    return this.#slots[slotOf(this.#slots, high, low) + 2] as number;
  }

  /** Anchored facts in all. */
  facts(): number {
    let sum = 0;
    for (let at = 2; at < this.#slots.length; at += WORDS) sum += this.#slots[at] as number;
    return sum;
  }

  #markOf(stream: string): [high: number, low: number] {
    // As letters of one byte each: cheaper than a buffer, of which a million would be made.
    const digest = hash('sha256', this.#key + stream, 'latin1');
    return [wordAt(digest, 0), wordAt(digest, 4)];
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += WORDS) {
      const seq = old[at + 2] as number;
      if (seq === 0) continue;
      const [high, low] = [old[at] as number, old[at + 1] as number];
      put(slots, slotOf(slots, high, low), high, low, seq);
    }
    this.#slots = slots;
    // Given back at once: the collector of garbage sees a small object and is in no hurry.
    old.buffer.transfer(0);
  }
}

function wordAt(letters: string, at: number): number {
  const high = (letters.charCodeAt(at) << 8) | letters.charCodeAt(at + 1);
  return ((high << 16) | (letters.charCodeAt(at + 2) << 8) | letters.charCodeAt(at + 3)) >>> 0;
}

/** Where a mark stands, or the empty slot where it would. There is always an empty one. */
function slotOf(slots: Uint32Array, high: number, low: number): number {
  const last = slots.length / WORDS - 1;
  for (let slot = low & last; ; slot = (slot + 1) & last) {
    const at = slot * WORDS;
    if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
  }
}

function put(slots: Uint32Array, at: number, high: number, low: number, seq: number): void {
  slots[at] = high;
  slots[at + 1] = low;
  slots[at + 2] = seq;
}
