// All SQL over people.person.
import type { Selectable, Updateable } from 'kysely';
import type { PeoplePerson } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';

export type PersonRow = Selectable<PeoplePerson>;

/** By our own id. */
export function rowById(db: Db | Tx, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By personal number or by CMND; both are unique. */
export function rowByNumber(db: Db | Tx, number: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('people.person')
    .selectAll()
    .where((e) => e.or([e('personal_id', '=', number), e('cmnd', '=', number)]))
    .executeTakeFirst();
}

/** @returns false when somebody already holds one of the numbers */
export async function insertPerson(tx: Tx, row: Omit<PersonRow, 'address'>): Promise<boolean> {
  const done = await tx
    .insertInto('people.person')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** @returns false when there is no such person */
export async function changePerson(tx: Tx, id: string, change: Updateable<PeoplePerson>): Promise<boolean> {
  const done = await tx.updateTable('people.person').set(change).where('id', '=', id).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
