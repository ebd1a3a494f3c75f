// Both languages say something everywhere, and Vietnamese is composed (NFC).
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { words, wordsOf } from './index.ts';
import { vi } from './vi.ts';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(7, 9))]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

test('both languages have exactly the same words', () => {
  const paths = (all: unknown) => leaves(all).map(([path]) => path);
  expect(paths(en)).toEqual(paths(vi));
});

test('no text is empty, save the ending that Vietnamese does not need', () => {
  const empty = [...leaves(vi), ...leaves(en)].filter(([, text]) => text === '').map(([path]) => path);
  expect(empty).toEqual(['.pagination.pageHidden']);
});

test('texts are NFC', () => {
  for (const [path, text] of leaves(vi)) expect(text.normalize('NFC'), path).toBe(text);
});

test('a page binds its own words the same way', () => {
  const own = wordsOf({ hello: (name: string) => `Chào ${name}` }, { hello: (name) => `Hello ${name}` });
  expect(own('vi').hello('An')).toBe('Chào An');
  expect(own('en').hello('An')).toBe('Hello An');
  expect(words('en').back).toBe('Back');
});
