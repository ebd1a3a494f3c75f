// What the applicant gathers for an answer before sending it: new papers, mended answers. Nothing of it counts until it is sent.
import { newId } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import type { Answers } from '../../rules/forms/index.ts';
import { ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { MOST_FILES, type NewFile } from './drafts.ts';
import { NOT_FOUND } from './refusals.ts';
import { openSupplement } from './store.ts';

async function ownOpen(db: Db, personId: string, dossierId: string) {
  const mine = await db
    .selectFrom('dossiers.dossier')
    .select('id')
    .where('id', '=', dossierId)
    .where((e) => e.or([e('owner_id', '=', personId), e('submitter_id', '=', personId)]))
    .executeTakeFirst();
  return mine && openSupplement(db, dossierId);
}

/** Lays a new paper beside the open supplement of one's own dossier. */
export async function addSupplementFile(
  db: Db,
  personId: string,
  dossierId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  const supplement = await ownOpen(db, personId, dossierId);
  if (!supplement) return refuse(NOT_FOUND);
  const kept = await db
    .selectFrom('dossiers.supplement_file')
    .select(['sha256', 'component'])
    .where('supplement_id', '=', supplement.id)
    .execute();
  if (kept.some((other) => other.sha256 === file.sha256 && other.component === file.component))
    return ok(null);
  if (kept.length >= MOST_FILES)
    return refuse({
      code: 'too-many-files',
      status: 422,
      message: `Mỗi lần bổ sung đính kèm được nhiều nhất ${MOST_FILES} tệp. Hãy gộp các trang vào một tệp PDF.`,
    });
  await db
    .insertInto('dossiers.supplement_file')
    .values({ id: newId(), supplement_id: supplement.id, ...file, added_at: now })
    .execute();
  return ok(null);
}

export async function removeSupplementFile(
  db: Db,
  personId: string,
  dossierId: string,
  fileId: string,
): Promise<void> {
  const supplement = await ownOpen(db, personId, dossierId);
  if (!supplement) return;
  await db
    .deleteFrom('dossiers.supplement_file')
    .where('id', '=', fileId)
    .where('supplement_id', '=', supplement.id)
    .execute();
}

/** Keeps the form as mended so far. */
export async function saveSupplementAnswers(
  db: Db,
  personId: string,
  dossierId: string,
  answers: Answers,
): Promise<Result<null, Refusal>> {
  const supplement = await ownOpen(db, personId, dossierId);
  if (!supplement) return refuse(NOT_FOUND);
  await db
    .updateTable('dossiers.supplement')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', supplement.id)
    .execute();
  return ok(null);
}
