// The bill that a bank app reads from a code, and the reference it finds in what people write.
import { expect, test } from 'vitest';
import { paymentReference } from '../src/rules/fees/payment-reference.ts';
import { readVietQr, referenceIn } from './vietqr.ts';

const SEED =
  '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE';

test('the account of the guide, 15.000 đ', () => {
  expect(readVietQr(SEED)).toEqual({
    ref: 'DVCH01231100017',
    amount: 15_000,
    bin: '970436',
    account: '1022663140',
    purpose: 'DVC H01231100017',
  });
});
test('a static code has no amount, and is known by its account', () => {
  const payload =
    '00020101021138540010A00000072701240006970436011010226631400208QRIBFTTA53037045802VN6304CED7';
  expect(readVietQr(payload)).toMatchObject({ amount: null, account: '1022663140', ref: '9704361022663140' });
});
test('a changed amount is refused with a sentence', () => {
  expect(() => readVietQr(SEED.replace('15000', '95000'))).toThrow(/Mã QR/u);
});
test.each([
  ['DVC012345678905', 'DVC012345678905'],
  ['dvc 0123 4567 8905', 'DVC012345678905'],
  ['MBVCB.123.DVC012345678905.CT tu 0123', 'DVC012345678905'],
  ['DVC H01231100017', 'DVCH01231100017'],
  [`${paymentReference(17)} 0912345678`, paymentReference(17)],
  ['tien nha', 'TIENNHA'],
])('the reference in "%s" is %s', (content, ref) => {
  expect(referenceIn(content)).toBe(ref);
});
