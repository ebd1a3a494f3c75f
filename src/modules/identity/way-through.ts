// Whoever must wait, because they or strangers typed wrong passwords, gets through by a code: it opens nothing, it makes the
// browser known to the account, and a known browser has a count of its own. A name that is nobody's is answered alike.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { type NameTyped, namedTarget, resendToNamed, sendToNamed } from './code-to-named.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { forgiveSendings, lastCode, tryCode, useCode } from './one-time-code.ts';
import { welcomeBrowser } from './place.ts';
import { SIGN_IN_GONE } from './refusals.ts';
import { accountById } from './store.ts';

const PURPOSE = 'way-through';

/** Sends the code to the account's phone; to nobody where the name is nobody's. */
export const startWayThrough = (identity: Identity, typed: NameTyped, moment: Moment) =>
  sendToNamed(identity, PURPOSE, typed, moment);

/** "Gửi lại OTP" of a way through. */
export const resendWayThrough = (identity: Identity, binding: string, moment: Moment) =>
  resendToNamed(identity, PURPOSE, binding, moment);

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
  await forgiveSendings(identity, namedTarget(identity, PURPOSE, { binding, account, phone }, moment));
  return ok({ browser: await welcomeBrowser(identity, account.id, moment) });
}
