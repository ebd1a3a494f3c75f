// Who a person is, as other modules see it.

import type { Db, Tx } from '../../platform/db.ts';
import type { PersonId } from '../../rules/kernel/index.ts';
import { type PersonRow, rowById, rowByNumber, rowsByIds, rowsByNumbers } from './store.ts';

export interface Person {
  readonly id: PersonId;
  /** Số định danh, 12 digits; null while only a CMND is known. */
  readonly personalId: string | null;
  /** Old 9-digit number of the same person. */
  readonly cmnd: string | null;
  readonly fullName: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; empty when unknown. */
  readonly birthDate: string;
  /** `nam`, `nữ` or empty. */
  readonly sex: string;
  /** E.164, for notices; empty when none. */
  readonly phone: string;
  readonly email: string;
  readonly address: Readonly<Record<string, unknown>>;
}

/** A row as other modules see it. */
export function personOf(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    personalId: row.personal_id,
    cmnd: row.cmnd,
    fullName: row.full_name,
    birthDate: row.birth_date,
    sex: row.sex,
    phone: row.phone,
    email: row.email,
    address: row.address as Record<string, unknown>,
  };
}

/** The person behind an id; null when there is none. */
export async function findPerson(db: Db | Tx, id: string): Promise<Person | null> {
  const row = await rowById(db, id);
  return row ? personOf(row) : null;
}

/** The persons behind ids, those who are there. */
export async function findPersons(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = ids.length === 0 ? [] : await rowsByIds(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

/** The person of a personal number or of a CMND (digits only). */
export async function findPersonByNumber(db: Db | Tx, number: string): Promise<Person | null> {
  const row = await rowByNumber(db, number);
  return row ? personOf(row) : null;
}

/** The persons of these numbers, as far as they are known. */
export async function findPersonsByNumbers(db: Db | Tx, numbers: readonly string[]): Promise<Person[]> {
  return numbers.length === 0 ? [] : (await rowsByNumbers(db, numbers)).map(personOf);
}

/** What others compare with who a person is said to be. */
export function identityOf({ personalId, cmnd, fullName, birthDate }: Person) {
  return { numbers: [personalId, cmnd].filter((number) => number !== null), fullName, birthDate };
}
