// Mandates: the dated rows by which one person acts for another. Rules say what a mandate allows (`mayActFor`).
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { Mandate } from '../../rules/lifecycle/index.ts';
import { insertMandate, mandateRows } from './store.ts';

/** Every mandate a person holds, ended ones included: the rules look at the day. */
export function mandatesOf(db: Db | Tx, personId: string): Promise<Mandate[]> {
  return mandateRows(db, personId);
}

export interface NewMandate extends Mandate {
  /** The paper it rests on, in words. */
  readonly basis: string;
}

/** Writes a mandate down. The caller has seen its paper. */
export function addMandate(db: Db | Tx, mandate: NewMandate): Promise<void> {
  return insertMandate(db, newId(), mandate);
}
