// VietQR against NAPAS's samples, an independent library, and every way a payload can be broken.
import fc from 'fast-check';
import { QRPay } from 'vietnam-qr-pay';
import { describe, expect, test } from 'vitest';
import { crc16 } from './crc16.ts';
import { decodeVietQr, encodeVietQr, type VietQr } from './vietqr.ts';

const SEED = { bin: '970436', account: '1022663140' };

const VECTORS: readonly (readonly [string, VietQr, string])[] = [
  [
    'NAPAS sample with bill and purpose',
    {
      bin: '970403',
      account: '0011012345678',
      amount: 180_000,
      purpose: 'thanh toan don hang',
      service: 'QRIBFTTA',
      bill: 'NPS6869',
    },
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
  ],
  [
    'NAPAS sample to a card, static',
    { bin: '970403', account: '9704031101234567', amount: null, purpose: '', service: 'QRIBFTTC' },
    '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52',
  ],
  [
    'a commune account with amount and reference',
    { ...SEED, amount: 15_000, purpose: 'DVC H01231100017', service: 'QRIBFTTA' },
    '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE',
  ],
  [
    'the same account, static',
    { ...SEED, amount: null, purpose: '', service: 'QRIBFTTA' },
    '00020101021138540010A00000072701240006970436011010226631400208QRIBFTTA53037045802VN6304CED7',
  ],
];

describe.each(VECTORS)('%s', (_name, fields, payload) => {
  test('is written so', () => {
    expect(encodeVietQr(fields)).toBe(payload);
  });

  test('is read so', () => {
    expect(decodeVietQr(payload)).toEqual(fields);
  });
});

test.each([
  ['123456789', '29B1'],
  ['', 'FFFF'],
  ['Nộp phí', 'C608'],
])('the check sum of "%s" is %s', (text, sum) => {
  expect(crc16(text)).toBe(sum);
});

const letters = (chars: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...chars), minLength, maxLength });
const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const qr: fc.Arbitrary<VietQr> = fc.record(
  {
    bin: letters(DIGITS, 6, 6),
    account: letters(DIGITS + CAPITALS, 6, 19),
    amount: fc.option(fc.integer({ min: 1, max: 999_999_999_999 })),
    purpose: letters(`${DIGITS}${CAPITALS} `, 0, 25),
    service: fc.constantFrom('QRIBFTTA' as const, 'QRIBFTTC' as const),
    bill: letters(DIGITS + CAPITALS, 1, 25),
  },
  { requiredKeys: ['bin', 'account', 'amount', 'purpose', 'service'] },
);

test('what is written is read back', () => {
  fc.assert(
    fc.property(qr, (fields) => {
      expect(decodeVietQr(encodeVietQr(fields))).toEqual(fields);
    }),
  );
});

test('an independent library writes the same payload', () => {
  fc.assert(
    fc.property(qr, ({ bin, account, amount, purpose, service }) => {
      const other = QRPay.initVietQR({
        bankBin: bin,
        bankNumber: account,
        service: service === 'QRIBFTTC' ? 'QRIBFTTC' : 'QRIBFTTA',
        ...(amount === null ? {} : { amount: String(amount) }),
        ...(purpose === '' ? {} : { purpose }),
      } as Parameters<typeof QRPay.initVietQR>[0]);
      expect(encodeVietQr({ bin, account, amount, purpose, service })).toBe(other.build());
    }),
  );
});

describe('not written', () => {
  const good: VietQr = { ...SEED, amount: 15_000, purpose: 'DVC' };
  test.each<[string, Partial<VietQr>]>([
    ['amount 0', { amount: 0 }],
    ['negative amount', { amount: -1 }],
    ['decimal amount', { amount: 1.5 }],
    ['13 digits', { amount: 1_000_000_000_000 }],
    ['not a number', { amount: Number.NaN }],
    ['short account', { account: '12345' }],
    ['long account', { account: '1'.repeat(20) }],
    ['account with a space', { account: '1022 663140' }],
    ['account with a line break', { account: '1022663140\n' }],
    ['bin of five', { bin: '97043' }],
    ['bin of letters', { bin: '97O436' }],
    ['purpose of 26', { purpose: 'A'.repeat(26) }],
    ['purpose with marks', { purpose: 'Nộp phí' }],
    ['purpose with BOM', { purpose: '\ufeffDVC' }],
    ['purpose with a line break', { purpose: 'DVC\n1' }],
    ['purpose with a sign', { purpose: 'DVC-1' }],
    ['empty bill', { bill: '' }],
    ['bill with a space', { bill: 'A 1' }],
  ])('%s', (_what, wrong) => {
    expect(() => encodeVietQr({ ...good, ...wrong })).toThrow(RangeError);
  });

  test('a bank that NAPAS does not know', () => {
    const known = new Set(['970436']);
    expect(encodeVietQr(good, known)).toBe(encodeVietQr(good));
    expect(() => encodeVietQr({ ...good, bin: '970999' }, known)).toThrow(/970999/u);
  });
});

