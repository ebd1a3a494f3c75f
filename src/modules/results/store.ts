// All SQL of the number book.
import type { Selectable } from 'kysely';
import type { ResultsGivenNumber } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { send } from '../../platform/prepared.ts';
import type { ResultId } from '../../rules/kernel/index.ts';
import { type GivenNumber, GroundJson, HOLD, type VoidReason } from './given-number.ts';
import { type FrozenPaper, frozenJson, readFrozen } from './papers/index.ts';

const COLUMNS = [
  'id',
  'agency_id',
  'year',
  'serial',
  'number',
  'state',
  'dossier_id',
  'ground',
  'signer_id',
  'signer_name',
  'reserved_at',
  'taken_at',
  'tries',
  'sha256',
  'ended_at',
  'void_why',
] as const;

function numberOf(row: Pick<Selectable<ResultsGivenNumber>, (typeof COLUMNS)[number]>): GivenNumber {
  return {
    id: row.id as ResultId,
    agencyId: row.agency_id,
    year: row.year,
    serial: row.serial,
    number: row.number,
    state: row.state as GivenNumber['state'],
    dossierId: row.dossier_id,
    ground: GroundJson.parse(row.ground),
    signer: { personId: row.signer_id, name: row.signer_name },
    reservedAt: row.reserved_at,
    takenAt: row.taken_at,
    tries: row.tries,
    sha256: row.sha256,
    endedAt: row.ended_at,
    voidWhy: row.void_why as VoidReason | null,
  };
}

/** The next serial of an agency's year, from 1; nobody else gets one of it until the transaction ends. */
export async function nextSerial(tx: Tx, agencyId: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('results.number')
    .values({ agency_id: agencyId, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'year'])
        .doUpdateSet((e) => ({ last: e('results.number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function insertNumber(tx: Tx, given: GivenNumber, paper: FrozenPaper): Promise<void> {
  const insert = tx.insertInto('results.given_number').values({
    id: given.id,
    agency_id: given.agencyId,
    year: given.year,
    serial: given.serial,
    number: given.number,
    state: given.state,
    dossier_id: given.dossierId,
    ground: JSON.stringify(given.ground),
    signer_id: given.signer.personId,
    signer_name: given.signer.name,
    reserved_at: given.reservedAt,
    taken_at: given.takenAt,
    paper: frozenJson(paper),
  });
  await send(tx, insert);
}

/** The number that is reserved for a dossier now, locked; at most one. */
export async function lockNumberUnderWay(tx: Tx, dossierId: string): Promise<GivenNumber | null> {
  const row = await tx
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('dossier_id', '=', dossierId)
    .where('state', '=', 'reserved')
    .forUpdate()
    .executeTakeFirst();
  return row ? numberOf(row) : null;
}

/** A number by id, locked. @throws when there is none */
export async function lockNumber(tx: Tx, id: string): Promise<GivenNumber> {
  const row = await tx
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return numberOf(row);
}

/** A number by id. @throws when there is none */
export async function numberById(db: Db, id: string): Promise<GivenNumber> {
  const row = await db
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numberOf(row);
}

/** The numbers a dossier was ever given, latest first. */
export async function numbersOfDossier(db: Db, dossierId: string): Promise<GivenNumber[]> {
  const rows = await db
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('dossier_id', '=', dossierId)
    .orderBy('reserved_at', 'desc')
    .execute();
  return rows.map(numberOf);
}

/** A page of an agency's book of a year, in order. */
export async function numbersOfYear(db: Db, agencyId: string, year: number): Promise<GivenNumber[]> {
  const rows = await db
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('serial')
    .execute();
  return rows.map(numberOf);
}

/** What a reserved number's paper is made from; null once the number is used or void. */
export async function paperOf(db: Db, id: string): Promise<FrozenPaper | null> {
  const row = await db
    .selectFrom('results.given_number')
    .select('paper')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.paper === null ? null : readFrozen(row.paper);
}

/**
 * Takes a reserved number up, unless somebody has it in hand.
 * @param bySweep counted among its tries
 * @returns whether it is ours now
 */
export async function takeUp(
  db: Db | Tx,
  id: string,
  now: Temporal.Instant,
  bySweep: boolean,
): Promise<boolean> {
  const done = await db
    .updateTable('results.given_number')
    .set((e) => ({ taken_at: now, tries: e('tries', '+', bySweep ? 1 : 0) }))
    .where('id', '=', id)
    .where('state', '=', 'reserved')
    .where((e) =>
      e.or([
        e('taken_at', 'is', null),
        e('taken_at', '<=', now.subtract(HOLD)),
        e('taken_at', '>=', now.add(HOLD)),
      ]),
    )
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Lets a number go that stays reserved. @param again when the sweep looks at it next */
export async function letGo(db: Db, id: string, again: Temporal.Instant): Promise<void> {
  await db
    .updateTable('results.given_number')
    .set({ taken_at: null, again_at: again })
    .where('id', '=', id)
    .where('state', '=', 'reserved')
    .execute();
}

/** Notes which file the paper will be, before it is kept: what lies in the store is always known by a number. */
export async function noteFile(db: Db, id: string, sha256: string): Promise<void> {
  await db
    .updateTable('results.given_number')
    .set({ sha256 })
    .where('id', '=', id)
    .where('state', '=', 'reserved')
    .execute();
}

/** Ends a reserved number; what its paper would be made from is emptied. */
export async function endNumber(
  tx: Tx,
  id: string,
  end: { state: 'used'; at: Temporal.Instant } | { state: 'void'; at: Temporal.Instant; why: VoidReason },
): Promise<void> {
  await tx
    .updateTable('results.given_number')
    .set({
      state: end.state,
      ended_at: end.at,
      void_why: end.state === 'void' ? end.why : null,
      taken_at: null,
      paper: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'reserved')
    .execute();
}

/** A clock that was turned back further than this may leave moments in the future that nobody waits for. */
const FAR = { hours: 1 } as const;

/** Reserved numbers that nobody has in hand and whose rest is over. */
export async function forsakenNumbers(db: Db, now: Temporal.Instant, most: number): Promise<GivenNumber[]> {
  const rows = await db
    .selectFrom('results.given_number')
    .select(COLUMNS)
    .where('state', '=', 'reserved')
    .where((e) =>
      e.or([
        e('taken_at', '<=', now.subtract(HOLD)),
        e('taken_at', '>=', now.add(HOLD)),
        e.and([
          e('taken_at', 'is', null),
          e.or([e('again_at', '<=', now), e('again_at', '>=', now.add(FAR))]),
        ]),
      ]),
    )
    .orderBy('reserved_at')
    .limit(most)
    .execute();
  return rows.map(numberOf);
}

/** Void numbers whose signed file may lie in the store. */
export async function leftOverFiles(db: Db, most: number): Promise<{ id: string; sha256: string }[]> {
  const rows = await db
    .selectFrom('results.given_number')
    .select(['id', 'sha256'])
    .where('state', '=', 'void')
    .where('sha256', 'is not', null)
    .limit(most)
    .execute();
  return rows.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [{ id, sha256 }]));
}

/** The file of a void number is gone. */
export async function forgetFile(db: Db, id: string): Promise<void> {
  await db
    .updateTable('results.given_number')
    .set({ sha256: null })
    .where('id', '=', id)
    .where('state', '=', 'void')
    .execute();
}
