// The SQL of what others see of a dossier: whoever holds its slip, and whoever writes its notices.
import { sql } from 'kysely';
import { inBatches } from '../../platform/batch.ts';
import type { Db } from '../../platform/db.ts';
import { prepared } from '../../platform/prepared.ts';
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

/** What anyone sees who has the number (or request code) and the secret of the slip: the state, no names. */
export interface PublicState {
  readonly id: string;
  readonly version: number;
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
    ])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`),
);

/** The public state of a dossier; look-ups of one moment share a query. */
export const findPublicState = inBatches<PublicState>(async (db, ids) => {
  const rows = await publicStates.rows(db, { ids });
  return new Map(rows.map((row) => [row.id, row]));
});

/** What a notice about a dossier needs to say. */
export type NoticeView = NonNullable<Awaited<ReturnType<typeof findNoticeView>>>;

/** What a notice about a dossier needs to say. */
export async function findNoticeView(db: Db, id: string, day: Temporal.PlainDate) {
  const body = sql<string>`agencies.body_on(d.agency_id, ${day.toString()}::date)`;
  const row = await db
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
    .where('d.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, language: languageOf(row.language) };
}
