// Codes for whoever typed nothing but a name: a name that is nobody's is answered like any other, so that nobody learns who has an account.
import { limitKey } from '../../platform/guesses.ts';
import { isLonger, ok, type Refusal, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { accountNamed, LONGEST_NAME, normalName } from './account-name.ts';
import type { Identity, Moment } from './identity.ts';
import { accountCodes } from './limits.ts';
import { type CodeFor, lastCode, sendCode } from './one-time-code.ts';
import { placeOf } from './place.ts';
import { SIGN_IN_GONE } from './refusals.ts';
import { type AccountRow, accountById, defaultPhone } from './store.ts';

/** What a name alone may ask a code for. */
export type NamedPurpose = 'way-through' | 'recovery';

interface To {
  readonly binding: string;
  readonly account: AccountRow | undefined;
  /** For a name that is nobody's a digest of the name, which it is counted under. */
  readonly phone: string;
}

/** Whom a code is for, and under what it is counted. */
export function namedTarget(
  identity: Identity,
  purpose: NamedPurpose,
  { binding, account, phone }: To,
  moment: Moment,
): CodeFor {
  const place = placeOf(identity, account, moment);
  return {
    purpose,
    binding,
    accountId: account?.id ?? null,
    phone,
    username: account?.username ?? '',
    source: limitKey(identity.secret, 'source', place.name),
    counted: accountCodes(identity, purpose, account?.id ?? phone, place, moment.address),
  };
}

export interface NameTyped {
  /** Id of the sign-in in progress. */
  readonly binding: string;
  readonly kind: 'citizen' | 'official';
  readonly username: string;
}

/** What is wrong with a name that could be nobody's (422), before anything is counted; null when it could be somebody's. */
export function nameFault({ kind, username }: Omit<NameTyped, 'binding'>): Refusal | null {
  const wrong = { status: 422, field: 'username' } as const;
  if (tidy(username) === '')
    return kind === 'citizen' ? { ...wrong, code: 'id-empty' } : { ...wrong, code: 'username-empty' };
  if (isLonger(username, LONGEST_NAME))
    return { ...wrong, code: 'answer-too-long', params: { what: 'username', most: LONGEST_NAME } };
  return null;
}

/**
 * Sends the code to the account's phone. For a name that is nobody's, and for an account that may not have one, a code is made that is sent
 * to nobody, so that it is waited for, tried and counted like any other.
 * @param may whether an account may have a code of this purpose
 */
export async function sendToNamed(
  identity: Identity,
  purpose: NamedPurpose,
  typed: NameTyped,
  moment: Moment,
  may: (account: AccountRow) => boolean = () => true,
): Promise<Result<null>> {
  const fault = nameFault(typed);
  if (fault) return refuse(fault);
  const name = normalName(typed.username);
  const named = await accountNamed(identity, name);
  const account = named?.state === 'active' && may(named) ? named : undefined;
  const phone = account && (await defaultPhone(identity.db, account.id));
  const to = { binding: typed.binding, account, phone: phone ?? limitKey(identity.secret, 'nobody', name) };
  const sent = await sendCode(identity, namedTarget(identity, purpose, to, moment), moment);
  return sent.ok || sent.refusal.code === 'otp-wait' ? ok(null) : sent;
}

/** "Gửi lại OTP": once more to the same account, or to nobody. */
export async function resendToNamed(
  identity: Identity,
  purpose: NamedPurpose,
  binding: string,
  moment: Moment,
): Promise<Result<null>> {
  const last = await lastCode(identity.db, purpose, binding, moment.now);
  if (!last) return refuse(SIGN_IN_GONE);
  const account = last.account_id ? await accountById(identity.db, last.account_id) : undefined;
  const to = { binding, account, phone: last.phone };
  return sendCode(identity, namedTarget(identity, purpose, to, moment), moment);
}
