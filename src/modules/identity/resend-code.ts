// "Gửi lại OTP": a new code to the same phone; the one before it is void (§7.2).
import { type Result, refuse } from '../../rules/kernel/index.ts';
import type { Identity, Moment } from './identity.ts';
import { lastCode, sendCode } from './one-time-code.ts';
import { SIGN_IN_GONE, SIGN_UP_GONE } from './refusals.ts';
import { signInTarget } from './start-sign-in.ts';
import { signUpTarget } from './start-sign-up.ts';
import { accountById, signUpById } from './store.ts';

/** For a sign-up whose phone is not proved yet. */
export async function resendSignUpCode(
  identity: Identity,
  signUpId: string,
  moment: Moment,
): Promise<Result<null>> {
  const row = await signUpById(identity.db, signUpId, moment.now);
  if (row?.state !== 'checked') return refuse(SIGN_UP_GONE);
  return sendCode(identity, signUpTarget(identity, row, moment), moment);
}

/** For a sign-in whose password was right. */
export async function resendSignInCode(
  identity: Identity,
  binding: string,
  moment: Moment,
): Promise<Result<null>> {
  const last = await lastCode(identity.db, 'sign-in', binding, moment.now);
  const account = last?.account_id ? await accountById(identity.db, last.account_id) : undefined;
  if (!last || !account) return refuse(SIGN_IN_GONE);
  const target = signInTarget(identity, { binding, account, phone: last.phone }, moment);
  return sendCode(identity, target, moment);
}
