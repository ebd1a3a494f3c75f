// Name and password: they open nothing, they only send the code (S-09). Unknown name and wrong password look alike.

import { ANONYMOUS, writeFact } from '../../platform/act.ts';
import { takeOne } from '../../platform/limits.ts';
import { isLonger, ok, type Refusal, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { ungrouped } from '../../rules/papers/index.ts';
import { findPersonByNumber } from '../people/index.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { clear, limitKey, passwordKey, quarterly } from './limits.ts';
import { type CodeFor, sendCode } from './one-time-code.ts';
import { verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import { LONGEST } from './password-rule.ts';
import { ONLY_CITIZENS, ONLY_OFFICIALS, tooMany, wrongPassword } from './refusals.ts';
import { type AccountRow, accountByUsername, accountOfPerson, defaultPhone } from './store.ts';

export interface SignInTyped {
  /** Id of the sign-in in progress: the code belongs to it and to no other. */
  readonly binding: string;
  /** Whom the asking site is for. */
  readonly kind: 'citizen' | 'official';
  readonly username: string;
  readonly password: string;
}

/** Numbers lose the spaces and dots people put between groups; names lose case. */
function normalName(typed: string): string {
  const digits = ungrouped(typed);
  return /^\d+$/u.test(digits) ? digits : tidy(typed).toLowerCase();
}

/** Characters; nobody's name is longer. */
const LONGEST_NAME = 100;

/** What is missing, or could be nobody's: told before anything is counted or hashed. */
function missing({ kind, username, password }: SignInTyped): Refusal | null {
  const name = { status: 422, field: 'username' };
  const secret = { status: 422, field: 'password' };
  if (tidy(username) === '')
    return kind === 'citizen' ? { ...name, code: 'id-empty' } : { ...name, code: 'username-empty' };
  if (password === '') return { ...secret, code: 'password-empty' };
  if (isLonger(username, LONGEST_NAME))
    return { ...name, code: 'answer-too-long', params: { what: 'username', most: LONGEST_NAME } };
  if (isLonger(password, LONGEST))
    return { ...secret, code: 'answer-too-long', params: { what: 'password', most: LONGEST } };
  return null;
}

/** By the name, or by another number of the same person (an old CMND beside a CCCD). */
async function accountNamed({ db }: Identity, name: string): Promise<AccountRow | undefined> {
  const account = await accountByUsername(db, name);
  if (account || !/^\d+$/u.test(name)) return account;
  const person = await findPersonByNumber(db, name);
  return person ? accountOfPerson(db, person.id, 'citizen') : undefined;
}

async function takePassword(
  { db, secret, limits }: Identity,
  name: string,
  { now, address }: Moment,
): Promise<Result<{ left: number; most: number; until: Temporal.Instant }>> {
  const here = quarterly(limitKey(secret, 'password-address', address), limits.passwordsPerAddress);
  const fromHere = await takeOne(db, here, now);
  if (!fromHere.allowed) return refuse(tooMany('passwords', fromHere.until, now));
  const most = limits.passwordsPerAccount;
  const tries = await takeOne(db, quarterly(passwordKey(secret, name), most), now);
  return tries.allowed ? ok({ ...tries, most }) : refuse(tooMany('passwords', tries.until, now));
}

/** The account when the password is its own; the same work is done when there is none. */
async function proven(identity: Identity, name: string, password: string): Promise<AccountRow | null> {
  const account = await accountNamed(identity, name);
  const right = account
    ? await verifyPassword(password, account.password_hash)
    : await verifyAgainstNobody(password);
  return account && right && account.state === 'active' ? account : null;
}

async function noteFailure(identity: Identity, name: string, now: Temporal.Instant): Promise<void> {
  const account = await accountNamed(identity, name);
  // A name that is nobody's has no history to keep; who guesses names is stopped by the counts.
  if (!account) return;
  await writeFact(identity.db, ANONYMOUS, now, {
    stream: accountStream(account.id),
    name: AccountFact.SignInFailed,
    data: { by: 'password' },
  });
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
  const name = normalName(typed.username);
  const left = await takePassword(identity, name, moment);
  if (!left.ok) return left;
  const account = await proven(identity, name, typed.password);
  if (!account) {
    await noteFailure(identity, name, moment.now);
    return refuse(wrongPassword(left.value, moment.now));
  }
  await clear(identity.db, passwordKey(identity.secret, name));
  if (account.kind !== typed.kind) return refuse(typed.kind === 'official' ? ONLY_OFFICIALS : ONLY_CITIZENS);
  const phone = await defaultPhone(identity.db, account.id);
  if (!phone) throw new Error('an account without a phone');
  const target: CodeFor = {
    purpose: 'sign-in',
    binding: typed.binding,
    accountId: account.id,
    phone,
    username: account.username,
  };
  const sent = await sendCode(identity, target, moment);
  return sent.ok || sent.refusal.code === 'otp-wait' ? ok(target) : sent;
}
