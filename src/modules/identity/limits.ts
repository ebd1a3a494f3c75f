// How often is often enough, and for whom: what strangers use up is never the share of a browser that the account knows.
import type { Db } from '../../platform/db.ts';
import { daily, type Guess, hourly, limitKey, quarterly } from '../../platform/guesses.ts';
import { forgetAndGiveBack, type Limit, takeEach } from '../../platform/limits.ts';
import { type IdentityRefusal, tooMany } from './refusals.ts';
import type { UsedUp } from './refusals.vi.ts';

/** How many of each per window; windows are fixed. What one place may guess of passwords is in `platform/guesses`. */
export interface Limits {
  /** Wrong passwords per account and day, of all strangers together. */
  readonly passwordsPerAccount: number;
  /** Wrong passwords per address in a quarter of an hour, whatever the names. */
  readonly passwordsPerAddress: number;
  /** Unanswered codes per account and place in an hour; at sign-up per identity number and place. */
  readonly codesPerPlace: number;
  /** Unanswered codes per account and day, of all strangers together; of signing in and of the way through apart. */
  readonly codesPerAccount: number;
  /** The same for a forgotten password, where the code alone decides: six codes of five tries are a chance of one in 33,000. */
  readonly recoveryCodesPerAccount: number;
  /** Unanswered codes per account and day that one known browser may ask for. */
  readonly codesPerBrowser: number;
  /** Unanswered codes of sign-ups per phone, in an hour and in a day. */
  readonly signUpCodesPerPhone: number;
  readonly signUpCodesPerPhoneDay: number;
  /** Codes per address and hour: a commune's counters and an internet shop share one. */
  readonly codesPerAddress: number;
  /** Questions to the telephone companies per identity number and address in an hour. */
  readonly ownerChecksPerNumber: number;
  /** The same per address. */
  readonly ownerChecksPerAddress: number;
}

export const LIMITS: Limits = {
  passwordsPerAccount: 100,
  passwordsPerAddress: 100,
  codesPerPlace: 5,
  codesPerAccount: 20,
  recoveryCodesPerAccount: 6,
  codesPerBrowser: 30,
  signUpCodesPerPhone: 5,
  signUpCodesPerPhoneDay: 15,
  codesPerAddress: 60,
  ownerChecksPerNumber: 5,
  ownerChecksPerAddress: 30,
};

/** Where somebody asks from: a browser the account knows, or the block their address lies in. */
export interface Place {
  /** A browser's id or an address's block. */
  readonly name: string;
  readonly known: boolean;
}

interface Counting {
  readonly secret: string;
  readonly limits: Limits;
}

/** @param whose the account's id, or the name of an account there is not: both are counted alike */
export function passwordGuess(
  { secret, limits }: Counting,
  whose: string,
  place: Place,
  address: string,
): Guess {
  const key = limitKey(secret, 'password', whose, place.name);
  if (place.known) return { key, shared: [] };
  return {
    key,
    shared: [
      quarterly(limitKey(secret, 'password-address', address), limits.passwordsPerAddress),
      daily(limitKey(secret, 'password-all', whose), limits.passwordsPerAccount),
    ],
  };
}

/** What one code for an account is counted under, signing in, the way through and recovery apart: who lacks the password burns no sign-in. */
export function accountCodes(
  { secret, limits }: Counting,
  purpose: 'sign-in' | 'way-through' | 'recovery',
  whose: string,
  place: Place,
  address: string,
): Limit[] {
  const own = hourly(limitKey(secret, `code-${purpose}`, whose, place.name), limits.codesPerPlace);
  if (place.known)
    return [own, daily(limitKey(secret, `code-${purpose}-day`, whose, place.name), limits.codesPerBrowser)];
  return [
    own,
    hourly(limitKey(secret, 'code-address', address), limits.codesPerAddress),
    daily(
      limitKey(secret, `code-${purpose}-all`, whose),
      purpose === 'recovery' ? limits.recoveryCodesPerAccount : limits.codesPerAccount,
    ),
  ];
}

/** The same for a sign-up: under its phone and its number, which no sign-in is counted under. */
export function signUpCodes(
  { secret, limits }: Counting,
  phone: string,
  idNumber: string,
  address: string,
): Limit[] {
  return [
    hourly(limitKey(secret, 'code-sign-up', idNumber, address), limits.codesPerPlace),
    hourly(limitKey(secret, 'code-address', address), limits.codesPerAddress),
    hourly(limitKey(secret, 'code-sign-up-phone', phone), limits.signUpCodesPerPhone),
    daily(limitKey(secret, 'code-sign-up-phone-day', phone), limits.signUpCodesPerPhoneDay),
  ];
}

/** Takes one of each, in order; the first that is used up refuses with the wait. */
export async function refuseBeyond(
  db: Db,
  limits: readonly Limit[],
  what: UsedUp,
  now: Temporal.Instant,
): Promise<IdentityRefusal | null> {
  const over = await takeEach(db, limits, now);
  return over && tooMany(what, over.until, now);
}

/** It was no abuse: the place's own hour begins anew, and what it took of the others' counts is given back. */
export async function forgive(db: Db, [own, ...others]: readonly Limit[]): Promise<void> {
  if (own)
    await forgetAndGiveBack(
      db,
      own.key,
      others.map(({ key }) => key),
    );
}
