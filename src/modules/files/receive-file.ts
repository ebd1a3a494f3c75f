// Takes one uploaded file: into the store while it comes, judged by its bytes, kept, and only then known to the database.
import type { Db, Tx } from '../../platform/db.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { fileName } from './file-name.ts';
import { ALL_KINDS, type FileKind } from './kinds.ts';
import type { FileStore } from './ports.ts';
import { type Recognised, recognise } from './recognise.ts';
import { interrupted, notKeptNow, tooBig } from './refusals.ts';
import { insertBlob } from './store.ts';

/** 10 MB. */
export const MAX_BYTES = 10_485_760;

export interface ReceiveInput {
  /** The upload. When it is refused before its end the rest is left unread: the caller ends the request. */
  readonly stream: AsyncIterable<Uint8Array> & { readonly truncated?: boolean };
  /** As the person's machine calls it. */
  readonly name: string;
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
 * Receives a file into the store. Once it resolves with a file, neither a crash of ours nor of the machine loses it.
 * @returns refusals `file-empty`, `-too-big`, `-interrupted`, `-wrong-kind`, `-not-what-it-says`, `-misnamed`, `-locked`,
 *   `-damaged`, `-acts`, `-carries`, `-overpacked`, `-too-many-pixels`, all 422, and `-not-kept-now` (503) when the store does not answer
 * @throws when the database fails
 */
export async function receiveFile(
  db: Db | Tx,
  files: FileStore,
  input: ReceiveInput,
): Promise<Result<ReceivedFile>> {
  const name = fileName(input.name);
  const most = input.maxBytes ?? MAX_BYTES;
  const claim = { name, accept: input.accept ?? ALL_KINDS };
  const upload = new Upload(input.stream, most);
  let found: Result<Recognised> | undefined;
  const put = await files.put(upload, async (arrived) => {
    if (upload.ended !== 'whole') return false;
    found = await recognise(arrived, claim);
    return found.ok;
  });
  if (put.kind === 'tryAgain') return notKeptNow(put.reason, name);
  if (upload.ended === 'cut') return interrupted(name);
  if (upload.ended === 'too-big') return tooBig(name, most);
  if (found && !found.ok) return found;
  if (put.kind !== 'kept' || !found) throw new Error('a file was kept without having been judged');
  const blob = { sha256: put.sha256, size: put.size, mime: found.value.mime };
  await insertBlob(db, blob, input.now);
  return ok({ ...blob, name: found.value.name });
}

/** What somebody sends, up to the limit; a stream that fails is the sender's doing and only ends it. */
class Upload implements AsyncIterable<Uint8Array> {
  ended: 'whole' | 'cut' | 'too-big' = 'cut';
  readonly #stream: ReceiveInput['stream'];
  readonly #most: number;

  constructor(stream: ReceiveInput['stream'], most: number) {
    this.#stream = stream;
    this.#most = most;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, void> {
    const chunks = this.#stream[Symbol.asyncIterator]();
    let size = 0;
    for (;;) {
      const next = await chunks.next().catch(howItEnded);
      if (typeof next === 'string') {
        this.ended = next;
        return;
      }
      if (next.done) {
        this.ended = this.#stream.truncated ? 'too-big' : 'whole';
        return;
      }
      size += next.value.length;
      if (size > this.#most) {
        this.ended = 'too-big';
        await chunks.return?.();
        return;
      }
      yield next.value;
    }
  }
}

/** The form reader cuts off a file beyond its own limit with this code; anything else is a lost connection. */
function howItEnded(error: unknown): 'too-big' | 'cut' {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'FST_REQ_FILE_TOO_LARGE' ? 'too-big' : 'cut';
}
