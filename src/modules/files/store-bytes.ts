// Keeps a paper that we made ourselves, with the same promises as an upload.
import type { Db, Tx } from '../../platform/db.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import type { FileStore } from './ports.ts';
import { notKeptNow } from './refusals.ts';
import { type Blob, insertBlob } from './store.ts';

export interface StoreInput {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly now: Temporal.Instant;
}

/**
 * Stores bytes by content; the same bytes twice are stored once. Durable when it resolves.
 * @returns where to find them; refusal `store-busy` (503) when the store does not answer
 */
export async function storeBytes(db: Db | Tx, files: FileStore, input: StoreInput): Promise<Result<Blob>> {
  const put = await files.put([input.bytes]);
  if (put.kind !== 'kept') return notKeptNow(put.kind === 'tryAgain' ? put.reason : put.kind);
  const blob = { sha256: put.sha256, size: put.size, mime: input.mime };
  await insertBlob(db, blob, input.now);
  return ok(blob);
}
