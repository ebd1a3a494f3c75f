// The "mã xác thực" of the form: plain digits to retype, bound to this browser and to ten minutes. One serves for one form:
// the same form pressed again leads on, another is refused. Kept is only a digest, among the counts.

import { digits, hmac, sameSecret, sha256, signedParts } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { type Limit, take, takeOne } from '../../platform/limits.ts';
import { ungrouped } from '../../rules/papers/index.ts';
import type { AccountRefusal } from './say-refusal.ts';

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

/** How often the same form may come again: somebody pressed twice, or the line broke. */
const PRESSES = 5;

/** What there is one of: the moment beside it may be written in more than one way. */
const signatureOf = (mark: string) => mark.slice(mark.indexOf('.') + 1);

const within = (key: string, most: number): Limit => ({ key, most, seconds: MINUTES * 60 });

/** Uses up a code that is right, for what was typed with it. @returns `confirmation-used` (422) when it served for another form, or null */
export async function useConfirmation(
  db: Db,
  mark: string,
  fields: object,
  now: Temporal.Instant,
): Promise<AccountRefusal | null> {
  const used = { code: 'confirmation-used', field: 'confirmation', status: 422 } as const;
  const form = within(`confirmed:${sha256(JSON.stringify([signatureOf(mark), fields]))}`, PRESSES);
  const pressed = await takeOne(db, form, now);
  if (!pressed.allowed) return used;
  if (pressed.left < PRESSES - 1) return null;
  const first = await takeOne(db, within(`confirmed:${sha256(signatureOf(mark))}`, 1), now);
  if (first.allowed) return null;
  await take(db, form, PRESSES, now);
  return used;
}

/** The id of the sign-up that a code leads to: one code, one sign-up. */
export function signUpIdOf(secret: string, mark: string): string {
  const hex = sha256(hmac(secret, `sign-up-of:${signatureOf(mark)}`));
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
