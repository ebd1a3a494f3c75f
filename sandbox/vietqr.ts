// What a payer's bank app makes of a VietQR payload: a bill to pay, and the reference that names it.
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

/** The part of a transfer's content that names a bill: `DVC` and what is glued to it, else the first letters and digits. */
export function referenceIn(content: string): string {
  const plain = content.toUpperCase().replace(/[^A-Z0-9]/gu, '');
  return /DVC[A-Z]?\d{6,}/u.exec(plain)?.[0] ?? plain.slice(0, 25);
}
