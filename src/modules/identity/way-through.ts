// Whoever must wait, because they or strangers typed wrong passwords, gets through by a code: it opens nothing, it makes the
// browser known to the account, and a known browser has a count of its own. A name that is nobody's is answered alike.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { limitKey } from '../../platform/guesses.ts';
import { resetLimit } from '../../platform/limits.ts';
import { isLonger, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { accountNamed, LONGEST_NAME, normalName } from './account-name.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { accountCodes, passwordGuess } from './limits.ts';
import { type CodeFor, forgiveSendings, lastCode, sendCode, tryCode, useCode } from './one-time-code.ts';
import { markBrowser, placeOf } from './place.ts';
import { SIGN_IN_GONE } from './refusals.ts';
import { type AccountRow, accountById, defaultPhone } from './store.ts';

const PURPOSE = 'way-through';

interface To {
  readonly binding: string;
  readonly account: AccountRow | undefined;
  /** For a name that is nobody's a digest of the name, which it is counted under. */
  readonly phone: string;
}

function targetOf(identity: Identity, { binding, account, phone }: To, moment: Moment): CodeFor {
  const place = placeOf(identity, account, moment);
  return {
    purpose: PURPOSE,
    binding,
    accountId: account?.id ?? null,
    phone,
    username: account?.username ?? '',
    source: limitKey(identity.secret, 'source', place.name),
    counted: accountCodes(identity, PURPOSE, account?.id ?? phone, place, moment.address),
  };
}

/**
 * Sends the code to the account's phone. For a name that is nobody's, and for a closed account, a code is made that is sent
 * to nobody, so that it is waited for, tried and counted like any other.
 */
export async function startWayThrough(
  identity: Identity,
  typed: { binding: string; kind: 'citizen' | 'official'; username: string },
  moment: Moment,
): Promise<Result<null>> {
  if (tidy(typed.username) === '')
    return refuse({
      status: 422,
      field: 'username',
      code: typed.kind === 'citizen' ? 'id-empty' : 'username-empty',
    });
  if (isLonger(typed.username, LONGEST_NAME))
    return refuse({
      status: 422,
      field: 'username',
      code: 'answer-too-long',
      params: { what: 'username', most: LONGEST_NAME },
    });
  const name = normalName(typed.username);
  const named = await accountNamed(identity, name);
  const account = named?.state === 'active' ? named : undefined;
  const phone = account && (await defaultPhone(identity.db, account.id));
  const to = { binding: typed.binding, account, phone: phone ?? limitKey(identity.secret, 'nobody', name) };
  const target = targetOf(identity, to, moment);
  const sent = await sendCode(identity, target, moment);
  return sent.ok || sent.refusal.code === 'otp-wait' ? ok(null) : sent;
}

/** "Gửi lại OTP" of a way through: once more to the same account, or to nobody. */
export async function resendWayThrough(
  identity: Identity,
  binding: string,
  moment: Moment,
): Promise<Result<null>> {
  const last = await lastCode(identity.db, PURPOSE, binding, moment.now);
  if (!last) return refuse(SIGN_IN_GONE);
  const account = last.account_id ? await accountById(identity.db, last.account_id) : undefined;
  return sendCode(identity, targetOf(identity, { binding, account, phone: last.phone }, moment), moment);
}

/** Tries the code of a way through. @returns the cookie by which the browser is known from now on */
export async function finishWayThrough(
  identity: Identity,
  binding: string,
  typed: string,
  moment: Moment,
): Promise<Result<{ browser: string }>> {
  const { now } = moment;
  const challenge = await lastCode(identity.db, PURPOSE, binding, now);
  if (!challenge) return refuse(SIGN_IN_GONE);
  const right = await tryCode(identity, { purpose: PURPOSE, binding, typed }, now);
  if (!right.ok) return right;
  const account = right.value.account_id ? await accountById(identity.db, right.value.account_id) : undefined;
  if (account?.state !== 'active') return refuse(SIGN_IN_GONE);
  const done = await act({ db: identity.db, actor: ANONYMOUS, now }, async (ctx) => {
    const late = await useCode(ctx, right.value);
    if (late) return refuse(late);
    ctx.announce({ stream: accountStream(account.id), name: AccountFact.BrowserProved });
    return ok(null);
  });
  if (!done.ok) return done;
  const { phone } = right.value;
  await forgiveSendings(identity, targetOf(identity, { binding, account, phone }, moment));
  const browser = await markBrowser(identity, account.id, moment);
  const place = placeOf(identity, account, { ...moment, browser });
  await resetLimit(identity.db, passwordGuess(identity, account.id, place, moment.address).key);
  return ok({ browser });
}
