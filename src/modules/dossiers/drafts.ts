// A draft is kept on the server step by step, so that it can be taken up again on another device. Drafts leave no facts: nothing legal has happened.
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { withoutWaiting } from '../../platform/pipelined-driver.ts';
import type { Answers } from '../../rules/forms/index.ts';
import {
  type DraftId,
  ok,
  type PersonId,
  type Refusal,
  type Result,
  refuse,
} from '../../rules/kernel/index.ts';
import { DRAFT_NOT_FOUND, DRAFT_SENT } from './refusals.ts';

export interface DraftFile {
  readonly id: string;
  readonly component: string;
  readonly sha256: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

export interface Draft {
  readonly id: DraftId;
  readonly personId: PersonId;
  readonly procedureId: string;
  readonly formHash: string | null;
  readonly agencyId: string | null;
  readonly answers: Answers;
  readonly submitChannel: string | null;
  readonly returnChannel: string | null;
  readonly returnAddress: string;
  /** Where the person left off. */
  readonly step: string;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
  /** Set once it has been sent. */
  readonly dossierId: string | null;
  readonly files: readonly DraftFile[];
}

const fileColumns = ['id', 'component', 'sha256', 'name', 'mime', 'size'] as const;

function select(db: Db) {
  return db
    .selectFrom('dossiers.draft')
    .select((e) => [
      'id',
      'person_id',
      'procedure_id',
      'form_hash',
      'agency_id',
      'answers',
      'submit_channel',
      'return_channel',
      'return_address',
      'step',
      'version',
      'updated_at',
      'dossier_id',
      jsonArrayFrom(
        e
          .selectFrom('dossiers.draft_file')
          .select(fileColumns)
          .whereRef('draft_id', '=', 'dossiers.draft.id')
          .orderBy('id'),
      ).as('files'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function draftOf(row: Row): Draft {
  return {
    id: row.id as DraftId,
    personId: row.person_id as PersonId,
    procedureId: row.procedure_id,
    formHash: row.form_hash,
    agencyId: row.agency_id,
    answers: row.answers as unknown as Answers,
    submitChannel: row.submit_channel,
    returnChannel: row.return_channel,
    returnAddress: row.return_address,
    step: row.step,
    version: row.version,
    updatedAt: row.updated_at,
    dossierId: row.dossier_id,
    files: row.files,
  };
}

/** A person's own draft, sent or not; undefined for anybody else's. */
export async function findDraft(db: Db, personId: string, draftId: string): Promise<Draft | undefined> {
  const row = await select(db).where('id', '=', draftId).where('person_id', '=', personId).executeTakeFirst();
  return row && draftOf(row);
}

/** The drafts a person has not sent, latest first. */
export async function listDrafts(db: Db, personId: string): Promise<Draft[]> {
  const rows = await select(db)
    .where('person_id', '=', personId)
    .where('dossier_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(draftOf);
}

export interface NewDraft {
  personId: string;
  procedureId: string;
  formHash: string | null;
  answers: Answers;
  now: Temporal.Instant;
  /** Start another one although one is open. */
  another?: boolean;
}

/** One open draft per procedure, unless the person asks for another. @returns the draft's id */
export async function startDraft(db: Db, input: NewDraft): Promise<DraftId> {
  if (!input.another) {
    const open = await db
      .selectFrom('dossiers.draft')
      .select('id')
      .where('person_id', '=', input.personId)
      .where('procedure_id', '=', input.procedureId)
      .where('dossier_id', 'is', null)
      .orderBy('updated_at', 'desc')
      .executeTakeFirst();
    if (open) return open.id as DraftId;
  }
  const id = newId<DraftId>();
  await db
    .insertInto('dossiers.draft')
    .values({
      id,
      person_id: input.personId,
      procedure_id: input.procedureId,
      form_hash: input.formHash,
      answers: JSON.stringify(input.answers),
      step: 'noi-nop',
      created_at: input.now,
      updated_at: input.now,
    })
    .execute();
  return id;
}

export interface DraftChange {
  agencyId?: string;
  answers?: Answers;
  submitChannel?: string;
  returnChannel?: string;
  returnAddress?: string;
  step?: string;
}

/** Keeps what a step said; answers go through `changeDraft`. Refused once the draft has been sent, or for another's draft. */
export function saveDraft(
  db: Db,
  personId: string,
  draftId: string,
  change: Omit<DraftChange, 'answers'>,
  now: Temporal.Instant,
): Promise<Result<Omit<DraftChange, 'answers'>, Refusal>> {
  return changeDraft(db, personId, draftId, () => change, now);
}

/**
 * Changes a draft as it stands now: two pages posted at one moment are both kept, of one page the last.
 * `change` may be anything that follows from the draft alone; what it makes is given back. Refused as in `saveDraft`.
 */
export function changeDraft<T extends DraftChange>(
  db: Db,
  personId: string,
  draftId: string,
  change: (draft: Draft) => T,
  now: Temporal.Instant,
): Promise<Result<T, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const draft = await lockUnsent(tx, personId, draftId);
    if (!draft.ok) return draft;
    const made = change(draft.value);
    await write(tx, draftId, made, now);
    return ok(made);
  });
}

/** One's own unsent draft, locked until the transaction ends. Its files are those of before the wait for the lock. */
async function lockUnsent(tx: Tx, personId: string, draftId: string): Promise<Result<Draft, Refusal>> {
  const row = await select(tx)
    .where('id', '=', draftId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse(DRAFT_NOT_FOUND);
  return row.dossier_id ? refuse(DRAFT_SENT) : ok(draftOf(row));
}

async function write(tx: Tx, draftId: string, change: DraftChange, now: Temporal.Instant): Promise<void> {
  const update = tx
    .updateTable('dossiers.draft')
    .set((e) => ({
      ...(change.agencyId !== undefined && { agency_id: change.agencyId }),
      ...(change.answers !== undefined && { answers: JSON.stringify(change.answers) }),
      ...(change.submitChannel !== undefined && { submit_channel: change.submitChannel }),
      ...(change.returnChannel !== undefined && { return_channel: change.returnChannel }),
      ...(change.returnAddress !== undefined && { return_address: change.returnAddress }),
      ...(change.step !== undefined && { step: change.step }),
      version: e('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', draftId);
  await tx.executeQuery(withoutWaiting(update.compile()));
}

export interface NewFile {
  component: string;
  sha256: string;
  name: string;
  mime: string;
  size: number;
}

/** Files one may attach to one dossier. */
export const MOST_FILES = 40;

/** Ties a received file to a component of the draft. Sending waits for it, or it is told that the draft has been sent. */
export function attachFile(
  db: Db,
  personId: string,
  draftId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const draft = await lockUnsent(tx, personId, draftId);
    if (!draft.ok) return draft;
    const kept = await tx
      .selectFrom('dossiers.draft_file')
      .select(['sha256', 'component'])
      .where('draft_id', '=', draftId)
      .execute();
    if (kept.some((other) => other.sha256 === file.sha256 && other.component === file.component))
      return ok(null);
    if (kept.length >= MOST_FILES)
      return refuse({
        code: 'too-many-files',
        status: 422,
        message: `Mỗi hồ sơ đính kèm được nhiều nhất ${MOST_FILES} tệp. Hãy gộp các trang vào một tệp PDF hoặc bỏ bớt tệp.`,
      });
    await tx
      .insertInto('dossiers.draft_file')
      .values({ id: newId(), draft_id: draftId, ...file, added_at: now })
      .execute();
    await write(tx, draftId, {}, now);
    return ok(null);
  });
}

/** Takes a file off an unsent draft. */
export async function detachFile(db: Db, personId: string, draftId: string, fileId: string): Promise<void> {
  const draft = await findDraft(db, personId, draftId);
  if (!draft || draft.dossierId) return;
  await db
    .deleteFrom('dossiers.draft_file')
    .where('id', '=', fileId)
    .where('draft_id', '=', draftId)
    .execute();
}

/** Throws an unsent draft away, at the person's wish. */
export async function deleteDraft(db: Db, personId: string, draftId: string): Promise<void> {
  await db
    .deleteFrom('dossiers.draft')
    .where('id', '=', draftId)
    .where('person_id', '=', personId)
    .where('dossier_id', 'is', null)
    .execute();
}
