// What a payer's bank app makes of a VietQR payload: a bill to pay, and the reference that names it.
import { findPaymentReference } from '../src/rules/fees/payment-reference.ts';
import { decodeVietQr } from '../src/rules/fees/vietqr.ts';
import type { Bill } from './happenings.ts';

/** @returns the bill in the payload. @throws RangeError with a plain Vietnamese sentence when it is not a whole VietQR */
export function readVietQr(payload: string): Bill {
  const { bin, account, amount, purpose, bill } = decodeVietQr(payload.trim());
  return {
    ref: referenceIn(purpose) || referenceIn(bill ?? '') || `${bin}${account}`,
    amount,
    bin,
    account,
    purpose,
  };
}

/** What names a bill in a transfer's content: a whole reference, else `DVC` and its digits, else the first letters. */
export function referenceIn(content: string): string {
  const whole = findPaymentReference(content);
  if (whole !== null) return whole;
  const plain = content.toUpperCase().replace(/[^A-Z0-9]/gu, '');
  return /DVC[A-Z]?\d{6,}/u.exec(plain)?.[0] ?? plain.slice(0, 25);
}
