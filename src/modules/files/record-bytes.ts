// A paper of ours gets its row only in the transaction that refers to it; one that came no further is thrown away.
import type { Db, Tx } from '../../platform/db.ts';
import type { FileStore } from './ports.ts';
import { type Blob, hasBlob, insertBlob } from './store.ts';

/** Writes the row of a file that the store keeps, beside whatever refers to it. */
export function recordBytes(tx: Tx, blob: Blob, now: Temporal.Instant): Promise<void> {
  return insertBlob(tx, blob, now);
}

/**
 * Deletes bytes that never got a row. Harmless when they were never kept.
 * @param sha256 of bytes that only we could have made: nobody else is about to hand in the same ones
 * @returns false when the store does not answer now: ask again later
 */
export async function discardBytes(db: Db, files: FileStore, sha256: string): Promise<boolean> {
  if (await hasBlob(db, sha256)) return true;
  return (await files.delete(sha256)).kind === 'gone';
}
