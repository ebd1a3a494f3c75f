// The person of a number: found, or made when nobody has it yet; two at once end with one row.

import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { tidy } from '../../rules/kernel/index.ts';
import { readPersonalNumber } from '../../rules/papers/index.ts';
import { PersonFact, personStream } from './facts.ts';
import { type Person, personOf } from './reads.ts';
import { insertPerson, rowByNumber } from './store.ts';

export interface NewPerson {
  /** 12 digits (personal number) or 9 digits (CMND). */
  readonly number: string;
  readonly fullName: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; empty when unknown. */
  readonly birthDate: string;
  /** E.164; empty when none. */
  readonly phone: string;
  readonly email: string;
}

/**
 * Announces `person.registered` when the row is new; an existing person is returned unchanged.
 * @throws Error when `number` is neither 9 nor 12 digits
 */
export async function findOrCreatePerson(ctx: Ctx, input: NewPerson): Promise<Person> {
  if (!/^(?:\d{9}|\d{12})$/u.test(input.number)) throw new Error('a person is known by 9 or 12 digits');
  const found = await rowByNumber(ctx.tx, input.number);
  if (found) return personOf(found);
  const personal = input.number.length === 12;
  const row = {
    id: newId(),
    personal_id: personal ? input.number : null,
    cmnd: personal ? null : input.number,
    full_name: tidy(input.fullName),
    birth_date: input.birthDate,
    sex: readPersonalNumber(input.number)?.sex ?? '',
    phone: input.phone,
    email: input.email,
    created_at: ctx.now,
  };
  if (await insertPerson(ctx.tx, row)) {
    ctx.announce({ stream: personStream(row.id), name: PersonFact.Registered });
    return personOf({ ...row, address: {} });
  }
  const other = await rowByNumber(ctx.tx, input.number);
  if (!other) throw new Error('a person was neither made nor found');
  return personOf(other);
}
