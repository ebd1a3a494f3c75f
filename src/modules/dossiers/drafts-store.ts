// The SQL of drafts and the files gathered on them.
import { type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DossiersDraft } from '../../../db/schema.ts';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { prepared } from '../../platform/prepared.ts';
import type { Answers } from '../../rules/forms/index.ts';
import type { DraftId, PersonId } from '../../rules/kernel/index.ts';
import { answersOf, filesOf } from './columns.ts';
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

const ownDraft = prepared<{ personId: string; draftId: string }, Parameters<typeof draftOf>[0]>(
  (db, { personId, draftId }) => select(db).where('id', '=', draftId).where('person_id', '=', personId),
);

export async function draftById(db: Db, personId: string, draftId: string): Promise<Draft | undefined> {
  const [row] = await ownDraft.rows(db, { personId, draftId });
  return row && draftOf(row);
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

export async function countUnsent(db: Db, personId: string): Promise<number> {
  const row = await db
    .selectFrom('dossiers.draft')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('dossier_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
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

export async function addDraft(db: Db, step: string, draft: NewDraft): Promise<DraftId> {
  const id = newId<DraftId>();
  await db
    .insertInto('dossiers.draft')
    .values({
      id,
      person_id: draft.personId,
      owner_id: draft.ownerId ?? draft.personId,
      procedure_id: draft.procedureId,
      form_hash: draft.formHash,
      answers: JSON.stringify(draft.answers),
      step,
      created_at: draft.now,
      updated_at: draft.now,
    })
    .execute();
  return id;
}

/** What is kept of a step; what it says nothing of stays. */
function kept(change: DraftChange, now: Temporal.Instant) {
  return {
    agencyId: change.agencyId ?? null,
    answers: change.answers === undefined ? null : JSON.stringify(change.answers),
    submitChannel: change.submitChannel ?? null,
    returnChannel: change.returnChannel ?? null,
    returnAddress: change.returnAddress ?? null,
    step: change.step ?? null,
    now,
  };
}

interface Written extends ReturnType<typeof kept> {
  readonly draftId: string;
}

const update = (db: Db | Tx, p: Written) =>
  db
    .updateTable('dossiers.draft')
    .set((e) => ({
      agency_id: sql<string>`coalesce(${p.agencyId}::uuid, agency_id)`,
      answers: sql<string>`coalesce(${p.answers}::jsonb, answers)`,
      submit_channel: sql<string>`coalesce(${p.submitChannel}, submit_channel)`,
      return_channel: sql<string>`coalesce(${p.returnChannel}, return_channel)`,
      return_address: sql<string>`coalesce(${p.returnAddress}, return_address)`,
      step: sql<string>`coalesce(${p.step}, step)`,
      version: e('version', '+', 1),
      updated_at: p.now,
    }))
    .where('id', '=', p.draftId);

const write = prepared<Written>(update);
const writeAt = prepared<Written & { version: number }, { id: string }>((db, p) =>
  update(db, p).where('version', '=', p.version).where('dossier_id', 'is', null).returning('id'),
);

/** Under its lock. */
export async function writeDraft(
  tx: Tx,
  draftId: string,
  change: DraftChange,
  now: Temporal.Instant,
): Promise<void> {
  await write.send(tx, { ...kept(change, now), draftId });
}

/** In one statement. False when it has been written, or sent, since it was read. */
export async function writeDraftAsRead(
  db: Db,
  { id, version }: Draft,
  change: DraftChange,
  now: Temporal.Instant,
): Promise<boolean> {
  const written = await writeAt.rows(db, { ...kept(change, now), draftId: id, version });
  return written.length > 0;
}

/** The files gathered on a draft, as they stand under its lock. */
export function filesOnDraft(
  tx: Tx,
  draftId: string,
): Promise<{ sha256: string; component: string; size: number }[]> {
  return tx
    .selectFrom('dossiers.draft_file')
    .select(['sha256', 'component', 'size'])
    .where('draft_id', '=', draftId)
    .execute();
}

export async function addDraftFile(
  tx: Tx,
  draftId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<void> {
  const row = { id: newId(), draft_id: draftId, ...file, added_at: now };
  await tx.insertInto('dossiers.draft_file').values(row).execute();
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
