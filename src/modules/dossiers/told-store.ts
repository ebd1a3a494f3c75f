// The SQL of what others see of a dossier: whoever holds its slip, and whoever writes its notices.
import { sql } from 'kysely';
import { inBatches } from '../../platform/batch.ts';
import type { Db } from '../../platform/db.ts';
import { type Prepared, prepared } from '../../platform/prepared.ts';
import { languageOf } from './columns.ts';

/** The dossiers of numbers or request codes, each with the secret of its slip. */
export function findByNumbers(db: Db, numbers: readonly string[]): Promise<{ id: string; secret: string }[]> {
  const any = sql<string>`any(${numbers}::text[])`;
  return db
    .selectFrom('dossiers.dossier')
    .select(['id', 'secret'])
    .where((e) => e.or([e('number', '=', any), e('request_code', '=', any)]))
    .execute();
}

/** All that the public state follows from: as long as this is the same, it says the same. */
export interface PublicMark {
  readonly id: string;
  readonly version: number;
  /** After which moment it is late, ms since 1970; null where it is not going to be. */
  readonly lateFrom: number | null;
}

/** What anyone sees who has the number (or request code) and the secret of the slip: the state, no names. */
export interface PublicState extends PublicMark {
  readonly number: string | null;
  readonly requestCode: string;
  readonly procedureId: string;
  readonly agencyId: string;
  readonly state: number;
  readonly submittedAt: Temporal.Instant;
  readonly since: Temporal.Instant;
  readonly due: Temporal.Instant | null;
  /** When its applicant comes (`halfDayText`). */
  readonly appointment: string | null;
  readonly finishedAt: Temporal.Instant | null;
}

const lateFrom = sql<number | null>`case when finished_at <= due_current then null
  else (extract(epoch from due_current) * 1000)::float8 end`.as('lateFrom');
const ofThese = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

const publicMarks = prepared<{ ids: readonly string[] }, PublicMark>((db, { ids }) =>
  db.selectFrom('dossiers.dossier').select(['id', 'version', lateFrom]).where('id', '=', ofThese(ids)),
);

const publicStates = prepared<{ ids: readonly string[] }, PublicState>((db, { ids }) =>
  db
    .selectFrom('dossiers.dossier')
    .select([
      'id',
      'version',
      'number',
      'request_code as requestCode',
      'procedure_id as procedureId',
      'agency_id as agencyId',
      'state',
      'submitted_at as submittedAt',
      'held_since as since',
      'due_current as due',
      'appointment',
      'finished_at as finishedAt',
      lateFrom,
    ])
    .where('id', '=', ofThese(ids)),
);

const byId = <R extends PublicMark>(statement: Prepared<{ ids: readonly string[] }, R>) =>
  inBatches<R>(async (db, ids) => new Map((await statement.rows(db, { ids })).map((row) => [row.id, row])));

/** The public state of a dossier; look-ups of one moment share a query. */
export const findPublicState = byId(publicStates);
/** Whether it is still the same. */
export const findPublicMark = byId(publicMarks);

/** What a notice about a dossier needs to say. */
export type NoticeView = Awaited<ReturnType<typeof findNoticeViews>>[number];

/** What notices about dossiers need to say; of those that are there, in any order. */
export async function findNoticeViews(db: Db, ids: readonly string[], day: Temporal.PlainDate) {
  const body = sql<string>`agencies.body_on(d.agency_id, ${day.toString()}::date)`;
  const rows = await db
    .selectFrom('dossiers.dossier as d')
    .innerJoin('catalogue.procedure as p', 'p.id', 'd.procedure_id')
    .innerJoin('agencies.agency as filed', 'filed.id', 'd.agency_id')
    .innerJoin('agencies.agency as a', (join) => join.on('a.id', '=', body))
    .select([
      'd.id',
      'd.number',
      'd.request_code as requestCode',
      'd.owner_name as ownerName',
      'd.owner_id as ownerId',
      'd.owner_phone as ownerPhone',
      'd.return_address as returnAddress',
      'd.state',
      'd.due_current as due',
      'd.appointment',
      'd.return_channel as returnChannel',
      'd.language',
      'd.money_state as moneyState',
      'p.name as procedureName',
      'a.name as agencyName',
      // Of the body whose place it took; empty when it is the same.
      sql<string>`case when a.id = filed.id then '' else filed.name end`.as('formerAgency'),
    ])
    .where('d.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, language: languageOf(row.language) }));
}
