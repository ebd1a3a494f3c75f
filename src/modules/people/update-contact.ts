// How notices reach a person.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { PersonFact, personStream } from './facts.ts';
import type { PeopleRefusal } from './refusals.ts';
import { changePerson } from './store.ts';

export interface Contact {
  /** E.164. */
  readonly phone?: string;
  readonly email?: string;
  readonly address?: Readonly<Record<string, unknown>>;
}

/** Changes what is given and leaves the rest; the fact says which parts changed, never their content. */
export async function updateContact(ctx: Ctx, personId: string, contact: Contact): Promise<Result<null>> {
  const changed = (['phone', 'email', 'address'] as const).filter((part) => contact[part] !== undefined);
  if (changed.length === 0) return ok(null);
  const done = await changePerson(ctx.tx, personId, {
    ...(contact.phone === undefined ? {} : { phone: contact.phone }),
    ...(contact.email === undefined ? {} : { email: contact.email }),
    ...(contact.address === undefined ? {} : { address: JSON.stringify(contact.address) }),
  });
  if (!done) return refuse<PeopleRefusal>({ code: 'no-such-person', status: 404 });
  ctx.announce({ stream: personStream(personId), name: PersonFact.ContactChanged, data: { changed } });
  return ok(null);
}
