// All SQL over people: persons and their mandates.
import { type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { PeoplePerson } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { CITIZEN_ACTS, MANDATE_KINDS, type Mandate } from '../../rules/lifecycle/index.ts';

export type PersonRow = Selectable<PeoplePerson>;

/** By our own id. */
export function rowById(db: Db | Tx, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By our own ids. */
export function rowsByIds(db: Db | Tx, ids: readonly string[]): Promise<PersonRow[]> {
  return db
    .selectFrom('people.person')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** By personal number or by CMND; both are unique. */
export function rowByNumber(db: Db | Tx, number: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('people.person')
    .selectAll()
    .where((e) => e.or([e('personal_id', '=', number), e('cmnd', '=', number)]))
    .executeTakeFirst();
}

/** Everybody who holds one of these numbers. */
export function rowsByNumbers(db: Db | Tx, numbers: readonly string[]): Promise<PersonRow[]> {
  return db
    .selectFrom('people.person')
    .selectAll()
    .where((e) => e.or([e('personal_id', 'in', numbers), e('cmnd', 'in', numbers)]))
    .execute();
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

const mandate = z.object({
  personId: z.string(),
  subjectId: z.string(),
  kind: z.enum(MANDATE_KINDS),
  acts: z.array(z.enum(CITIZEN_ACTS)).nullable(),
  from: z.string(),
  to: z.string().nullable(),
});

/** @throws ZodError when a row names an act or a kind that the rules do not know */
export async function mandateRows(db: Db | Tx, personId: string): Promise<Mandate[]> {
  const rows = await db
    .selectFrom('people.mandate')
    .select(['person_id as personId', 'subject_id as subjectId', 'kind', 'acts'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => mandate.parse(row));
}

export async function insertMandate(
  db: Db | Tx,
  id: string,
  row: Mandate & { basis: string },
): Promise<void> {
  await db
    .insertInto('people.mandate')
    .values({
      id,
      person_id: row.personId,
      subject_id: row.subjectId,
      kind: row.kind,
      acts: row.acts === null ? null : [...row.acts],
      valid_from: row.from,
      valid_to: row.to,
      basis: row.basis,
    })
    .execute();
}
