// The bank app's reader against an independent writer, and against codes that were cut, changed or doubled.
import fc from 'fast-check';
import { QRPay } from 'vietnam-qr-pay';
import { expect, test } from 'vitest';
import { crc16, readVietQr, referenceIn } from './vietqr.ts';

const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`;
const SEED =
  '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE';

test('the published checksum vector', () => {
  expect(crc16('123456789')).toBe('29B1');
});
test('the account of the guide, 15.000 đ', () => {
  expect(readVietQr(SEED)).toEqual({
    ref: 'DVCH01231100017',
    amount: 15_000,
    bin: '970436',
    account: '1022663140',
    purpose: 'DVC H01231100017',
  });
});
test('a static code has no amount', () => {
  const payload =
    '00020101021138540010A00000072701240006970436011010226631400208QRIBFTTA53037045802VN6304CED7';
  expect(readVietQr(payload)).toMatchObject({ amount: null, account: '1022663140', ref: '9704361022663140' });
});
test('whatever another writer writes is read back', () => {
  const digits = (min: number, max: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
  fc.assert(
    fc.property(
      digits(6, 19),
      fc.integer({ min: 1, max: 999_999_999_999 }),
      digits(12, 12),
      (account, amount, number) => {
        const purpose = `DVC${number}`;
        const payload = QRPay.initVietQR({
          bankBin: '970436',
          bankNumber: account,
          amount: String(amount),
          purpose,
        }).build();
        expect(readVietQr(payload)).toEqual({ ref: purpose, amount, bin: '970436', account, purpose });
      },
    ),
  );
});
test('any changed letter is noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: SEED.length - 1 }),
      fc.constantFrom(...'0123456789ABX'),
      (at, letter) => {
        fc.pre(SEED[at] !== letter);
        expect(() => readVietQr(SEED.slice(0, at) + letter + SEED.slice(at + 1))).toThrow(/Mã QR/u);
      },
    ),
  );
});
test.each([
  ['', /thiếu phần kiểm tra/u],
  ['https://example.vn', /thiếu phần kiểm tra/u],
  [sealed('000201'), /thiếu tài khoản nhận/u],
  [sealed('0002010002AB'), /bị lặp/u],
  [sealed('00020138990010'), /sai độ dài/u],
  [sealed('000201381200081234567800'), /sai độ dài|NAPAS/u],
  [SEED.slice(0, -4), /thiếu phần kiểm tra/u],
])('%s is refused with a plain sentence', (payload, why) => {
  expect(() => readVietQr(payload)).toThrow(why);
});
test.each([
  ['DVC012345678905', 'DVC012345678905'],
  ['dvc 0123 4567 8905', 'DVC012345678905'],
  ['MBVCB.123.DVC012345678905.CT tu 0123', 'DVC012345678905'],
  ['DVC H01231100017', 'DVCH01231100017'],
  ['tien nha', 'TIENNHA'],
])('the reference in "%s" is %s', (content, ref) => {
  expect(referenceIn(content)).toBe(ref);
});
