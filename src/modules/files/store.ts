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
