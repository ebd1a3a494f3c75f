// How a question is read: what was typed together or apart, what is mere politeness, and what everyday words are taken for.
import { describe, expect, test } from 'vitest';
import { buildIndex } from './search-index.ts';
import { readQuestion } from './search-question.ts';

const index = buildIndex(
  [
    'Đăng ký khai sinh',
    'Đăng ký lại khai sinh',
    'Hưởng chế độ thai sản',
    'Đăng ký thường trú',
    'Đăng ký thành lập hộ kinh doanh',
    'Dịch vụ công trên dichvucong',
  ].map((name) => ({ id: name, name })),
  [
    { say: ['làm giấy khai sinh', 'khai sinh mới'], means: ['đăng ký khai sinh'] },
    { say: ['sinh con'], means: ['đăng ký khai sinh', 'hưởng chế độ thai sản', 'đăng ký thường trú'] },
    { say: ['nhập khẩu'], means: ['đăng ký thường trú'] },
    { say: ['khẩu'], means: ['hộ khẩu'] },
    { say: ['đủ thứ'], means: ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám'] },
  ],
);
const readings = (q: string) => readQuestion(index, q).readings;
const words = (q: string, at = 0) =>
  readings(q)
    [at]?.terms.map((term) => term.shown)
    .join(' ');

describe('the words', () => {
  test.each([
    ['khaisinh', 'khai sinh'],
    ['hộkinhdoanh', 'hộ kinh doanh'],
    ['khai si nh', 'khai sinh'],
    ['dichvu', 'dich vu'],
    ['ddangw kys', 'dang ky'],
    ['khai 2024 sinh', 'khai 2024 sinh'],
    ['khai sinhh', 'khai sinhh'],
    ['zzzzz', 'zzzzz'],
  ])('%s is read %s', (q, read) => expect(words(q)).toBe(read));

  test('what was typed is kept beside what was read', () => {
    expect(readings('khai si nh')[0]?.terms.map((term) => term.typed)).toEqual(['khai', 'si nh']);
    expect(readings('kys khaisinh')[0]?.terms.map((term) => term.typed)).toEqual(['kys', 'khai', 'sinh']);
  });

  test.each([
    ['tôi muốn đăng ký khai sinh cho em ạ', 'đăng ký khai sinh'],
    ['thu tuc dang ky khai sinh nhu the nao', 'dang ky khai sinh nhu the'],
    ['khai sinh và thường trú', 'khai sinh và thường trú'],
    ['làm thế nào', 'làm thế nào'],
  ])('politeness around it is left out, alone it is taken at its word: %s → %s', (q, read) =>
    expect(words(q)).toBe(read),
  );

  test('politeness in the middle counts as such, alone as words', () => {
    const fillers = (q: string) => readings(q)[0]?.terms.map((term) => term.filler);
    expect(fillers('khai sinh và thường trú')).toEqual([false, false, true, false, false]);
    expect(fillers('làm thế nào')).toEqual([false, false, false]);
  });

  test('no more than 24 words are looked for', () => {
    expect(readings('khai sinh '.repeat(30))[0]?.terms).toHaveLength(24);
    expect(readings('làm '.repeat(30))[0]?.terms).toHaveLength(24);
  });
});

describe('codes', () => {
  test.each([
    ['1.001193', ['1.001193'], undefined],
    ['1001193', ['1.001193'], undefined],
    ['khai sinh 1.001193.000.00.00.H02', ['1.001193'], 'khai sinh'],
    ['2.0008', ['2.0008'], undefined],
    ['khai sinh 2024', [], 'khai sinh 2024'],
    ['12', [], '12'],
  ])('%s', (q, codes, read) => {
    expect(readQuestion(index, q).codes).toEqual(codes);
    // A code alone leaves no word to look for.
    expect(words(q)).toBe(read);
  });
});

describe('everyday words', () => {
  test('are taken for what the law says, with what stands around them', () => {
    expect(readings('nhập khẩu quê chồng')[1]).toMatchObject({
      said: 'nhập khẩu',
      taken: 'đăng ký thường trú',
    });
    expect(words('nhập khẩu quê chồng')).toBe('nhập khẩu quê chồng');
    expect(words('nhập khẩu quê chồng', 1)).toBe('đăng ký thường trú quê chồng');
    expect(words('quê chồng nhập khẩu', 1)).toBe('quê chồng đăng ký thường trú');
  });

  test('what stands around them counts less than they do', () => {
    const aside = readings('nhập khẩu quê')[1]?.terms.map((term) => term.aside === true);
    expect(aside).toEqual([false, false, false, false, true]);
  });

  test('the longer of two that overlap is meant', () => {
    expect(readings('nhập khẩu').map((one) => one.said)).toEqual([undefined, 'nhập khẩu']);
  });

  test('two that stand apart are both meant', () => {
    expect(readings('nhập khẩu, làm giấy khai sinh')[1]).toMatchObject({
      said: 'nhập khẩu, làm giấy khai sinh',
      taken: 'đăng ký thường trú, đăng ký khai sinh',
    });
  });

  test('a beginning that was typed already is not said twice', () => {
    expect(words('đăng ký khai sinh mới', 1)).toBe('đăng ký khai sinh');
    expect(words('lại đăng ký khai sinh mới', 1)).toBe('lại đăng ký khai sinh');
    expect(words('đăng ký thường nhập khẩu', 1)).toBe('đăng ký thường trú');
  });

  test('that may mean several things are read as each, the likeliest first and weighing most', () => {
    const [, ...read] = readings('sinh con');
    expect(read.map((one) => one.taken)).toEqual([
      'đăng ký khai sinh',
      'hưởng chế độ thai sản',
      'đăng ký thường trú',
    ]);
    const weights = read.map((one) => one.weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(3);
    expect(Math.max(...weights)).toBeLessThan(readings('sinh con')[0]?.weight ?? 0);
  });

  test('are read in five ways at most', () => {
    expect(readings('đủ thứ').map((one) => one.taken)).toEqual([undefined, 'một', 'hai', 'ba', 'bốn', 'năm']);
  });

  test('are understood without marks and with a slip, a little less surely', () => {
    const weight = (q: string) => readings(q)[1]?.weight ?? 0;
    for (const q of ['nhap khau', 'nhập khẩuu', 'nhạp khẩu']) {
      expect(readings(q)[1]?.taken, q).toBe('đăng ký thường trú');
      expect(weight(q), q).toBeLessThanOrEqual(weight('nhập khẩu'));
    }
    expect(weight('nhập khẩuu')).toBeLessThan(weight('nhap khau'));
  });

  test('a single one with other marks is another word', () => {
    expect(readings('khẩu')[1]?.taken).toBe('hộ khẩu');
    expect(readings('khau')[1]?.taken).toBe('hộ khẩu');
    expect(readings('khâu')).toHaveLength(1);
  });

  test('none: only what was typed is looked for', () => {
    expect(readings('thường trú')).toHaveLength(1);
    expect(readings('nhập kho')).toHaveLength(1);
    expect(readings('nhập')).toHaveLength(1);
  });
});
