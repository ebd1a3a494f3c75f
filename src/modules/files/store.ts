// All SQL of the files module.
import type { Db, Tx } from '../../platform/db.ts';

export interface Blob {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
}

/** Known content is left as it is. */
export async function insertBlob(db: Db | Tx, blob: Blob, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('files.blob')
    .values({ ...blob, added_at: now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Whether a file has its row: something refers to it, or is about to. */
export async function hasBlob(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('files.blob')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** Known names after one, in order, at most `limit`. */
export async function namesAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('files.blob')
    .select('sha256')
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map((row) => row.sha256);
}

/** Which of these names are known. */
export async function knownAmong(db: Db, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('files.blob').select('sha256').where('sha256', 'in', names).execute();
  return new Set(rows.map((row) => row.sha256));
}
