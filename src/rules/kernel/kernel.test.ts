// The small things that every room says in one way: text as the eye reads it, money, days, numbers of telephones.
import { describe, expect, test } from 'vitest';
import {
  asTyped,
  fold,
  formatInstant,
  formatMoney,
  inForce,
  isLonger,
  maskDay,
  maskName,
  maskPhone,
  money,
  oneLine,
  readMoney,
  stopsShort,
  tidy,
  tidyLines,
  upperFirst,
  validOn,
} from './index.ts';

describe('text', () => {
  test.each([
    ['Hồ sơ'.normalize('NFD'), 'Hồ sơ'],
    ['\u200bKhai\u00ad sinh\ufeff\u202e\u0000\u0007\u2800', 'Khai sinh'],
    ['khai\u00a0sinh\u3000con\u2009tôi', 'khai sinh con tôi'],
    ['０９１２ ＡＢ～', '0912 AB~'],
    ['một\r\nhai\u2028ba\vbốn\fnăm\u0085sáu\rbảy', 'một\nhai\nba\nbốn\nnăm\nsáu\rbảy'],
    ['a\r\nb\tc', 'a\nb\tc'],
    ['“Tổ 5 – khu A”', '“Tổ 5 – khu A”'],
    ['An \ud83d An', 'An  An'],
    ['An 😀', 'An 😀'],
    ['Ê̆ban', 'Ê̆ban'],
    ['a\u007fb', 'ab'],
  ])('%o is read %o', (typed, kept) => expect(asTyped(typed)).toBe(kept));
  test('is tidied, folded and begun with a capital', () => {
    expect(tidy(' \u00a0Nguyễn \n Văn\tAn\u200b ')).toBe('Nguyễn Văn An');
    expect(fold(' Đặng\u00a0 Thị  Ánh ')).toBe('dang thi anh');
    expect([upperFirst('ủy ban'), upperFirst('')]).toEqual(['Ủy ban', '']);
  });
  test('written on several lines keeps them, each tidied', () => {
    expect(tidyLines(' Một:  A \r\n\r\n\n\n Hai: B\u2028Ba\r\n ')).toBe('Một: A\n\nHai: B\nBa');
    expect([tidyLines(' \n '), tidyLines('một  dòng')]).toEqual(['', 'một dòng']);
  });
  test('written on several lines is one line with commas where an address has them', () => {
    expect(oneLine('Nguyễn Văn An\nSố 1,\n\nthôn Đông\nxã Hiệp Hòa.')).toBe(
      'Nguyễn Văn An, Số 1, thôn Đông, xã Hiệp Hòa.',
    );
    expect([oneLine(' \n'), oneLine('a')]).toEqual(['', 'a']);
  });
  test.each([
    ['abc', 3, false],
    ['abcd', 3, true],
    [' abc ', 3, false],
    ['ế'.normalize('NFD').repeat(3), 3, false],
    ['😀😀😀', 3, false],
    ['a\u200bb\u200bc', 3, false],
  ])('%o is longer than %i: %s', (text, most, longer) => expect(isLonger(text, most)).toBe(longer));
});

test.each([
  ['0821234088', '082****088'],
  ['+84821234088', '082****088'],
  ['84821234088', '082****088'],
  ['0848412384', '084****384'],
])('the telephone %s is shown %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

test.each([
  ['Hồ sơ không đáp ứng điều kiện của thủ tục: ', true],
  ['Đề nghị nộp tại [tên cơ quan].', true],
  ['Thiếu giấy chứng sinh,', true],
  ['Thiếu giấy chứng sinh –', true],
  ['Lý do: hồ sơ trùng.', false],
  ['Giấy chứng sinh bị mờ (trang 2)', false],
  ['', false],
])('%o stops before its end: %s', (text, short) => expect(stopsShort(text)).toBe(short));

test.each([
  ['NGUYỄN VĂN AN', 'N… V… AN'],
  ['  Trần   Ê̆ban ', 'T… Ê̆ban'],
  ['An', 'An'],
  ['', ''],
])('the name %s is shown %s', (name, masked) => expect(maskName(name)).toBe(masked));

test.each([
  ['31/05/2026', '••/05/2026'],
  ['1/5/2026', '••/5/2026'],
  ['05/2026', '05/2026'],
  ['2026', '2026'],
])('the date %s is shown %s', (date, masked) => expect(maskDay(date)).toBe(masked));

describe('money', () => {
  test.each([
    ['8.000', 8000],
    ['8 000 đ', 8000],
    ['8,000 VND.', 8000],
    [' 1.234.567 đồng', 1_234_567],
    ['0', 0],
    ['8.00', undefined],
    ['tám nghìn', undefined],
    ['', undefined],
    ['-5', undefined],
    ['9'.repeat(20), undefined],
  ])('%o is read as %s', (text, amount) => expect(readMoney(text)).toBe(amount));
  test('is written in groups of three', () =>
    expect([0, 999, 8000, 1_234_567_890].map(formatMoney)).toEqual([
      '0 đ',
      '999 đ',
      '8.000 đ',
      '1.234.567.890 đ',
    ]));
  test.each([-1, 1.5, Number.NaN, 2 ** 53])('%s is no amount', (amount) =>
    expect(() => money(amount)).toThrow(RangeError),
  );
  test('a whole amount is one', () => expect(money(0)).toBe(0));
});

describe('days', () => {
  test('a moment is told in Vietnamese time', () => {
    const at = Temporal.Instant.from('2026-11-30T17:05:00Z');
    expect([formatInstant(at), formatInstant(at, 'en')]).toEqual([
      '00:05 ngày 01/12/2026',
      '00:05 on 01/12/2026',
    ]);
  });
  test.each([
    ['2025-06-30', true],
    ['2025-07-01', false],
    ['2020-01-01', true],
    ['2019-12-31', false],
  ])('what holds from 2020 to 01/07/2025 holds on %s: %s', (day, holds) => {
    expect(inForce({ from: '2020-01-01', to: '2025-07-01' }, day)).toBe(holds);
    expect(validOn({ validFrom: '2020-01-01', validTo: '2025-07-01' }, day)).toBe(holds);
  });
  test('without an end it goes on', () =>
    expect(validOn({ validFrom: '2020-01-01', validTo: null }, '2999-01-01')).toBe(true));
});
