// "Quên mật khẩu" (S-12): a code to the account's own phone, then a new password. All sessions end with the old one, and the
// person is told. For citizens whose account stands on a phone; officials ask whoever administers their accounts.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { civil, formatTime, ok, type Result, refuse, unaccent } from '../../rules/kernel/index.ts';
import { queueMessage, SHORT_MESSAGES } from '../notices/index.ts';
import { findPerson } from '../people/index.ts';
import { type NameTyped, namedTarget, resendToNamed, sendToNamed } from './code-to-named.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { forgiveSendings, lastCode, maskAccount, tryCode, useCode } from './one-time-code.ts';
import { hashPassword } from './password-hash.ts';
import { checkNewPassword } from './password-rule.ts';
import { en } from './password-told.en.ts';
import { vi } from './password-told.vi.ts';
import { welcomeBrowser } from './place.ts';
import { SIGN_IN_GONE } from './refusals.ts';
import { type AccountRow, accountById, type ChallengeRow, spendChallenge, writePassword } from './store.ts';

const PURPOSE = 'recovery';
/** How long a right code waits for the new password. */
export const RECOVERY_MINUTES = 30;

const mayRecover = ({ kind }: AccountRow) => kind === 'citizen';

/** Sends the code to the account's phone; to nobody where the name is nobody's or an official's. */
export const startRecovery = (identity: Identity, typed: Omit<NameTyped, 'kind'>, moment: Moment) =>
  sendToNamed(identity, PURPOSE, { ...typed, kind: 'citizen' }, moment, mayRecover);

/** "Gửi lại OTP" of a recovery. */
export const resendRecovery = (identity: Identity, binding: string, moment: Moment) =>
  resendToNamed(identity, PURPOSE, binding, moment);

/** Tries the code; a right one is used up and lets this sign-in's browser choose a new password. Of two clicks the second goes on, too. */
export async function proveRecovery(
  identity: Identity,
  binding: string,
  typed: string,
  moment: Moment,
): Promise<Result<null>> {
  const { now } = moment;
  const right = await tryCode(identity, { purpose: PURPOSE, binding, typed }, now);
  if (!right.ok) {
    const isProved = right.refusal.code === 'otp-used' && (await provedBy(identity, binding, now)) !== null;
    return isProved ? ok(null) : right;
  }
  const account = right.value.account_id ? await accountById(identity.db, right.value.account_id) : undefined;
  if (account?.state !== 'active') return refuse(SIGN_IN_GONE);
  const done = await act({ db: identity.db, actor: ANONYMOUS, now }, async (ctx) => {
    const late = await useCode(ctx, right.value);
    return late ? refuse(late) : ok(null);
  });
  if (!done.ok) return done;
  const to = { binding, account, phone: right.value.phone };
  await forgiveSendings(identity, namedTarget(identity, PURPOSE, to, moment));
  return done;
}

interface Proved {
  readonly account: AccountRow;
  readonly code: ChallengeRow;
}

/**
 * How far a sign-in has come in getting its password back: `asked` a code was made for it, `proved` the code was right and a new password
 * may be chosen, `done` it was.
 */
export type RecoveryStep = 'none' | 'asked' | 'proved' | 'done';

function stepOf(code: ChallengeRow | undefined, now: Temporal.Instant): RecoveryStep {
  if (!code) return 'none';
  if (!code.used_at || !code.account_id) return 'asked';
  if (Temporal.Instant.compare(code.used_at.add({ minutes: RECOVERY_MINUTES }), now) <= 0) return 'asked';
  return code.voided_at ? 'done' : 'proved';
}

/** Where somebody who comes to a page of a recovery belongs. */
export async function recoveryStep(
  { db }: Identity,
  binding: string,
  now: Temporal.Instant,
): Promise<RecoveryStep> {
  return stepOf(await lastCode(db, PURPOSE, binding, now), now);
}

async function provedBy({ db }: Identity, binding: string, now: Temporal.Instant): Promise<Proved | null> {
  const code = await lastCode(db, PURPOSE, binding, now);
  if (!code?.account_id || stepOf(code, now) !== 'proved') return null;
  const account = await accountById(db, code.account_id);
  return account?.state === 'active' ? { account, code } : null;
}

/**
 * The new password: it ends every session of the account, and tells its person. A right code serves once.
 * @returns the cookie by which the browser is known, so that no earlier wrong password keeps it waiting;
 *   refusals of the password's rule (422), `sign-in-gone`
 */
export async function setNewPassword(
  identity: Identity,
  binding: string,
  typed: { readonly password: string; readonly confirmation: string },
  moment: Moment,
): Promise<Result<{ browser: string }>> {
  const { now, language } = moment;
  const proved = await provedBy(identity, binding, now);
  if (!proved) return refuse(SIGN_IN_GONE);
  const { account, code } = proved;
  const person = await findPerson(identity.db, account.person_id);
  const owner = { username: account.username, birthDate: person?.birthDate ?? '' };
  const password = checkNewPassword(typed.password, typed.confirmation, owner);
  if (!password.ok) return password;
  const hash = await hashPassword(password.value);
  const done = await act({ db: identity.db, actor: ANONYMOUS, now }, async (ctx) => {
    if (!(await spendChallenge(ctx.tx, code.id, now))) return refuse(SIGN_IN_GONE);
    await writePassword(ctx.tx, account.id, hash);
    await queueMessage(ctx, {
      key: `password-reset:${code.id}`,
      kind: 'password-reset',
      channel: SHORT_MESSAGES,
      to: code.phone,
      text: { vi, en }[language]({
        account: unaccent(maskAccount(account.username)),
        at: formatTime(civil(now)),
      }),
    });
    ctx.announce({ stream: accountStream(account.id), name: AccountFact.PasswordReset, data: { by: 'otp' } });
    return ok(null);
  });
  if (!done.ok) return done;
  return ok({ browser: await welcomeBrowser(identity, account.id, moment) });
}
