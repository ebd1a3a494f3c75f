// Amounts written out as one says them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [15, 'Mười lăm đồng'],
  [11, 'Mười một đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi bốn đồng'],
  [55, 'Năm mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [115, 'Một trăm mười lăm đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [1_050, 'Một nghìn không trăm năm mươi đồng'],
  [2_500, 'Hai nghìn năm trăm đồng'],
  [8_000, 'Tám nghìn đồng'],
  [15_000, 'Mười lăm nghìn đồng'],
  [100_000, 'Một trăm nghìn đồng'],
  [105_000, 'Một trăm linh năm nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
  [1_000_001, 'Một triệu không trăm linh một đồng'],
  [21_000_000, 'Hai mươi mốt triệu đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
  [3_050_000_000, 'Ba tỷ không trăm năm mươi triệu đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  [
    9_007_199_254_740_991,
    'Chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng',
  ],
] as const)('%d: %s', (amount, words) => {
  expect(amountInWords(amount)).toBe(words);
});

test('no two amounts are written alike', () => {
  const amount = fc.integer({ min: 0, max: 2_000_000_000 });
  fc.assert(
    fc.property(amount, amount, (one, two) => {
      expect(amountInWords(one) === amountInWords(two)).toBe(one === two);
    }),
  );
});

test('what is no whole number of đồng is no amount', () => {
  for (const wrong of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => amountInWords(wrong)).toThrow(RangeError);
});
