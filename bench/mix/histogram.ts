// Times in buckets each one in a hundred wider than the one before: percentiles of any number of answers, right to 1 %, in a few kilobytes.

/** Milliseconds; whatever is shorter counts as this. */
const SHORTEST = 0.01;
const STEP = Math.log(1.01);

export interface Spread {
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export class Histogram {
  readonly #buckets: number[] = [];
  #count = 0;
  #longest = 0;

  /** @param ms milliseconds */
  add(ms: number): void {
    const at = Math.max(0, Math.ceil(Math.log(ms / SHORTEST) / STEP));
    this.#buckets[at] = (this.#buckets[at] ?? 0) + 1;
    this.#count += 1;
    this.#longest = Math.max(this.#longest, ms);
  }

  /** Milliseconds within which that share (0 to 1) was answered: the end of its bucket, so that it never flatters. NaN when there are none. */
  within(share: number): number {
    let left = Math.max(1, Math.ceil(this.#count * share));
    for (const [at, count] of this.#buckets.entries()) {
      left -= count ?? 0;
      if (left <= 0) return Math.min(this.#longest, SHORTEST * Math.exp(at * STEP));
    }
    return Number.NaN;
  }

  spread(): Spread {
    const [p50, p95, p99] = [this.within(0.5), this.within(0.95), this.within(0.99)];
    return { count: this.#count, p50, p95, p99, longest: this.#longest };
  }
}
