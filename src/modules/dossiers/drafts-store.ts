// The SQL of drafts and the files gathered on them.
import { type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DossiersDraft } from '../../../db/schema.ts';
import { inBatches, writesInBatches } from '../../platform/batch.ts';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { prepared } from '../../platform/prepared.ts';
import type { Answers } from '../../rules/forms/index.ts';
import type { DraftId, PersonId } from '../../rules/kernel/index.ts';
import { answersOf, filesOf } from './columns.ts';
import type { GivenFile } from './dossier.ts';
import type { Draft, DraftChange, NewDraft, NewFile } from './draft.ts';

function select(db: Db | Tx) {
  return db
    .selectFrom('dossiers.draft')
    .selectAll()
    .select((e) =>
      jsonArrayFrom(
        e
          .selectFrom('dossiers.draft_file')
          .select(['id', 'component', 'sha256', 'name', 'mime', 'size'])
          .whereRef('draft_id', '=', 'dossiers.draft.id')
          .orderBy('id'),
      ).as('files'),
    );
}

function draftOf(row: Selectable<DossiersDraft> & { files: unknown }): Draft {
  return {
    id: row.id as DraftId,
    personId: row.person_id as PersonId,
    ownerId: row.owner_id as PersonId,
    procedureId: row.procedure_id,
    formHash: row.form_hash,
    agencyId: row.agency_id,
    answers: answersOf(row.answers),
    submitChannel: row.submit_channel,
    returnChannel: row.return_channel,
    returnAddress: row.return_address,
    step: row.step,
    version: row.version,
    updatedAt: row.updated_at,
    dossierId: row.dossier_id,
    files: filesOf(row.files),
  };
}

const draftsAmong = prepared<{ ids: readonly string[] }, Parameters<typeof draftOf>[0]>((db, { ids }) =>
  select(db).where('id', '=', sql<string>`any(${ids}::uuid[])`),
);
const draftOfId = inBatches<Draft>(async (db, ids) => {
  const rows = await draftsAmong.rows(db, { ids });
  return new Map(rows.map((row) => [row.id, draftOf(row)]));
});

/** @param draftId a UUID */
export async function draftById(db: Db, personId: string, draftId: string): Promise<Draft | undefined> {
  const found = await draftOfId(db, draftId);
  return found?.personId === personId ? found : undefined;
}