describe('not read', () => {
  const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`;
  const beneficiary = '38540010A00000072701240006970436011010226631400208QRIBFTTA';
  const body = `000201010212${beneficiary}53037045405150005802VN`;

  test('unless it is whole, these parts are fine', () => {
    expect(decodeVietQr(sealed(body)).amount).toBe(15_000);
  });

  test.each([
    ['empty', ''],
    ['wrong check sum', `${body}63040000`],
    ['check sum in small letters', sealed(body).replace(/.{4}$/u, (sum) => sum.toLowerCase().padEnd(4, 'x'))],
    ['trailing bytes', `${sealed(body)}00`],
    ['bytes after the last field', sealed(`${body}1`)],
    ['a field longer than what is left', sealed(`${body}6299`)],
    ['a length that is not a number', sealed(`${body}62x1A`)],
    ['a repeated field', sealed(`${body}5802VN`)],
    ['a repeated nested field', sealed(`${body}62100801A0801B`)],
    ['a nested length too long', sealed(`${body}62050809A`)],
    ['bytes after the nested field', sealed(`${body}62060801A1`)],
    ['an empty field', sealed(`${body}6200`)],
    ['another scheme', sealed(body.replace('A000000727', 'A000000728'))],
    [
      'a merchant push',
      sealed(`${body.replace(beneficiary, '38520010A00000072701240006970436011010226631400206QRPUSH')}`),
    ],
    ['another currency', sealed(body.replace('5303704', '5303840'))],
    ['another country', sealed(body.replace('5802VN', '5802TH'))],
    ['a decimal amount', sealed(body.replace('540515000', '540815000.00'))],
    ['an amount of 0', sealed(body.replace('540515000', '54010'))],
    ['another version', sealed(body.replace('000201', '000202'))],
    ['no beneficiary', sealed(body.replace(beneficiary, ''))],
    ['a check sum in the middle', sealed(sealed(body))],
  ])('%s', (_what, payload) => {
    expect(() => decodeVietQr(payload)).toThrow(RangeError);
  });

  test('any single character changed', () => {
    const payload = sealed(body);
    const place = fc.integer({ min: 0, max: payload.length - 1 });
    fc.assert(
      fc.property(place, letters(DIGITS + CAPITALS, 1, 1), (at, char) => {
        fc.pre(payload[at] !== char);
        const broken = payload.slice(0, at) + char + payload.slice(at + 1);
        expect(() => decodeVietQr(broken)).toThrow(RangeError);
      }),
    );
  });

  test('whatever is scanned, a sentence and never a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => decodeVietQr(sealed(text))).toThrow(RangeError);
      }),
    );
  });
});

describe('what does not fit is never encoded', () => {
  const fits: VietQr = { ...SEED, amount: 999_999_999_999, purpose: '' };
  test('the largest amount fits', () =>
    expect(decodeVietQr(encodeVietQr(fits))).toMatchObject({ amount: 999_999_999_999 }));
  test.each([
    ['a bank number too long', { bin: '9704361' }],
    ['a bank number behind a sign', { bin: 'x970436' }],
    ['a bank number before a sign', { bin: '970436x' }],
    ['one đồng too many', { amount: 1_000_000_000_000 }],
    ['a service of its own', { service: 'QRIBFTTX' as never }],
    ['an empty bill', { bill: '' }],
    ['a bill with a space', { bill: 'HD 1' }],
  ])('%s', (_, wrong) => expect(() => encodeVietQr({ ...fits, ...wrong })).toThrow(RangeError));
});
