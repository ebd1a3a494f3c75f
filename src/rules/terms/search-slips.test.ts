// Slips of fingers and ears: what is taken for one, which of two is the likelier, and what is none.
import { describe, expect, test } from 'vitest';
import { guesses, knows, lexiconOf, rawTyping, slipWeight, soundOf, splitJoined } from './search-slips.ts';

/** A vocabulary; a syllable that stands in several documents is written with their number: `sinh 9`. */
const known = (...words: string[]) => {
  const parts = words.map((word) => word.split(' '));
  return lexiconOf(
    parts.map(([word = '']) => word),
    parts.map(([, documents = '1']) => Number(documents)),
  );
};
const near = (typed: string, ...words: string[]) => {
  const lexicon = known(...words);
  return guesses(lexicon, typed).map(({ group }) => lexicon.words[group]);
};

describe('one slip', () => {
  test.each([
    ['sinh', 'sinh'],
    ['sinhh', 'sinh'],
    ['snh', 'sinh'],
    ['sunh', 'sinh'],
    ['isnh', 'sinh'],
    ['s1nh', 'sinh'],
  ])('%s may be meant as %s', (typed, meant) => {
    expect(slipWeight(typed, meant)).toBeGreaterThan(0);
    expect(slipWeight(typed, meant)).toBeLessThanOrEqual(1);
  });

  test.each([
    ['two other letters', 'sabh', 'sinh'],
    ['two letters too many', 'sinhab', 'sinh'],
    ['two letters too few', 'si', 'sinh'],
    ['one letter for two', 'kxai', 'khoai'],
    ['two letters for one', 'khoai', 'kxai'],
    ['two letters of which only the first comes again', 'sabh', 'scah'],
    ['two letters of which only the second comes again', 'sabh', 'sbch'],
    ['three letters, two of them swapped', 'sabch', 'sbaxh'],
    ['nothing in common', 'khai', 'tru'],
  ])('is not %s: %s for %s', (_what, typed, meant) => {
    expect(slipWeight(typed, meant)).toBe(0);
  });

  test.each<[string, [string, string], [string, string]]>([
    ['nothing wrong than a letter struck twice', ['sinh', 'sinh'], ['sinhh', 'sinh']],
    ['a letter struck twice than a stray one', ['sinhh', 'sinh'], ['sinhk', 'sinh']],
    ['one of a pair left out than another letter', ['xong', 'xoong'], ['xong', 'xoang']],
    ['two letters swapped than one missing', ['isnh', 'sinh'], ['snh', 'sinh']],
    ['a letter missing later than the first', ['snh', 'sinh'], ['inh', 'sinh']],
    ['a stray letter later than before the first', ['sikinh', 'siinh'], ['ksinh', 'sinh']],
    ['a wrong letter later than the first', ['sunh', 'sinh'], ['ainh', 'sinh']],
  ])('is likelier as %s', (_what, [typed, meant], [other, otherMeant]) => {
    expect(slipWeight(typed, meant)).toBeGreaterThan(slipWeight(other, otherMeant));
  });

  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const beside = rows.flatMap((row) => [...row].slice(1).map((key, at) => [row.charAt(at), key] as const));
  test.each(beside.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))(
    'the finger strikes %s for %s, which lies beside it, sooner than a key far away',
    (struck, meant) => {
      const far = 'qwertasdfgzxcv'.includes(meant) ? 'p' : 'q';
      expect(slipWeight(`h${struck}h`, `h${meant}h`)).toBeGreaterThan(slipWeight(`h${far}h`, `h${meant}h`));
    },
  );
});

describe('sounds', () => {
  test.each([
    ['xinh', 'sinh'],
    ['trung', 'chung'],
    ['giay', 'day'],
    ['ra', 'da'],
    ['zay', 'day'],
    ['vi', 'di'],
    ['vy', 'di'],
    ['fo', 'pho'],
    ['nge', 'nghe'],
    ['ge', 'ghe'],
    ['kua', 'cua'],
    ['qua', 'cua'],
    ['lam', 'nam'],
    ['thuy', 'thui'],
  ])('%s and %s are one', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

  test.each([
    ['va', 'da'],
    ['gi', 'di'],
    ['khai', 'cai'],
    ['tinh', 'dinh'],
    ['bau', 'bao'],
    ['ngoan', 'ghoan'],
  ])('%s and %s are two', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));

  test.each([
    ['anh', 'arh'],
    ['bax', 'bas'],
    ['bal', 'ban'],
    ['atr', 'ach'],
  ])('only the beginning is heard so: %s is not %s', (one, other) =>
    expect(soundOf(one)).not.toBe(soundOf(other)),
  );
});

