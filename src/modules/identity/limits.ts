// How often is often enough. Counted in the database; a proven code or password clears what was counted against its account.

import { hmac } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { type Limit, resetLimit, takeEach } from '../../platform/limits.ts';
import { type IdentityRefusal, tooMany } from './refusals.ts';
import type { UsedUp } from './refusals.vi.ts';

const HOUR = 3600;

/** How many of each per window; windows are fixed. */
export interface Limits {
  /** Codes per phone and hour that nobody answered rightly. */
  readonly codesPerPhone: number;
  /** The same per account. */
  readonly codesPerAccount: number;
  /** Codes per address and hour: a commune's counters and an internet shop share one. */
  readonly codesPerAddress: number;
  /** Wrong passwords per account in a quarter of an hour. */
  readonly passwordsPerAccount: number;
  /** Passwords per address in a quarter of an hour. */
  readonly passwordsPerAddress: number;
  /** Questions to the telephone companies per identity number and hour. */
  readonly ownerChecksPerNumber: number;
  /** The same per address. */
  readonly ownerChecksPerAddress: number;
}

export const LIMITS: Limits = {
  codesPerPhone: 5,
  codesPerAccount: 5,
  codesPerAddress: 60,
  passwordsPerAccount: 5,
  passwordsPerAddress: 100,
  ownerChecksPerNumber: 5,
  ownerChecksPerAddress: 30,
};

/** Keys are keyed digests: the table of counts holds no phone, number or address. */
export function limitKey(secret: string, what: string, whose: string): string {
  return `${what}:${hmac(secret, whose).slice(0, 24)}`;
}

export const passwordKey = (secret: string, username: string) => limitKey(secret, 'password', username);
export const codePhoneKey = (secret: string, phone: string) => limitKey(secret, 'code-phone', phone);
export const codeAccountKey = (secret: string, account: string) => limitKey(secret, 'code-account', account);

export const hourly = (key: string, most: number): Limit => ({ key, most, seconds: HOUR });
export const quarterly = (key: string, most: number): Limit => ({ key, most, seconds: HOUR / 4 });

/** Takes one of each, in order; the first that is used up refuses with the wait. */
export async function refuseBeyond(
  db: Db,
  limits: readonly Limit[],
  what: UsedUp,
  now: Temporal.Instant,
): Promise<IdentityRefusal | null> {
  const until = await takeEach(db, limits, now);
  return until && tooMany(what, until, now);
}

/** Forgets what was counted under these keys. */
export async function clear(db: Db, ...keys: string[]): Promise<void> {
  for (const key of keys) await resetLimit(db, key);
}
