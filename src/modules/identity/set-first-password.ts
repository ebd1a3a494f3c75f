// The last step of a sign-up: the password, and with it the account.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { type Result, refuse } from '../../rules/kernel/index.ts';
import { type CreatedAccount, createAccount } from './create-account.ts';
import type { Identity, Moment } from './identity.ts';
import { hashPassword } from './password-hash.ts';
import { checkNewPassword } from './password-rule.ts';
import { SIGN_UP_GONE } from './refusals.ts';
import { moveSignUp, signUpById } from './store.ts';

/** Makes the account of a proved sign-up; sent twice, the second finds the sign-up done. The hash is made before the transaction. */
export async function setFirstPassword(
  identity: Identity,
  signUpId: string,
  typed: { password: string; confirmation: string },
  { now }: Moment,
): Promise<Result<CreatedAccount>> {
  const row = await signUpById(identity.db, signUpId, now);
  if (row?.state !== 'proved') return refuse(SIGN_UP_GONE);
  const owner = { username: row.id_number, birthDate: row.birth_date };
  const password = checkNewPassword(typed.password, typed.confirmation, owner);
  if (!password.ok) return password;
  const passwordHash = await hashPassword(password.value);
  return act({ db: identity.db, actor: ANONYMOUS, now }, async (ctx) => {
    const move = { from: 'proved', to: 'done', until: row.expires_at };
    if (!(await moveSignUp(ctx.tx, row.id, move, ctx.now))) return refuse(SIGN_UP_GONE);
    return createAccount(ctx, {
      kind: 'citizen',
      method: 'phone',
      username: row.id_number,
      passwordHash,
      person: {
        number: row.id_number,
        fullName: row.full_name,
        birthDate: row.birth_date,
        phone: row.phone,
        email: row.email,
      },
    });
  });
}
