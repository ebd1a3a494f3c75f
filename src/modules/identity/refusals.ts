// What this module refuses; a wait carries the moment it ends. How it is said: refusals.vi.ts, refusals.en.ts.
import type { RefusalOf } from '../../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { type TriesLeft, type UsedUp, vi, type Wait } from './refusals.vi.ts';

export type IdentityRefusal = RefusalOf<typeof vi>;

/** The sentences of this module, for the sites. */
export const identitySentences = { vi, en };

/** Used up until a moment (429). */
export function tooMany(what: UsedUp, until: Temporal.Instant, now: Temporal.Instant): IdentityRefusal {
  return { code: 'too-many', status: 429, params: { what, until, now } };
}

/** A new code was asked for within the minute. */
export function codeWait(until: Temporal.Instant, now: Temporal.Instant): CodeWait {
  return { code: 'otp-wait', status: 429, params: { until, now } };
}

/** `otp-exhausted` for the try that voided the code, `otp-locked` for whoever comes during the wait. */
export function codeLocked(
  until: Temporal.Instant,
  now: Temporal.Instant,
  code: 'otp-exhausted' | 'otp-locked' = 'otp-locked',
): CodeWait {
  return { code, status: 429, field: 'otp', params: { until, now } };
}

/** No new code before a moment. */
export type CodeWait = IdentityRefusal & { readonly params: Wait };

/** A wrong code, with how many tries are left. */
export function codeWrong(left: number): IdentityRefusal {
  return { code: 'otp-wrong', status: 422, field: 'otp', params: { left } };
}

export const CODE_SHAPE: IdentityRefusal = { code: 'otp-shape', status: 422, field: 'otp' };
/** Right, but it has opened something already. */
export const CODE_USED: IdentityRefusal = { code: 'otp-used', status: 409, field: 'otp' };
export const CODE_EXPIRED: IdentityRefusal = { code: 'otp-expired', status: 422, field: 'otp' };
export const OWNER_MISMATCH: IdentityRefusal = { code: 'owner-mismatch', status: 422, field: 'phone' };
export const NUMBER_UNKNOWN: IdentityRefusal = { code: 'phone-not-in-service', status: 422, field: 'phone' };
export const OWNER_UNAVAILABLE: IdentityRefusal = { code: 'owner-unavailable', status: 503 };
export const ACCOUNT_EXISTS: IdentityRefusal = { code: 'account-exists', status: 409, field: 'idNumber' };
export const SIGN_UP_GONE: IdentityRefusal = { code: 'sign-up-gone', status: 404 };
export const SIGN_IN_GONE: IdentityRefusal = { code: 'sign-in-gone', status: 409 };
export const ONLY_OFFICIALS: IdentityRefusal = { code: 'officials-only', status: 403 };
export const ONLY_CITIZENS: IdentityRefusal = { code: 'citizens-only', status: 403 };

/**
 * The same for an unknown name and a wrong password.
 * @param tries `left`: how many more without a wait; `until`: when the wait ends that none left makes
 */
export function wrongPassword(
  { left, until }: TriesLeft & Pick<Wait, 'until'>,
  now: Temporal.Instant,
): IdentityRefusal {
  return { code: 'wrong-password', status: 422, field: 'password', params: { left, until, now } };
}
