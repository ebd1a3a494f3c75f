// The name an account signs in with, as people type it.
import { tidy } from '../../rules/kernel/index.ts';
import { ungrouped } from '../../rules/papers/index.ts';
import { findPersonByNumber } from '../people/index.ts';
import type { Identity } from './identity.ts';
import { type AccountRow, accountByUsername, accountOfPerson } from './store.ts';

/** Characters; nobody's name is longer. */
export const LONGEST_NAME = 100;

/** Numbers lose the spaces and dots people put between groups; names lose case. */
export function normalName(typed: string): string {
  const digits = ungrouped(typed);
  return /^\d+$/u.test(digits) ? digits : tidy(typed).toLowerCase();
}

/** By the name, or by another number of the same person (an old CMND beside a CCCD); closed accounts too. */
export async function accountNamed({ db }: Identity, name: string): Promise<AccountRow | undefined> {
  const account = await accountByUsername(db, name);
  if (account || !/^\d+$/u.test(name)) return account;
  const person = await findPersonByNumber(db, name);
  return person ? accountOfPerson(db, person.id, 'citizen') : undefined;
}
