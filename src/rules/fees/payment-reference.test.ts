// The reference must survive a bank's rewriting and catch a payer's slips.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDigit,
  findPaymentReference,
  findPaymentReferences,
  isPaymentReference,
  paymentReference,
} from './payment-reference.ts';

const number = fc.integer({ min: 0, max: 99_999_999_999 });

test.each([
  [0, 'DVC000000000002'],
  [1, 'DVC000000000019'],
])('number %d is %s (ISO 7064 MOD 11,10)', (n, reference) => {
  expect(paymentReference(n)).toBe(reference);
});

test('the published example of ISO 7064 MOD 11,10: 0794 takes 5', () => {
  expect(checkDigit('0794')).toBe('5');
});

test('fits a transfer: 15 capitals and digits', () => {
  fc.assert(
    fc.property(number, (n) => {
      expect(paymentReference(n)).toMatch(/^DVC\d{12}$/u);
    }),
  );
});

test('every single wrong digit is caught', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 3, max: 14 }), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
      const reference = paymentReference(n);
      const wrong = (Number(reference[at]) + by) % 10;
      expect(isPaymentReference(reference.slice(0, at) + wrong + reference.slice(at + 1))).toBe(false);
    }),
  );
});

describe('found in a bank’s text', () => {
  const reference = paymentReference(1);
  test.each([
    [reference],
    [`MBVCB.123456789.${reference}.CT tu 0011001234567`],
    [`nop phi dvc 0000 0000 0019`],
    [`NGUYEN VAN AN chuyen tien ${reference} FT26327`],
    [`${reference}20261123`],
    [`DVC${reference}`],
    [`${reference} ${reference}`],
    ['Dvc-000-000-000-019'],
  ])('%s', (text) => {
    expect(findPaymentReference(text)).toBe(reference);
  });

  test.each([['nop phi'], ['DVC000000000018'], ['DVC00000000001'], [''], ['ĐVC000000000017']])(
    'nothing in "%s"',
    (text) => {
      expect(findPaymentReference(text)).toBeNull();
    },
  );

  test('two references are a question for a person', () => {
    const text = `${paymentReference(1)} ${paymentReference(2)}`;
    expect(findPaymentReferences(text)).toHaveLength(2);
    expect(findPaymentReference(text)).toBeNull();
  });
});

test.each([-1, 1.5, 100_000_000_000, Number.NaN])('%d has no reference', (n) => {
  expect(() => paymentReference(n)).toThrow(RangeError);
});
