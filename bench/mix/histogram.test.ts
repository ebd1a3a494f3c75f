// Percentiles from buckets are those of the times themselves, but for one in a hundred, and never less.
import { expect, test } from 'vitest';
import { dice } from '../dice.ts';
import { Histogram } from './histogram.ts';

test('a share of the times is found to one in a hundred, never too low', () => {
  const roll = dice(3);
  const times = Array.from({ length: 20_000 }, () => 0.05 + (roll(1_000_000) / 1_000_000) ** 6 * 900);
  const histogram = new Histogram();
  for (const time of times) histogram.add(time);
  times.sort((a, b) => a - b);
  for (const share of [0.001, 0.5, 0.95, 0.99, 0.9999, 1]) {
    const true_ = times[Math.ceil(times.length * share) - 1]!;
    expect(histogram.within(share)).toBeGreaterThanOrEqual(true_);
    expect(histogram.within(share)).toBeLessThanOrEqual(true_ * 1.0101);
  }
  expect(histogram.spread()).toMatchObject({ count: 20_000, longest: times.at(-1) });
});

test('a few slow answers among many are not lost, and none are no number', () => {
  const histogram = new Histogram();
  expect(histogram.within(0.5)).toBeNaN();
  for (let at = 0; at < 97; at += 1) histogram.add(1);
  for (const slow of [100, 200, 300]) histogram.add(slow);
  expect(histogram.within(0.97)).toBeCloseTo(1, 1);
  expect(histogram.within(0.98)).toBeGreaterThanOrEqual(100);
  expect(histogram.within(0.99)).toBeGreaterThanOrEqual(200);
  expect(histogram.within(1)).toBe(300);
  histogram.add(0);
  expect(histogram.within(0.001)).toBeLessThanOrEqual(0.01);
});
