// An account comes to be, with its person and the phone its codes go to.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { type AccountId, ok, type PersonId, type Result, refuse } from '../../rules/kernel/index.ts';
import { findOrCreatePerson, type NewPerson, updateContact } from '../people/index.ts';
import { AccountFact, accountStream } from './facts.ts';
import { ACCOUNT_EXISTS } from './refusals.ts';
import { insertAccount, insertPhone } from './store.ts';

export interface NewAccount {
  readonly kind: 'citizen' | 'official';
  /** `phone`: the person proved the phone; `set-up`: made by whoever runs the system. */
  readonly method: 'phone' | 'set-up';
  /** A citizen's number, an official's name. */
  readonly username: string;
  /** From `hashPassword`, made before the transaction. */
  readonly passwordHash: string;
  /** `phone` is where the codes go, too. */
  readonly person: NewPerson;
}

export interface CreatedAccount {
  readonly accountId: AccountId;
  readonly personId: PersonId;
}

/** One account per person and kind: an official who files for themselves has two, kept apart. */
export async function createAccount(ctx: Ctx, input: NewAccount): Promise<Result<CreatedAccount>> {
  const person = await findOrCreatePerson(ctx, input.person);
  const accountId = newId<AccountId>();
  const made = await insertAccount(ctx.tx, {
    id: accountId,
    kind: input.kind,
    person_id: person.id,
    username: input.username,
    method: input.method,
    password_hash: input.passwordHash,
    created_at: ctx.now,
  });
  if (!made) return refuse(ACCOUNT_EXISTS);
  await insertPhone(ctx.tx, accountId, input.person.phone, ctx.now);
  if (input.kind === 'citizen' && person.phone !== input.person.phone) {
    const changed = await updateContact(ctx, person.id, { phone: input.person.phone });
    if (!changed.ok) return changed;
  }
  ctx.announce({
    stream: accountStream(accountId),
    name: AccountFact.Created,
    data: { accountId, kind: input.kind, method: input.method },
  });
  return ok({ accountId, personId: person.id });
}
