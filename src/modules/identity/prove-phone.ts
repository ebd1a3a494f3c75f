// The code came back from the phone: the sign-up may choose its password.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { AccountFact, signUpStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { forgiveSendings, tryCode, useCode } from './one-time-code.ts';
import { CODE_USED, SIGN_UP_GONE } from './refusals.ts';
import { SIGN_UP_MINUTES, signUpTarget } from './start-sign-up.ts';
import { moveSignUp, signUpById } from './store.ts';

/**
 * Tries the code of a sign-up; a right one is used up and moves the sign-up on. Of two clicks the second finds it moved on, and there
 * is nothing left to prove: no code is tried again.
 */
export async function provePhone(
  identity: Identity,
  signUpId: string,
  typed: string,
  moment: Moment,
): Promise<Result<null>> {
  const row = await signUpById(identity.db, signUpId, moment.now);
  if (!row || row.state === 'done') return refuse(SIGN_UP_GONE);
  if (row.state === 'proved') return ok(null);
  const right = await tryCode(identity, { purpose: 'sign-up', binding: row.id, typed }, moment.now);
  if (!right.ok) return right.refusal.code === 'otp-used' ? movedOn(identity, row.id, moment) : right;
  const done = await act({ db: identity.db, actor: ANONYMOUS, now: moment.now }, async (ctx) => {
    const late = await useCode(ctx, right.value);
    if (late) return refuse(late);
    const until = ctx.now.add({ minutes: SIGN_UP_MINUTES });
    if (!(await moveSignUp(ctx.tx, row.id, { from: 'checked', to: 'proved', until }, ctx.now)))
      return refuse(SIGN_UP_GONE);
    ctx.announce({ stream: signUpStream(row.id), name: AccountFact.PhoneProved });
    return ok(null);
  });
  if (!done.ok) return done.refusal.code === 'otp-used' ? movedOn(identity, row.id, moment) : done;
  await forgiveSendings(identity, signUpTarget(identity, row, moment));
  return done;
}

/** Another click was quicker with the same code: where it moved the sign-up, this one goes on. */
async function movedOn({ db }: Identity, id: string, { now }: Moment): Promise<Result<null>> {
  const row = await signUpById(db, id, now);
  return row?.state === 'proved' ? ok(null) : refuse(CODE_USED);
}