/** Locked until the transaction ends. Its files are those of before the wait for the lock. */
export async function lockDraft(tx: Tx, personId: string, draftId: string): Promise<Draft | undefined> {
  const row = await select(tx)
    .where('id', '=', draftId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return row && draftOf(row);
}

/** Unsent ones, latest first. */
export async function unsentDrafts(db: Db, personId: string, limit: number): Promise<Draft[]> {
  const rows = await select(db)
    .where('person_id', '=', personId)
    .where('dossier_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(draftOf);
}

/** The latest unsent draft of a person for a procedure, in the owner's matter. */
export async function openDraftId(
  db: Db,
  { personId, ownerId, procedureId }: { personId: string; ownerId: string; procedureId: string },
): Promise<DraftId | undefined> {
  const row = await db
    .selectFrom('dossiers.draft')
    .select('id')
    .where('person_id', '=', personId)
    .where('owner_id', '=', ownerId)
    .where('procedure_id', '=', procedureId)
    .where('dossier_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .executeTakeFirst();
  return row && (row.id as DraftId);
}

/** @returns undefined when the person has `most` unsent ones already */
export async function addDraft(
  db: Db,
  { step, most }: { readonly step: string; readonly most: number },
  { personId, ownerId = personId, procedureId, formHash, answers, now }: NewDraft,
): Promise<DraftId | undefined> {
  const { rows } = await sql<{ id: DraftId }>`
    insert into dossiers.draft (id, person_id, owner_id, procedure_id, form_hash, answers, step, created_at, updated_at)
    select ${newId()}::uuid, ${personId}::uuid, ${ownerId}::uuid, ${procedureId}::uuid, ${formHash}, ${JSON.stringify(answers)}::jsonb, ${step},
      ${now}::timestamptz, ${now}::timestamptz
    from dossiers.draft where person_id = ${personId} and dossier_id is null having count(*) < ${most}
    returning id`.execute(db);
  return rows[0]?.id;
}

/** What is kept of a step; what it says nothing of stays. */
const UPDATE = sql`agency_id = coalesce(n."agencyId", d.agency_id), answers = coalesce(n.answers, d.answers),
  submit_channel = coalesce(n."submitChannel", d.submit_channel), return_channel = coalesce(n."returnChannel", d.return_channel),
  return_address = coalesce(n."returnAddress", d.return_address), step = coalesce(n.step, d.step), version = d.version + 1, updated_at = n.now`;
const CHANGES = sql`(id uuid, version int, "agencyId" uuid, answers jsonb, "submitChannel" text, "returnChannel" text, "returnAddress" text,
  step text, now timestamptz)`;

/** Under its lock. */
export async function writeDraft(
  tx: Tx,
  draftId: string,
  change: DraftChange,
  now: Temporal.Instant,
): Promise<void> {
  const changes = JSON.stringify([{ ...change, id: draftId, now }]);
  await sql`update dossiers.draft d set ${UPDATE} from json_to_recordset(${changes}::json) n ${CHANGES} where d.id = n.id`.execute(
    tx,
  );
}

interface AsRead {
  readonly id: DraftId;
  readonly version: number;
}

/** What is still as it was read: the first of several that read the same, unsent. */
const STILL = sql`d.id = n.id and d.version = n.version and d.dossier_id is null`;

/** Of each whether it was among the written; the second of the same never is. */
function amongWritten(batch: readonly AsRead[], rows: readonly { id: string }[]): boolean[] {
  const written = new Set(rows.map(({ id }) => id));
  return batch.map(({ id }) => written.delete(id));
}

/** The first of each draft. */
function onceEach<T extends AsRead>(batch: readonly T[]): T[] {
  const seen = new Set<string>();
  return batch.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const writeAsRead = writesInBatches<AsRead & DraftChange & { now: Temporal.Instant }>(async (db, batch) => {
  const { rows } = await sql<{ id: string }>`
    update dossiers.draft d set ${UPDATE} from json_to_recordset(${JSON.stringify(onceEach(batch))}::json) n ${CHANGES}
    where ${STILL} returning d.id`.execute(db);
  return amongWritten(batch, rows);
});

/** False when it has been written, or sent, since it was read. */
export function writeDraftAsRead(
  db: Db,
  { id, version }: Draft,
  change: DraftChange,
  now: Temporal.Instant,
): Promise<boolean> {
  return writeAsRead(db, { ...change, id, version, now });
}

interface Attached extends AsRead, NewFile {
  readonly fileId: string;
  readonly now: Temporal.Instant;
}

const attachAsRead = writesInBatches<Attached>(async (db, batch) => {
  const { rows } = await sql<{ id: string }>`
    with n as materialized (select * from json_to_recordset(${JSON.stringify(onceEach(batch))}::json)
      n (id uuid, version int, "fileId" uuid, component text, sha256 text, size bigint, mime text, name text, now timestamptz)),
    held as (update dossiers.draft d set version = d.version + 1, updated_at = n.now from n where ${STILL} returning d.id)
    insert into dossiers.draft_file (id, draft_id, component, sha256, size, mime, name, added_at)
    select n."fileId", n.id, n.component, n.sha256, n.size, n.mime, n.name, n.now from n join held on held.id = n.id
    returning draft_id as id`.execute(db);
  return amongWritten(batch, rows);
});

/** @returns the draft with the file; undefined when it has been written, or sent, since it was read */
export async function addFileAsRead(
  db: Db,
  draft: Draft,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Draft | undefined> {
  const { id, version } = draft;
  const fileId = newId();
  const { component, sha256, size, mime, name } = file;
  if (!(await attachAsRead(db, { id, version, fileId, component, sha256, size, mime, name, now })))
    return undefined;
  const files = [...draft.files, { id: fileId, ...file }];
  return { ...draft, version: version + 1, updatedAt: now, files };
}

/** The files gathered on a draft, as they stand under its lock. */
export function filesOnDraft(tx: Tx, draftId: string): Promise<GivenFile[]> {
  return tx
    .selectFrom('dossiers.draft_file')
    .select(['id', 'component', 'sha256', 'name', 'mime', 'size'])
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
}

export async function addDraftFile(
  tx: Tx,
  draftId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<GivenFile> {
  const id = newId();
  const row = { id, draft_id: draftId, ...file, added_at: now };
  await tx.insertInto('dossiers.draft_file').values(row).execute();
  return { id, ...file };
}

export async function removeDraftFile(db: Db, draftId: string, fileId: string): Promise<void> {
  await db
    .deleteFrom('dossiers.draft_file')
    .where('id', '=', fileId)
    .where('draft_id', '=', draftId)
    .execute();
}

export async function removeDraft(db: Db, personId: string, draftId: string): Promise<void> {
  await db
    .deleteFrom('dossiers.draft')
    .where('id', '=', draftId)
    .where('person_id', '=', personId)
    .where('dossier_id', 'is', null)
    .execute();
}

/** What sending reads of a draft. */
export interface DraftToSend {
  readonly procedureId: string;
  readonly formHash: string | null;
  readonly agencyId: string | null;
  readonly answers: Answers;
  readonly submitChannel: string | null;
  readonly returnChannel: string | null;
  readonly returnAddress: string;
  readonly dossierId: string | null;
  /** Keys of the components that have a file. */
  readonly components: readonly string[] | null;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerPhone: string;
  readonly senderName: string;
}

const toSend = prepared<
  { draftId: string; personId: string },
  Omit<DraftToSend, 'answers'> & { answers: unknown }
>((tx, { draftId, personId }) =>
  tx
    .selectFrom('dossiers.draft as d')
    .innerJoin('people.person as s', 's.id', 'd.person_id')
    .innerJoin('people.person as o', 'o.id', 'd.owner_id')
    .select((e) => [
      'd.procedure_id as procedureId',
      'd.form_hash as formHash',
      'd.agency_id as agencyId',
      'd.answers',
      'd.submit_channel as submitChannel',
      'd.return_channel as returnChannel',
      'd.return_address as returnAddress',
      'd.dossier_id as dossierId',
      'd.owner_id as ownerId',
      'o.full_name as ownerName',
      'o.phone as ownerPhone',
      's.full_name as senderName',
      e
        .selectFrom('dossiers.draft_file as f')
        .select(sql<string[]>`array_agg(distinct f.component)`.as('components'))
        .whereRef('f.draft_id', '=', 'd.id')
        .as('components'),
    ])
    .where('d.id', '=', draftId)
    .where('d.person_id', '=', personId)
    .forUpdate('d'),
);

/** A draft locked for whoever fills it in, with the names of sender and owner. */
export async function lockToSend(
  tx: Tx,
  personId: string,
  draftId: string,
): Promise<DraftToSend | undefined> {
  const [row] = await toSend.rows(tx, { draftId, personId });
  return row && { ...row, answers: answersOf(row.answers) };
}
