// A draft is kept on the server step by step, so that it can be taken up again on another device. Drafts leave no facts: nothing legal has happened.
import type { Db, Tx } from '../../platform/db.ts';
import { type DraftId, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import type { Draft, DraftChange, NewDraft, NewFile } from './draft.ts';
import {
  addDraft,
  addDraftFile,
  addFileAsRead,
  draftById,
  filesOnDraft,
  lockDraft,
  openDraftId,
  removeDraft,
  removeDraftFile,
  unsentDrafts,
  writeDraft,
  writeDraftAsRead,
} from './drafts-store.ts';
import { giveDraftBack, MOST_BYTES, MOST_DRAFTS, MOST_FILES, takeDraft } from './quotas.ts';
import { DRAFT_NOT_FOUND, DRAFT_SENT } from './refusals.ts';

/** A person's own draft, sent or not; undefined for anybody else's. */
export function findDraft(db: Db, personId: string, draftId: string): Promise<Draft | undefined> {
  return draftById(db, personId, draftId);
}

const MOST_LISTED = 50;

/** The drafts a person has not sent, latest first. */
export function listDrafts(db: Db, personId: string): Promise<Draft[]> {
  return unsentDrafts(db, personId, MOST_LISTED);
}

/** Where a new draft begins. */
export const FIRST_STEP = 'noi-nop';

/**
 * One open draft per procedure, unless the person asks for another.
 * @returns the draft's id; refusals `drafts-open`, `quota-drafts` (429) to whoever has or begins too many
 */
export async function startDraft(db: Db, input: NewDraft): Promise<Result<DraftId>> {
  const open = input.another
    ? undefined
    : await openDraftId(db, { ...input, ownerId: input.ownerId ?? input.personId });
  if (open) return ok(open);
  const counted = await takeDraft(db, input.personId, input.now);
  if (!counted.ok) return counted;
  const begun = await addDraft(db, { step: FIRST_STEP, most: MOST_DRAFTS }, input);
  if (begun) return ok(begun);
  await giveDraftBack(db, input.personId);
  return refuse({ code: 'drafts-open', status: 429, params: { most: MOST_DRAFTS } });
}

/** Keeps what a step said; answers go through `changeDraft`. */
export function saveDraft(
  db: Db,
  draft: Draft,
  change: Omit<DraftChange, 'answers'>,
  now: Temporal.Instant,
): Promise<Result<Omit<DraftChange, 'answers'>, Refusal>> {
  return changeDraft(db, draft, () => change, now);
}

/**
 * Changes a draft as it stands now: two pages posted at one moment are both kept, of one page the last.
 * @param draft as the page has read it; when it has been written since, it is read again under its lock
 * @param change may be anything that follows from the draft alone, and is made anew then; what it makes is given back
 * @returns refusals `draft-not-found`, `draft-sent`
 */
export async function changeDraft<T extends DraftChange>(
  db: Db,
  draft: Draft,
  change: (draft: Draft) => T,
  now: Temporal.Instant,
): Promise<Result<T, Refusal>> {
  const first = change(draft);
  if (await writeDraftAsRead(db, draft, first, now)) return ok(first);
  return db.transaction().execute(async (tx) => {
    const fresh = await lockUnsent(tx, draft.personId, draft.id);
    if (!fresh.ok) return fresh;
    const made = change(fresh.value);
    await writeDraft(tx, draft.id, made, now);
    return ok(made);
  });
}

async function lockUnsent(tx: Tx, personId: string, draftId: string): Promise<Result<Draft, Refusal>> {
  const draft = await lockDraft(tx, personId, draftId);
  if (!draft) return refuse(DRAFT_NOT_FOUND);
  return draft.dossierId ? refuse(DRAFT_SENT) : ok(draft);
}

/**
 * Ties a received file to a component of the draft. Sending waits for it, or it is told that the draft has been sent.
 * @param draft as it was read; when it has been written since, it is looked at again under its lock
 * @returns the draft as it is now; refusals `draft-not-found`, `draft-sent`, `draft-files`, `draft-bytes`
 */
export async function attachFile(
  db: Db,
  draft: Draft,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Result<Draft, Refusal>> {
  // What speaks against it may be over by now: only the lock tells.
  if (!has(draft.files, file) && !tooMuch(draft.files, file)) {
    const attached = await addFileAsRead(db, draft, file, now);
    if (attached) return ok(attached);
  }
  return db.transaction().execute(async (tx) => {
    const fresh = await lockUnsent(tx, draft.personId, draft.id);
    if (!fresh.ok) return fresh;
    // Those of the locked row are of before the wait for its lock.
    const files = await filesOnDraft(tx, draft.id);
    if (has(files, file)) return ok({ ...fresh.value, files });
    const refusal = tooMuch(files, file);
    if (refusal) return refuse(refusal);
    const added = await addDraftFile(tx, draft.id, file, now);
    await writeDraft(tx, draft.id, {}, now);
    return ok({ ...fresh.value, version: fresh.value.version + 1, files: [...files, added] });
  });
}

function has(files: readonly NewFile[], { sha256, component }: NewFile): boolean {
  return files.some((other) => other.sha256 === sha256 && other.component === component);
}

function tooMuch(files: readonly NewFile[], file: NewFile): Refusal | undefined {
  if (files.length >= MOST_FILES) return { code: 'draft-files', status: 422, params: { most: MOST_FILES } };
  if (files.reduce((sum, { size }) => sum + size, file.size) > MOST_BYTES)
    return { code: 'draft-bytes', status: 422, params: { most: MOST_BYTES / 1_048_576 } };
}

/** Takes a file off an unsent draft. */
export async function detachFile(db: Db, personId: string, draftId: string, fileId: string): Promise<void> {
  const draft = await findDraft(db, personId, draftId);
  if (!draft || draft.dossierId) return;
  await removeDraftFile(db, draftId, fileId);
}

/** Throws an unsent draft away, at the person's wish. */
export async function deleteDraft(db: Db, personId: string, draftId: string): Promise<void> {
  await removeDraft(db, personId, draftId);
}
