// Takes one uploaded file: to disk while it comes, judged by its bytes, flushed, and only then known to the database.
import type { Db, Tx } from '../../platform/db.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { fileName } from './file-name.ts';
import { ALL_KINDS, type FileKind } from './kinds.ts';
import { recognise } from './recognise.ts';
import { interrupted, tooBig } from './refusals.ts';
import { Tray } from './shelf.ts';
import { insertBlob } from './store.ts';

/** 10 MB. */
export const MAX_BYTES = 10_485_760;

export interface ReceiveInput {
  /** The upload. When it is refused before its end the rest is left unread: the caller ends the request. */
  readonly stream: AsyncIterable<Uint8Array> & { readonly truncated?: boolean };
  /** As the person's machine calls it. */
  readonly name: string;
  /** What the browser says it is; may be empty. */
  readonly declaredMime?: string | undefined;
  /** Bytes at most; 10 MB when absent. */
  readonly maxBytes?: number | undefined;
  /** Kinds allowed here; all when absent. */
  readonly accept?: readonly FileKind[] | undefined;
  readonly now: Temporal.Instant;
}

export interface ReceivedFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  /** Clean, with the extension that fits the content. */
  readonly name: string;
}

/**
 * Receives a file into the folder. Once it resolves with a file, neither a crash of ours nor of the machine loses it.
 * @returns refusals `file.empty`, `.too-big`, `.interrupted`, `.wrong-kind`, `.not-what-it-says`, `.misnamed`, `.locked`,
 *   `.damaged`, all 422 with a sentence that says what to do
 * @throws when the disk or the database fails
 */
export async function receiveFile(
  db: Db | Tx,
  folder: string,
  input: ReceiveInput,
): Promise<Result<ReceivedFile>> {
  const name = fileName(input.name);
  const most = input.maxBytes ?? MAX_BYTES;
  const tray = new Tray(folder);
  try {
    const came = await fill(tray, input.stream, most);
    if (came === 'cut') return interrupted(name);
    if (came === 'too-big') return tooBig(name, most);
    const claim = { name, declaredMime: input.declaredMime ?? '', accept: input.accept ?? ALL_KINDS };
    const found = await recognise(await tray.bytes(), claim);
    if (!found.ok) return found;
    const blob = { sha256: await tray.shelve(), size: tray.size, mime: found.value.mime };
    await insertBlob(db, blob, input.now);
    return ok({ ...blob, name: found.value.name });
  } finally {
    await tray.discard();
  }
}

/** A stream that fails is the sender's doing; a disk that fails is ours and is thrown. */
async function fill(
  tray: Tray,
  stream: ReceiveInput['stream'],
  most: number,
): Promise<'whole' | 'cut' | 'too-big'> {
  const chunks = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch(howItEnded);
    if (typeof next === 'string') return next;
    if (next.done) return stream.truncated ? 'too-big' : 'whole';
    await tray.take(next.value);
    if (tray.size > most) {
      await chunks.return?.();
      return 'too-big';
    }
  }
}

/** The form reader cuts off a file beyond its own limit with this code; anything else is a lost connection. */
function howItEnded(error: unknown): 'too-big' | 'cut' {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'FST_REQ_FILE_TOO_LARGE' ? 'too-big' : 'cut';
}