describe('guesses', () => {
  test('a slip, a sound, a beginning, in this order', () => {
    expect(near('sinhh', 'khai', 'sinh')).toEqual(['sinh']);
    expect(near('giua', 'dua', 'khai')).toEqual(['dua']);
    expect(near('thu', 'thuong', 'thu', 'thua', 'khai')).toEqual(['thua', 'thuong']);
  });

  test('of two that are as near the one that stands in more documents is first', () => {
    expect(near('khac', 'khai 2', 'khao 9', 'khaz 4').slice(0, 2)).toEqual(['khao', 'khaz']);
    expect(near('khac', 'khao 2', 'khaz 4', 'khai 9').slice(0, 2)).toEqual(['khai', 'khaz']);
  });

  test('what is near in two ways counts as the likelier of them', () => {
    expect(near('sin', 'san', 'sinh')).toEqual(['sinh', 'san']);
  });

  test('a word is no guess for itself', () => {
    expect(near('sinh', 'sinh', 'tinh')).toEqual(['tinh']);
  });

  test('less than three letters are not guessed at', () => {
    expect(near('ho', 'hoo', 'hop', 'to')).toEqual([]);
    expect(near('hop', 'hoo')).toEqual(['hoo']);
  });

  test('the longest words are still guessed, what is longer than any syllable is not', () => {
    expect(near('internnet', 'internet')).toEqual(['internet']);
    expect(near('internet', 'internett')).toEqual(['internett']);
    expect(near('internetta', 'internettab')).toEqual([]);
  });

  test('what has a digit in it is no slip of a syllable, and no syllable', () => {
    for (const typed of ['sinh1', '1sinh', 's1nh']) expect(near(typed, 'sinh')).toEqual([]);
    expect(near('sinh', '1sinh', 'si2nh', 's1nh')).toEqual([]);
  });

  test('there are at most twelve', () => {
    const words = [...'abcdefghijklmnopq'].map((letter) => `th${letter}`);
    expect(near('thz', ...words)).toHaveLength(12);
  });
});

describe('raw keys of Telex and VNI', () => {
  test.each([
    ['ddangw', 'dang'],
    ['d9ang8', 'dang'],
    ['kys', 'ky'],
    ['ky1', 'ky'],
    ['hooj', 'ho'],
    ['ke61t', 'ket'],
    ['keets', 'ket'],
    ['tuwr', 'tu'],
    ['twr', 'tr'],
    ['cowm', 'com'],
    ['dduwowngf', 'duong'],
    ['nguwowif', 'nguoi'],
    ['thuwowngf', 'thuong'],
    ['xoong1', 'xoong'],
    ['laasy', 'lay'],
  ])('%s is %s', (typed, meant) => {
    const lexicon = known('dang', 'ky', 'ho', 'ket', 'tu', 'tr', 'com', 'duong', 'nguoi', 'thuong', 'lay');
    const withXoong = known(...lexicon.words, 'xoong', 'xong');
    expect(rawTyping(withXoong, typed)).toBe(meant);
  });

  test('only a known syllable is read out of them, of two letters at least, and never the word itself', () => {
    const lexicon = known('dang', 'a', 'sinh');
    for (const typed of ['ddoongf', 'a1', 'as', 'sinh', '12'])
      expect(rawTyping(lexicon, typed)).toBeUndefined();
  });
});

describe('i and y at the end', () => {
  test.each(['hy', 'ky', 'ly', 'my', 'sy', 'ty', 'quy'])('%s is known by its i', (word) => {
    expect(knows(known(word.replace(/y$/u, 'i')), word)).toBe(true);
    expect(splitJoined(known(word.replace(/y$/u, 'i'), 'khai'), `khai${word}`)).toEqual(['khai', word]);
  });

  test.each(['thy', 'thuy', 'vy', 'kyy'])('%s is not: there y is another sound, or no end', (word) => {
    expect(knows(known(word.replace('y', 'i')), word)).toBe(false);
    expect(splitJoined(known(word.replace('y', 'i')), word)).toBeUndefined();
  });
});

describe('words written together', () => {
  test('are taken apart where all parts are known', () => {
    const lexicon = known('khai', 'sinh', 'ho', 'kinh', 'doanh');
    expect(splitJoined(lexicon, 'khaisinh')).toEqual(['khai', 'sinh']);
    expect(splitJoined(lexicon, 'hokinhdoanh')).toEqual(['ho', 'kinh', 'doanh']);
    expect(splitJoined(lexicon, 'sinh')).toEqual(['sinh']);
    expect(splitJoined(lexicon, 'khaixsinh')).toBeUndefined();
    expect(splitJoined(lexicon, 'khaisinhx')).toBeUndefined();
  });

  test('into the syllables that stand in more documents', () => {
    expect(splitJoined(known('hoan', 'gia 900', 'hoa 900', 'ngia'), 'hoangia')).toEqual(['hoan', 'gia']);
    expect(splitJoined(known('tan', 'gia', 'ta 900', 'ngia 900'), 'tangia')).toEqual(['ta', 'ngia']);
    expect(splitJoined(known('tan 900', 'gia 900', 'ta', 'ngia'), 'tangia')).toEqual(['tan', 'gia']);
  });

  test('into few parts rather than many', () => {
    expect(splitJoined(known('thuong', 'th', 'uo', 'ng', 'tru'), 'thuongtru')).toEqual(['thuong', 'tru']);
  });

  test('up to the longest syllable and the longest text', () => {
    expect(splitJoined(known('nghieng', 'ngu'), 'nghiengngu')).toEqual(['nghieng', 'ngu']);
    expect(splitJoined(known('khai'), 'khai'.repeat(15))).toHaveLength(15);
    expect(splitJoined(known('khai'), 'khai'.repeat(16))).toBeUndefined();
  });
});
