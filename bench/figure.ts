// What a figure is, and how one is reached: several rounds, beside its limit in the same minutes, the middle one counts.
import { perOne, type Used } from './cpu.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against: measured in the same run, or a fixed ceiling. */
  readonly limit: number;
  /** value / limit. */
  readonly ratio: number;
}

export function figure(name: string, value: number, unit: string, limit: number): Figure {
  const round = (n: number) => (n >= 100 ? Math.round(n) : Number(n.toPrecision(3)));
  return { name, value: round(value), unit, limit: round(limit), ratio: Number((value / limit).toFixed(3)) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What happens in a round and how many were done; `since`: what had been used when it was all prepared. */
export type Round = () => Promise<{ done: number; seconds: number; since?: Used }>;

interface Watched {
  say(line: string): void;
  used(): Used;
  drained(): Promise<void>;
}

export const ROUNDS = 3;

/**
 * Rates of the product and of its limit, round by round in turn so that a busy minute falls on both. Each is warmed up once, and begins when
 * the worker is through with what the one before has left.
 * @returns the middle rate of each, per second
 */
export async function inTurn(product: Round, limit: Round, { say, used, drained }: Watched) {
  await product();
  await limit();
  let spent = '';
  const rates = { product: [] as number[], limit: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of [
      ['product', product],
      ['limit', limit],
    ] as const) {
      await drained();
      const before = used();
      const { done, seconds, since = before } = await run();
      rates[name].push(done / seconds);
      if (name === 'product') spent = perOne(since, used(), done);
    }
    say(
      `  round ${round + 1}: ${rates.product[round]?.toFixed(0)}/s of ${rates.limit[round]?.toFixed(0)}/s; ${spent}`,
    );
  }
  return { value: median(rates.product), limit: median(rates.limit) };
}
