// Name and password: they open nothing, they only send the code (S-09). Unknown name and wrong password look alike.

import { ANONYMOUS, writeFact } from '../../platform/act.ts';
import { limitKey, takeGuess } from '../../platform/guesses.ts';
import { isLonger, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { accountNamed, normalName } from './account-name.ts';
import { nameFault } from './code-to-named.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { accountCodes, passwordGuess } from './limits.ts';
import { type CodeFor, sendCode } from './one-time-code.ts';
import { verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import { LONGEST } from './password-rule.ts';
import { placeOf } from './place.ts';
import { ONLY_CITIZENS, ONLY_OFFICIALS, tooMany, wrongPassword } from './refusals.ts';
import { type AccountRow, defaultPhone } from './store.ts';

export interface SignInTyped {
  /** Id of the sign-in in progress: the code belongs to it and to no other. */
  readonly binding: string;
  /** Whom the asking site is for. */
  readonly kind: 'citizen' | 'official';
  readonly username: string;
  readonly password: string;
}

/** What is missing, or could be nobody's: told before anything is counted or hashed. */
function missing(typed: SignInTyped): Refusal | null {
  const name = nameFault(typed);
  if (name) return name;
  const secret = { status: 422, field: 'password' };
  if (typed.password === '') return { ...secret, code: 'password-empty' };
  if (isLonger(typed.password, LONGEST))
    return { ...secret, code: 'answer-too-long', params: { what: 'password', most: LONGEST } };
  return null;
}

/** Whether the password is the account's own; the same work is done when there is none. */
async function proven(account: AccountRow | undefined, password: string): Promise<boolean> {
  const right = account
    ? await verifyPassword(password, account.password_hash)
    : await verifyAgainstNobody(password);
  return right && account?.state === 'active';
}

async function noteFailure(
  { db }: Identity,
  account: AccountRow | undefined,
  now: Temporal.Instant,
): Promise<void> {
  // A name that is nobody's has no history to keep; who guesses names is stopped by the counts.
  if (!account) return;
  await writeFact(db, ANONYMOUS, now, {
    stream: accountStream(account.id),
    name: AccountFact.SignInFailed,
    data: { by: 'password' },
  });
}

/** Whom a sign-in's codes are for, counted where they are asked for. */
export function signInTarget(
  identity: Identity,
  { binding, account, phone }: { binding: string; account: AccountRow; phone: string },
  moment: Moment,
): CodeFor {
  const place = placeOf(identity, account, moment);
  return {
    purpose: 'sign-in',
    binding,
    accountId: account.id,
    phone,
    username: account.username,
    source: limitKey(identity.secret, 'source', place.name),
    counted: accountCodes(identity, 'sign-in', account.id, place, moment.address),
  };
}

/**
 * Checks name and password and sends the code. Coming back within a minute keeps the code already sent.
 * @returns whom the code went to
 */
export async function startSignIn(
  identity: Identity,
  typed: SignInTyped,
  moment: Moment,
): Promise<Result<CodeFor>> {
  const empty = missing(typed);
  if (empty) return refuse(empty);
  const { now, address } = moment;
  const name = normalName(typed.username);
  const account = await accountNamed(identity, name);
  const place = placeOf(identity, account, moment);
  const guess = await takeGuess(
    identity.db,
    passwordGuess(identity, account?.id ?? name, place, address),
    now,
  );
  if (!guess.allowed) return refuse(tooMany('passwords', guess.until, now));
  if (!(await proven(account, typed.password)) || !account) {
    await noteFailure(identity, account, now);
    return refuse(wrongPassword(guess, now));
  }
  await guess.right();
  if (account.kind !== typed.kind) return refuse(typed.kind === 'official' ? ONLY_OFFICIALS : ONLY_CITIZENS);
  const phone = await defaultPhone(identity.db, account.id);
  if (!phone) throw new Error('an account without a phone');
  const target = signInTarget(identity, { binding: typed.binding, account, phone }, moment);
  const sent = await sendCode(identity, target, moment);
  return sent.ok || sent.refusal.code === 'otp-wait' ? ok(target) : sent;
}
