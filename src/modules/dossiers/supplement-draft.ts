// What the applicant gathers for an answer before sending it: new papers, mended answers. Nothing of it counts until it is sent.
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { Answers } from '../../rules/forms/index.ts';
import { ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { MOST_FILES, type NewFile } from './drafts.ts';
import { NOT_FOUND, SUPPLEMENT_CLOSED } from './refusals.ts';
import { openSupplement } from './store.ts';

/** The open supplement of one's own dossier. The dossier is locked, as the answer that is sent locks it: one waits for the other. */
async function lockOpen(tx: Tx, personId: string, dossierId: string) {
  const mine = await tx
    .selectFrom('dossiers.dossier')
    .select('answers')
    .where('id', '=', dossierId)
    .where((e) => e.or([e('owner_id', '=', personId), e('submitter_id', '=', personId)]))
    .forUpdate()
    .executeTakeFirst();
  if (!mine) return refuse(NOT_FOUND);
  const supplement = await openSupplement(tx, dossierId);
  if (!supplement) return refuse(SUPPLEMENT_CLOSED);
  return ok({ id: supplement.id, answers: (supplement.answers ?? mine.answers) as unknown as Answers });
}

/** Lays a new paper beside the open supplement of one's own dossier. */
export function addSupplementFile(
  db: Db,
  personId: string,
  dossierId: string,
  file: NewFile,
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, personId, dossierId);
    if (!open.ok) return open;
    const { id } = open.value;
    const kept = await tx
      .selectFrom('dossiers.supplement_file')
      .select(['sha256', 'component'])
      .where('supplement_id', '=', id)
      .execute();
    if (kept.some((other) => other.sha256 === file.sha256 && other.component === file.component))
      return ok(null);
    if (kept.length >= MOST_FILES)
      return refuse({
        code: 'too-many-files',
        status: 422,
        message: `Mỗi lần bổ sung đính kèm được nhiều nhất ${MOST_FILES} tệp. Hãy gộp các trang vào một tệp PDF.`,
      });
    await tx
      .insertInto('dossiers.supplement_file')
      .values({ id: newId(), supplement_id: id, ...file, added_at: now })
      .execute();
    return ok(null);
  });
}

export async function removeSupplementFile(
  db: Db,
  personId: string,
  dossierId: string,
  fileId: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, personId, dossierId);
    if (!open.ok) return;
    await tx
      .deleteFrom('dossiers.supplement_file')
      .where('id', '=', fileId)
      .where('supplement_id', '=', open.value.id)
      .execute();
  });
}

/**
 * Keeps the form as mended so far. `change` is given the answers as they stand now (as sent, while nothing is mended),
 * so that two pages mended at one moment are both kept; what it makes is given back.
 */
export function changeSupplementAnswers<T extends { readonly answers: Answers }>(
  db: Db,
  personId: string,
  dossierId: string,
  change: (answers: Answers) => T,
): Promise<Result<T, Refusal>> {
  return db.transaction().execute(async (tx) => {
    const open = await lockOpen(tx, personId, dossierId);
    if (!open.ok) return open;
    const made = change(open.value.answers);
    await tx
      .updateTable('dossiers.supplement')
      .set({ answers: JSON.stringify(made.answers) })
      .where('id', '=', open.value.id)
      .execute();
    return ok(made);
  });
}
