// Guesses at one secret: who guesses wrong waits longer and longer, alone; all strangers together have a day's share.
import { expect, it } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { daily, FREE_GUESSES, GUESSES_A_DAY, takeGuess } from './guesses.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';

const test = databaseOfFile();
const START = Temporal.Instant.from('2026-11-23T02:00:00Z');
let serial = 0;
const secret = () => `secret-${++serial}`;
const from = (whose: string, place: string, most = 1000) => ({
  key: `guess:${whose}:${place}`,
  shared: [daily(`all:${whose}`, most)],
});

it('five are free; then the wait doubles, and a place has no more than its share of a day', async () => {
  const guess = from(secret(), 'a');
  const waits: number[] = [];
  let [now, taken] = [START, 0];
  while (Temporal.Instant.compare(now, START.add({ hours: 24 })) < 0) {
    const one = await takeGuess(test.db, guess, now);
    expect(one.allowed).toBe(true);
    taken += 1;
    const wait = one.until.since(now).total('seconds');
    waits.push(wait / 60);
    if (wait > 0) {
      const early = await takeGuess(test.db, guess, one.until.subtract({ seconds: 1 }));
      expect([early.allowed, early.until.toString()]).toEqual([false, one.until.toString()]);
    }
    now = one.until;
  }
  expect(waits.slice(0, 13)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 30, 60, 60, 60]);
  expect(taken).toBe(GUESSES_A_DAY);
});

it('of fifty at once five are looked at', async () => {
  const guess = from(secret(), 'a');
  const all = await Promise.all(Array.from({ length: 50 }, () => takeGuess(test.db, guess, START)));
  expect(all.filter(({ allowed }) => allowed)).toHaveLength(FREE_GUESSES);
});

it('hold up nobody elsewhere, until all strangers together have had the day’s share', async () => {
  const whose = secret();
  for (let i = 0; i < 8; i++) await takeGuess(test.db, from(whose, 'a', 12), START);
  const elsewhere = await takeGuess(test.db, from(whose, 'b', 12), START);
  expect([elsewhere.allowed, elsewhere.left]).toEqual([true, 4]);
  let allowed = 0;
  for (let place = 0; place < 20; place++)
    if ((await takeGuess(test.db, from(whose, `c${place}`, 12), START)).allowed) allowed += 1;
  expect(allowed).toBe(12 - 5 - 1);
  const known = { ...from(whose, 'known'), shared: [] };
  expect((await takeGuess(test.db, known, START)).allowed).toBe(true);
});

it('that are right are given back to all and begin anew for their own place', async () => {
  const whose = secret();
  for (let i = 0; i < 30; i++) {
    const one = await takeGuess(test.db, from(whose, 'a', 2), START);
    expect([i, one.allowed, one.left]).toEqual([i, true, 4]);
    await one.right();
  }
});

it('refused for the others’ count cost their own place nothing', async () => {
  const whose = secret();
  await takeGuess(test.db, from(whose, 'a', 1), START);
  for (let i = 0; i < 9; i++) await takeGuess(test.db, from(whose, 'b', 1), START);
  const next = START.add({ hours: 25 });
  expect(await takeGuess(test.db, from(whose, 'b', 1), next)).toMatchObject({ allowed: true, left: 4 });
});

it('from before the clock was turned back hold up nobody', async () => {
  const guess = from(secret(), 'a');
  for (let i = 0; i < 6; i++) await takeGuess(test.db, guess, START.add({ hours: 24 * 900 }));
  expect(await takeGuess(test.db, guess, START)).toMatchObject({ allowed: true, left: 4 });
});

it('a browser is known by its own mark for this secret alone, for half a year', () => {
  const cookie = rememberBrowser('s', undefined, 'an', START);
  const id = knownBrowser('s', cookie, 'an', START);
  expect(id).toMatch(/^[\w-]{22}$/u);
  expect(knownBrowser('s', cookie, 'binh', START)).toBeNull();
  expect(knownBrowser('other', cookie, 'an', START)).toBeNull();
  expect(knownBrowser('s', cookie.replace(/^./u, 'x'), 'an', START)).toBeNull();
  expect(knownBrowser('s', cookie, 'an', START.add({ hours: 24 * 180 }))).toBeNull();
  for (const broken of ['', '~', '...', 'a.b.c', '~'.repeat(5000)])
    expect(knownBrowser('s', broken, 'an', START)).toBeNull();
  const later = START.add({ hours: 24 * 100 });
  const both = rememberBrowser('s', rememberBrowser('s', cookie, 'binh', later), 'an', later);
  expect(knownBrowser('s', both, 'an', later)).toBe(id);
  expect(knownBrowser('s', both, 'binh', later)).not.toBeNull();
  let many = both;
  for (let i = 0; i < 20; i++) many = rememberBrowser('s', many, `more-${i}`, later);
  expect(many.length).toBeLessThan(500);
});
