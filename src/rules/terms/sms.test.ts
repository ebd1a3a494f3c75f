// SMS alphabet and parts: GSM 03.38, limits 160/153 and 70/67, nothing torn in two.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneSmsPart, smsParts, unaccentForSms } from './sms.ts';

const a = (count: number) => 'a'.repeat(count);

test.each([
  ['nothing', '', 'GSM7', 1],
  ['160 septets', a(160), 'GSM7', 1],
  ['161 septets', a(161), 'GSM7', 2],
  ['two full parts of 153', a(306), 'GSM7', 2],
  ['one more', a(307), 'GSM7', 3],
  ['an escape costs two', `${a(158)}€`, 'GSM7', 1],
  ['and overflows', `${a(159)}€`, 'GSM7', 2],
  ['an escape is not torn: 152 + 2 leaves a septet empty', `${a(152)}^${a(152)}`, 'GSM7', 3],
  ['without the tear it would be two', `${a(151)}^${a(153)}`, 'GSM7', 2],
  ['all of the extension', '^{}\\[~]|€\f'.repeat(8), 'GSM7', 1],
  ['one more escape', `${'^{}\\[~]|€\f'.repeat(8)}a`, 'GSM7', 2],
  ['à è é ù ì ò are GSM letters', 'à è é ù ì ò', 'GSM7', 1],
  ['á is not', 'á', 'UCS2', 1],
  ['70 units', 'ạ'.repeat(70), 'UCS2', 1],
  ['71 units', 'ạ'.repeat(71), 'UCS2', 2],
  ['two full parts of 67', 'ạ'.repeat(134), 'UCS2', 2],
  ['one more', 'ạ'.repeat(135), 'UCS2', 3],
  ['67 + 67 + 15', 'ạ'.repeat(149), 'UCS2', 3],
  ['decomposed letters are composed first', 'ạ'.repeat(70).normalize('NFD'), 'UCS2', 1],
  ['a pair is two units', '😀'.repeat(35), 'UCS2', 1],
  ['a pair is not torn: 66 + 2', `${'ạ'.repeat(66)}😀${'ạ'.repeat(66)}`, 'UCS2', 3],
  ['without the tear it would be two', `${'ạ'.repeat(65)}😀${'ạ'.repeat(67)}`, 'UCS2', 2],
  ['one dash of print makes it UCS-2', 'ho so – da nhan', 'UCS2', 1],
  ['a backtick is not GSM', '`', 'UCS2', 1],
  ['new lines are GSM', 'a\r\nb', 'GSM7', 1],
] as const)('%s', (_rule, text, encoding, parts) => {
  expect(smsParts(text)).toEqual({ encoding, parts });
});

describe('plain text for the phone network', () => {
  test.each([
    ['Hồ sơ ĐÃ được tiếp nhận', 'Ho so DA duoc tiep nhan'],
    ['Hồ sơ'.normalize('NFD'), 'Ho so'],
    ['09:00 – 17:30 — “trong ngày”…', '09:00 - 17:30 - "trong ngay"...'],
    ['8.000\u00a0₫', '8.000 d'],
    ['giấy ‘gốc’ `x`', "giay 'goc' 'x'"],
    ['xong ✅ 😀', 'xong  '],
    ['阮 Ｖăn', '? Van'],
    ['a\r\nb\tc\u0007', 'a\nb c'],
  ])('%s', (text, plain) => {
    expect(unaccentForSms(text)).toBe(plain);
  });

  test('is always GSM 03.38, and plain already when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = unaccentForSms(text);
        expect(smsParts(plain).encoding).toBe('GSM7');
        expect(unaccentForSms(plain)).toBe(plain);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves printable ASCII alone, but for the backtick', () => {
    const ascii = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).join('');
    expect(unaccentForSms(ascii)).toBe(ascii.replace('`', "'"));
  });
});

test('the parts hold the text: no more than the limits allow, no fewer than greedy packing needs', () => {
  const letters = fc.array(fc.constantFrom('a', '€', '^', ' '), { maxLength: 700 });
  fc.assert(
    fc.property(letters, (chars) => {
      const septets = chars.reduce((sum, char) => sum + ('€^'.includes(char) ? 2 : 1), 0);
      const { parts } = smsParts(chars.join(''));
      const least = septets <= 160 ? 1 : Math.ceil(septets / 153);
      const most = septets <= 160 ? 1 : Math.ceil(septets / 152);
      expect(parts).toBeGreaterThanOrEqual(least);
      expect(parts).toBeLessThanOrEqual(most);
    }),
  );
});

test('one part is asserted, not hoped for', () => {
  expect(oneSmsPart('Ho so H01.23-251122-00017 da nhan')).toBe('Ho so H01.23-251122-00017 da nhan');
  expect(() => oneSmsPart(a(161))).toThrow(/2 phần/u);
  expect(() => oneSmsPart('ạ'.repeat(71))).toThrow(RangeError);
});
