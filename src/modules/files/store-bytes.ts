// Keeps a paper that we made ourselves, with the same promises as an upload.
import type { Db, Tx } from '../../platform/db.ts';
import { Tray } from './shelf.ts';
import { type Blob, insertBlob } from './store.ts';

export interface StoreInput {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly now: Temporal.Instant;
}

/** Stores bytes by content; the same bytes twice are stored once. Durable when it resolves. @returns where to find them */
export async function storeBytes(db: Db | Tx, folder: string, input: StoreInput): Promise<Blob> {
  const tray = new Tray(folder);
  try {
    await tray.take(input.bytes);
    const blob = { sha256: await tray.shelve(), size: tray.size, mime: input.mime };
    await insertBlob(db, blob, input.now);
    return blob;
  } finally {
    await tray.discard();
  }
}
