// The code came back: the person is who the account says.
import { type Actor, act, writeFact } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { findPerson } from '../people/index.ts';
import { AccountFact, accountStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { forgiveSendings, lastCode, tryCode, useCode } from './one-time-code.ts';
import { type AccountView, viewOf } from './reads.ts';
import { SIGN_IN_GONE } from './refusals.ts';
import { signInTarget } from './start-sign-in.ts';
import { type AccountRow, accountById, type ChallengeRow } from './store.ts';

async function waiting(
  identity: Identity,
  binding: string,
  now: Temporal.Instant,
): Promise<{ account: AccountView; row: AccountRow; latest: ChallengeRow } | null> {
  const latest = await lastCode(identity.db, 'sign-in', binding, now);
  const row = latest?.account_id ? await accountById(identity.db, latest.account_id) : undefined;
  if (!latest || row?.state !== 'active') return null;
  const person = await findPerson(identity.db, row.person_id);
  return person && { account: viewOf(row, person), row, latest };
}

/**
 * Tries the code of a sign-in; a right one is used up and the sign-in is in the journal. The same code sent again is
 * refused as used, for the same sign-in too: a second click goes on by what the first has done.
 */
export async function finishSignIn(
  identity: Identity,
  binding: string,
  typed: string,
  moment: Moment,
): Promise<Result<AccountView>> {
  const { now } = moment;
  const found = await waiting(identity, binding, now);
  if (!found) return refuse(SIGN_IN_GONE);
  const { account, row, latest } = found;
  const actor: Actor = { kind: account.kind, personId: account.personId, name: account.fullName };
  const stream = accountStream(account.id);
  const right = await tryCode(identity, { purpose: 'sign-in', binding, typed, latest }, now);
  if (!right.ok) {
    if (right.refusal.code !== 'otp-wrong' && right.refusal.code !== 'otp-exhausted') return right;
    await writeFact(identity.db, actor, now, {
      stream,
      name: AccountFact.SignInFailed,
      data: { by: 'code' },
    });
    return right;
  }
  const done = await act({ db: identity.db, actor, now }, async (ctx) => {
    const late = await useCode(ctx, right.value);
    if (late) return refuse(late);
    ctx.announce({ stream, name: AccountFact.SignedIn, data: { factors: ['pwd', 'otp'] } });
    return ok(account);
  });
  if (!done.ok) return done;
  await forgiveSendings(
    identity,
    signInTarget(identity, { binding, account: row, phone: right.value.phone }, moment),
  );
  return done;
}
