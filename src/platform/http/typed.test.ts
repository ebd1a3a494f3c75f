// What people send is read one way for every box of every site, before anything looks at it.
import { expect, test } from 'vitest';
import { LONGEST_KEPT } from '../../rules/kernel/index.ts';
import { boxOf, readFields } from './typed.ts';

const read = (text: string) => readFields(`a=${encodeURIComponent(text)}`).a;

test.each([
  ['composed letters', 'Hồ sơ'.normalize('NFD'), 'Hồ sơ'],
  ['nothing that nobody sees', '\u200bKhai\u00ad sinh\ufeff\u202e\u0000\u0007', 'Khai sinh'],
  ['one kind of space', 'khai\u00a0sinh\u3000con\u2009tôi', 'khai sinh con tôi'],
  ['plain digits and letters', '０９１２ ＡＢ', '0912 AB'],
  ['one kind of line end', 'một\r\nhai\u2028ba\vbốn\u0085năm', 'một\nhai\nba\nbốn\nnăm'],
  ['the dashes and quotation marks of a sentence', '“Tổ 5 – khu A”', '“Tổ 5 – khu A”'],
  ['marks in their order', 'Ê̆ban', 'Ê̆ban'],
])('with %s', (_what, typed, kept) => expect(read(typed)).toBe(kept));

test('up to what is kept of any box, so that one word too long costs nothing', () => {
  expect(read('dài '.repeat(125_000))).toHaveLength(LONGEST_KEPT + 1);
  expect(readFields(`a=1&a=${'x'.repeat(9000)}`)).toEqual({ a: ['1', 'x'.repeat(LONGEST_KEPT + 1)] });
});

test('a name of the language itself is a name like any other', () =>
  expect(Object.keys(readFields('__proto__=1&constructor=2'))).toEqual(['__proto__', 'constructor']));

test('a box that came twice counts with its last text, one that did not come is empty', () =>
  expect([['một', 'hai'], undefined, 'mười một'].map((sent) => boxOf(5).parse(sent))).toEqual([
    'hai',
    '',
    'mười ',
  ]));
