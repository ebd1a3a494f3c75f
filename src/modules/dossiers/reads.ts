// Reads of dossiers: the owner's own, the desk's (which leave a trace), the public look-up by number and secret.
import { CompiledQuery } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inBatches } from '../../platform/batch.ts';
import { sameSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';

function withParts(db: Db) {
  return db
    .selectFrom('dossiers.dossier')
    .selectAll('dossiers.dossier')
    .select((e) => [
      jsonArrayFrom(
        e
          .selectFrom('dossiers.file')
          .select(['id', 'component', 'sha256', 'name', 'mime', 'size', 'supplement_id'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('id'),
      ).as('files'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.paper')
          .select(['id', 'kind', 'issued_at'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('issued_at'),
      ).as('papers'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.hop')
          .select(['seq', 'at', 'act', 'from_name', 'to_name', 'note'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('seq'),
      ).as('hops'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.proposal')
          .select(['id', 'at', 'by_id', 'by_name', 'note', 'result', 'returned_at', 'returned_why'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('at'),
      ).as('proposals'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.supplement')
          .select((f) => [
            'id',
            'seq',
            'from_state',
            'asked_at',
            'reason',
            'answered_at',
            'note',
            'answers',
            'due_before',
            'due_after',
            jsonArrayFrom(
              f
                .selectFrom('dossiers.supplement_item')
                .select(['id', 'seq', 'kind', 'subject', 'name', 'wrong', 'todo'])
                .whereRef('supplement_id', '=', 'dossiers.supplement.id')
                .orderBy('seq'),
            ).as('items'),
            jsonArrayFrom(
              f
                .selectFrom('dossiers.supplement_file')
                .select(['id', 'component', 'sha256', 'name', 'mime', 'size'])
                .whereRef('supplement_id', '=', 'dossiers.supplement.id')
                .orderBy('id'),
            ).as('files'),
          ])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('seq'),
      ).as('supplements'),
    ]);
}

/** A dossier with its papers, hand-overs, proposals and supplements. Moments inside the lists are ISO text. */
export type Dossier = NonNullable<Awaited<ReturnType<typeof getDossier>>>;

/** Any dossier by id; the caller has checked who asks. */
export async function getDossier(db: Db, id: string) {
  return withParts(db).where('id', '=', id).executeTakeFirst();
}

/** One's own dossier; undefined for anybody else's. */
export async function findOwnDossier(db: Db, personId: string, id: string) {
  return withParts(db)
    .where('id', '=', id)
    .where((e) => e.or([e('owner_id', '=', personId), e('submitter_id', '=', personId)]))
    .executeTakeFirst();
}

/** A person's dossiers, latest first; 20 a page, older than `before` when given. */
export async function listOwnDossiers(db: Db, personId: string, before?: Temporal.Instant) {
  let query = db
    .selectFrom('dossiers.dossier')
    .select([
      'id',
      'request_code',
      'number',
      'procedure_id',
      'agency_id',
      'state',
      'money_state',
      'fee',
      'submitted_at',
      'accepted_at',
      'due_current',
      'due_why',
      'finished_at',
      'delivered_at',
      'held_since',
      'return_channel',
    ])
    .where((e) => e.or([e('owner_id', '=', personId), e('submitter_id', '=', personId)]))
    .orderBy('submitted_at', 'desc')
    .limit(20);
  if (before) query = query.where('submitted_at', '<', before);
  return query.execute();
}

/** What anyone sees who has the number (or request code) and the secret of the slip: the state, no names. */
export interface PublicState {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly procedureId: string;
  readonly agencyId: string;
  readonly state: number;
  readonly since: Temporal.Instant;
  readonly due: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

/** The dossier that number (or request code) and secret open; null for a wrong pair. */
export async function lookUp(db: Db, number: string, secret: string): Promise<string | null> {
  const row = await db
    .selectFrom('dossiers.dossier')
    .select(['id', 'secret'])
    .where((e) => e.or([e('number', '=', number), e('request_code', '=', number)]))
    .executeTakeFirst();
  // The comparison is made even for an unknown number, so that time tells nothing.
  return sameSecret(row?.secret ?? '', secret) && row ? row.id : null;
}

const PUBLIC_STATE = `
select id, version, coalesce(number, request_code) as number, procedure_id, agency_id, state, held_since, due_current, finished_at
from dossiers.dossier where id = any($1::uuid[])`;

interface PublicRow {
  id: string;
  version: number;
  number: string;
  procedure_id: string;
  agency_id: string;
  state: number;
  held_since: Temporal.Instant;
  due_current: Temporal.Instant | null;
  finished_at: Temporal.Instant | null;
}

const publicRow = inBatches<PublicRow>(async (db, ids) => {
  const { rows } = await db.executeQuery<PublicRow>(CompiledQuery.raw(PUBLIC_STATE, [ids]));
  return new Map(rows.map((row) => [row.id, row]));
});

/** The public state of a dossier. The caller has checked the secret. */
export async function publicState(db: Db, id: string): Promise<PublicState | null> {
  const row = await publicRow(db, id);
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    procedureId: row.procedure_id,
    agencyId: row.agency_id,
    state: row.state,
    since: row.held_since,
    due: row.due_current,
    finishedAt: row.finished_at,
  };
}

/** What a notice about a dossier needs to say. */
export async function noticeView(db: Db, id: string) {
  const row = await db
    .selectFrom('dossiers.dossier as d')
    .innerJoin('catalogue.procedure as p', 'p.id', 'd.procedure_id')
    .innerJoin('agencies.agency as a', 'a.id', 'd.agency_id')
    .select([
      'd.id',
      'd.number',
      'd.request_code',
      'd.owner_name',
      'd.owner_phone',
      'd.state',
      'd.due_current',
      'd.return_channel',
      'd.money_state',
      'p.name as procedure_name',
      'a.name as agency_name',
    ])
    .where('d.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      number: row.number,
      requestCode: row.request_code,
      ownerName: row.owner_name,
      ownerPhone: row.owner_phone,
      procedureName: row.procedure_name,
      agencyName: row.agency_name,
      state: row.state,
      due: row.due_current,
      returnChannel: row.return_channel,
      moneyState: row.money_state,
    }
  );
}
