// What is kept of each stream is found again however many there are, and of a stream that was never anchored nothing is.
import { describe, expect, it } from 'vitest';
import { Reached } from './reached.ts';

/** More than the table holds at first, several times over. */
const MANY = 20_000;
const nameOf = (n: number) => `dossier:018c27df-45a8-7558-9cbe-${String(n).padStart(12, '0')}`;

describe('how far the anchors have reached', () => {
  it('of a stream that no anchor saw it is nowhere', () => {
    const reached = new Reached();
    expect(reached.seqOf(nameOf(1))).toBe(0);
    reached.reach(nameOf(1), 7);
    expect(reached.seqOf(nameOf(1))).toBe(7);
    expect(reached.seqOf(nameOf(2))).toBe(0);
    expect(reached.seqOf('')).toBe(0);
  });

  it('a later anchor takes the place of an earlier one, and the stream is counted once', () => {
    const reached = new Reached();
    reached.reach(nameOf(1), 3);
    reached.reach(nameOf(2), 1);
    reached.reach(nameOf(1), 5);
    expect(reached.seqOf(nameOf(1))).toBe(5);
    expect(reached.streams).toBe(2);
    expect(reached.facts()).toBe(6);
  });

  it('nothing is lost or mixed up while it grows', () => {
    const reached = new Reached();
    for (let n = 1; n <= MANY; n += 1) reached.reach(nameOf(n), n);
    for (let n = 1; n <= MANY; n += 2) reached.reach(nameOf(n), n + 1);
    const wrong = [];
    for (let n = 1; n <= MANY; n += 1)
      if (reached.seqOf(nameOf(n)) !== (n % 2 === 1 ? n + 1 : n)) wrong.push(n);
    for (let n = MANY + 1; n <= 2 * MANY; n += 1) if (reached.seqOf(nameOf(n)) !== 0) wrong.push(n);
    expect(wrong).toEqual([]);
    expect(reached.streams).toBe(MANY);
    expect(reached.facts()).toBe((MANY * (MANY + 1)) / 2 + MANY / 2);
  });
});
