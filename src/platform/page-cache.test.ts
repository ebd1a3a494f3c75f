// A page everybody sees is rendered and packed once; what nobody asks for makes room.
import { expect, test } from 'vitest';
import { packedFormsOf, pageCache } from './page-cache.ts';

test('a page is rendered once, however many ask for it', () => {
  const cache = pageCache();
  let rendered = 0;
  const ask = () => cache.get('home', () => `home ${++rendered}`);
  expect([ask(), ask(), ask()]).toEqual(['home 1', 'home 1', 'home 1']);
});

test('the pages asked for last are kept; a forgotten one goes with its packed forms', () => {
  const cache = pageCache(2);
  const ask = (key: string) => cache.get(key, () => `page of ${key}`);
  ask('a');
  ask('b');
  ask('a');
  ask('c');
  expect(packedFormsOf('page of b'), 'nobody asked for b again').toBeUndefined();
  expect(packedFormsOf('page of a')).toBeDefined();
  expect(packedFormsOf('page of c')).toBeDefined();
  expect(cache.get('b', () => 'b made anew')).toBe('b made anew');
});

test('a page made for one visitor is not kept', () => {
  expect(packedFormsOf('hello An')).toBeUndefined();
});
