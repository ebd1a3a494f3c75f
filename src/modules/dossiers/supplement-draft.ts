// What the applicant gathers for an answer before sending it: new papers, mended answers. Nothing of it counts until it is sent.
import type { Db, Tx } from '../../platform/db.ts';
import type { Answers } from '../../rules/forms/index.ts';
import { ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { mayActFor } from '../../rules/lifecycle/index.ts';
import type { NewFile } from './draft.ts';
import { citizenWho } from './judged.ts';
import { MOST_BYTES, MOST_FILES } from './quotas.ts';
import type { Asking } from './reads.ts';
import { NOT_FOUND, SUPPLEMENT_CLOSED } from './refusals.ts';
import { addGathered, lockParties, openSupplement, removeGathered, writeMended } from './supplement-store.ts';

/** The open supplement of a dossier this person may answer for. The dossier is locked, as the answer that is sent locks it: one waits for the other. */
async function lockOpen(tx: Tx, { personId, on }: Asking, dossierId: string) {
  const dossier = await lockParties(tx, dossierId);
  if (!dossier) return refuse(NOT_FOUND);
  const who = await citizenWho(tx, personId, dossier, on);
  if (!mayActFor(who, dossier.ownerId, dossier, 'answerSupplement', on)) return refuse(NOT_FOUND);
  const supplement = await openSupplement(tx, dossierId);
  if (!supplement) return refuse(SUPPLEMENT_CLOSED);
  return ok({ ...supplement, answers: supplement.answers ?? dossier.answers });
}

/** Lays a new paper beside the open supplement of one's own dossier. */
export function addSupplementFile(
  db: Db,
  asking: Asking,
  dossierId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, asking, dossierId);
    if (!open.ok) return open;
    const { id, files: kept } = open.value;
    if (kept.some((other) => other.sha256 === file.sha256 && other.component === file.component))
      return ok(null);
    if (kept.length >= MOST_FILES)
      return refuse({ code: 'supplement-files', status: 422, params: { most: MOST_FILES } });
    if (kept.reduce((sum, other) => sum + other.size, file.size) > MOST_BYTES)
      return refuse({ code: 'draft-bytes', status: 422, params: { most: MOST_BYTES / 1_048_576 } });
    await addGathered(tx, id, file, now);
    return ok(null);
  });
}

export async function removeSupplementFile(
  db: Db,
  asking: Asking,
  dossierId: string,
  fileId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, asking, dossierId);
    if (!open.ok) return;
    await removeGathered(tx, open.value.id, fileId);
  });
}

/**
 * Keeps the form as mended so far. `change` is given the answers as they stand now (as sent, while nothing is mended),
 * so that two pages mended at one moment are both kept; what it makes is given back.
 */
export function changeSupplementAnswers<T extends { readonly answers: Answers }>(
  db: Db,
  asking: Asking,
  dossierId: string,
  change: (answers: Answers) => T,
): Promise<Result<T, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, asking, dossierId);
    if (!open.ok) return open;
    const made = change(open.value.answers);
    await writeMended(tx, open.value.id, made.answers);
    return ok(made);
  });
}
