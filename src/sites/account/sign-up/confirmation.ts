// The "mã xác thực" of the form: plain digits to retype, bound to this browser and to ten minutes; nothing is kept.

import { digits, hmac, sameSecret, signedParts } from '../../../platform/crypto.ts';
import { ungrouped } from '../../../rules/papers/index.ts';
import type { AccountRefusal } from '../say-refusal.ts';

const MINUTES = 10;

export interface Confirmation {
  /** Shown on the page. */
  readonly code: string;
  /** Goes along in a hidden field. */
  readonly mark: string;
}

const sign = (secret: string, browser: string, code: string, until: number) =>
  hmac(secret, `confirmation:${browser}:${code}:${until}`);

/** @param browser the form's token, which belongs to one browser */
export function issueConfirmation(secret: string, browser: string, now: Temporal.Instant): Confirmation {
  const code = digits(6);
  const until = now.epochMilliseconds + MINUTES * 60_000;
  return { code, mark: `${until}.${sign(secret, browser, code, until)}` };
}

/** What is wrong with the code as typed (422), or null. Spaces do not matter. */
export function confirmationFault(
  { secret, browser, now }: { secret: string; browser: string; now: Temporal.Instant },
  typed: string,
  mark: string,
): AccountRefusal | null {
  const wrong = { field: 'confirmation', status: 422 } as const;
  const code = ungrouped(typed);
  if (code === '') return { ...wrong, code: 'confirmation-empty' };
  const [until = '', signature = ''] = signedParts(mark, 2);
  if (!(Number(until) > now.epochMilliseconds)) return { ...wrong, code: 'confirmation-old' };
  if (sameSecret(signature, sign(secret, browser, code, Number(until)))) return null;
  return { ...wrong, code: 'confirmation-wrong' };
}
