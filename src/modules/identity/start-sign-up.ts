// A citizen asks for an account: fields, then the telephone company, then one act with the sign-up and its first code.
import { ANONYMOUS, act } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { hourly, limitKey } from '../../platform/guesses.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { findPersonByNumber } from '../people/index.ts';
import { AccountFact, signUpStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { refuseBeyond, signUpCodes } from './limits.ts';
import { type CodeFor, issueCode, takeSending } from './one-time-code.ts';
import type { OwnerCheck } from './ports.ts';
import {
  ACCOUNT_EXISTS,
  type IdentityRefusal,
  NUMBER_UNKNOWN,
  OWNER_MISMATCH,
  OWNER_UNAVAILABLE,
} from './refusals.ts';
import { type SignUpFields, signUpFields } from './sign-up-fields.ts';
import { accountByUsername, accountOfPerson, insertSignUp, signUpById } from './store.ts';

/** How long a sign-up waits for its code and password. */
export const SIGN_UP_MINUTES = 30;

const OWNER: Record<Exclude<OwnerCheck, 'match'>, IdentityRefusal> = {
  mismatch: OWNER_MISMATCH,
  unknownNumber: NUMBER_UNKNOWN,
  unavailable: OWNER_UNAVAILABLE,
};

/** Whether a number, or another number of the same person, has a citizen's account. */
async function hasAccount(identity: Identity, idNumber: string): Promise<boolean> {
  if (await accountByUsername(identity.db, idNumber)) return true;
  const person = await findPersonByNumber(identity.db, idNumber);
  return person !== null && (await accountOfPerson(identity.db, person.id, 'citizen')) !== undefined;
}

/** Asks the telephone company, outside any transaction; only a match goes on. */
async function checkOwner(
  identity: Identity,
  fields: SignUpFields,
  { now, address }: Moment,
): Promise<IdentityRefusal | null> {
  const { db, secret, limits } = identity;
  const used = await refuseBeyond(
    db,
    [
      hourly(limitKey(secret, 'owner-address', address), limits.ownerChecksPerAddress),
      hourly(limitKey(secret, 'owner-number', fields.idNumber, address), limits.ownerChecksPerNumber),
    ],
    'sign-ups',
    now,
  );
  if (used) return used;
  const answer = await identity.phoneOwner.check(fields);
  return answer === 'match' ? null : OWNER[answer];
}

/**
 * Starts a citizen's sign-up by phone (S-03). Whether the number already has an account is told only to somebody
 * whom the telephone company knows under it.
 * @param signUpId one id, one sign-up and one first code, however often it is asked
 * @returns the sign-up's id; a refusal keeps nothing
 */
export async function startSignUp(
  identity: Identity,
  typed: SignUpFields,
  moment: Moment,
  signUpId: string = newId(),
): Promise<Result<{ signUpId: string }>> {
  // The same form pressed again: it leads to what the first press began.
  if (await signUpById(identity.db, signUpId, moment.now)) return ok({ signUpId });
  const fields = signUpFields(typed, moment.now);
  if (!fields.ok) return fields;
  const owner = await checkOwner(identity, fields.value, moment);
  if (owner) return refuse(owner);
  if (await hasAccount(identity, fields.value.idNumber)) return refuse(ACCOUNT_EXISTS);
  const { idNumber, phone } = fields.value;
  const target = signUpTarget(identity, { id: signUpId, id_number: idNumber, phone }, moment);
  const used = await takeSending(identity, target, moment);
  if (used) return refuse(used);
  return act({ db: identity.db, actor: ANONYMOUS, now: moment.now }, async (ctx) => {
    const inserted = await insertSignUp(ctx.tx, {
      id: signUpId,
      id_number: fields.value.idNumber,
      full_name: fields.value.fullName,
      birth_date: fields.value.birthDate,
      phone: fields.value.phone,
      email: fields.value.email,
      state: 'checked',
      created_at: ctx.now,
      expires_at: ctx.now.add({ minutes: SIGN_UP_MINUTES }),
    });
    if (!inserted) return ok({ signUpId });
    ctx.announce({
      stream: signUpStream(signUpId),
      name: AccountFact.SignUpStarted,
      data: { method: 'phone' },
    });
    const refusal = await issueCode(ctx, identity, target, moment.language);
    return refusal ? refuse(refusal) : ok({ signUpId });
  });
}

/** Whom a sign-up's codes are for. */
export function signUpTarget(
  identity: Identity,
  row: { id: string; id_number: string; phone: string },
  { address }: Moment,
): CodeFor {
  return {
    purpose: 'sign-up',
    binding: row.id,
    accountId: null,
    phone: row.phone,
    username: row.id_number,
    source: limitKey(identity.secret, 'source', address),
    counted: signUpCodes(identity, row.phone, row.id_number, address),
  };
}
