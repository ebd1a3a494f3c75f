// Takes one uploaded file: into the store while it comes, judged by its bytes, kept, and only then known to the database.
import type { Db } from '../../platform/db.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { fileName, splitName } from './file-name.ts';
import { ALL_KINDS, type FileKind, KINDS, kindOfExtension } from './kinds.ts';
import { lookAtPicture } from './look-at-picture.ts';
import type { Arrived, FileStore, PutEnd, TryAgain } from './ports.ts';
import { isPressed, pressPicture } from './press-picture.ts';
import { type Recognised, recognise } from './recognise.ts';
import { damaged, interrupted, noPicture, noRoom, notKeptNow, tooBig } from './refusals.ts';
import { insertBlobLightly } from './store.ts';

/** 10 MB: what is kept as it came. */
export const MAX_BYTES = 10_485_760;
/** 30 MB: a photo, which is made smaller when it is large. */
export const MAX_PICTURE_BYTES = 31_457_280;

export interface ReceiveInput {
  /** The upload. When it is refused before its end the rest is left unread: the caller ends the request. */
  readonly stream: AsyncIterable<Uint8Array> & { readonly truncated?: boolean };
  /** As the person's machine calls it. */
  readonly name: string;
  /** Bytes at most; 10 MB, a photo 30 MB, when absent. */
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

/** @returns refusal `file-no-room` (503) while people may hand in no files */
export async function roomForFile(files: FileStore): Promise<Result<null>> {
  return (await files.hasRoom()) ? ok(null) : noRoom('less room than is kept back');
}

/**
 * Receives a file into the store: as it came, but for HEIC, large photos and pictures that are something else besides, which are kept as a JPEG
 * made of them, and for what stands behind the end of a picture. Once it resolves
 * with a file, its bytes are on the disk, and its row is as soon as anything that is committed after it (what refers to it, above all).
 * @returns refusals `file-empty`, `-too-big`, `-interrupted`, `-wrong-kind`, `-not-what-it-says`, `-misnamed`, `-locked`,
 *   `-damaged`, `-no-picture`, `-pageless`, `-two-kinds`, `-acts`, `-carries`, `-overpacked`, `-too-many-pixels`, all 422, and (503) `-not-kept-now` when the store does not answer, `-no-room` while it takes no uploads
 * @throws when the database fails
 */
export async function receiveFile(
  db: Db,
  files: FileStore,
  input: ReceiveInput,
): Promise<Result<ReceivedFile>> {
  const room = await roomForFile(files);
  if (!room.ok) return room;
  const name = fileName(input.name);
  const mostOf = (kind: FileKind | undefined) =>
    input.maxBytes ?? (kind === 'pdf' ? MAX_BYTES : MAX_PICTURE_BYTES);
  const most = mostOf(kindOfExtension(splitName(name)[1]));
  const upload = new Upload(input.stream, most);
  let found: Result<Made> | undefined;
  const put = await files.put(upload, async (arrived) => {
    if (upload.ended !== 'whole') return false;
    const known = await recognise(arrived, { name, accept: input.accept ?? ALL_KINDS, mostOf });
    found = known.ok ? await made(arrived, known.value) : known;
    return found.ok && !found.value.pressed;
  });
  if (put.kind === 'tryAgain') return notKept(put, name);
  if (upload.ended === 'cut') return interrupted(name);
  if (upload.ended === 'too-big') return tooBig(name, most);
  if (!found) throw new Error('a file came without having been judged');
  if (!found.ok) return found;
  const { pressed, mime, name: fitting } = found.value;
  const kept: PutEnd = pressed ? await files.put([pressed]) : put;
  if (kept.kind === 'tryAgain') return notKept(kept, name);
  if (kept.kind !== 'kept') throw new Error('a file that was judged fit was not kept');
  const blob = { sha256: kept.sha256, size: kept.size, mime };
  await insertBlobLightly(db, blob, input.now);
  return ok({ ...blob, name: fitting });
}

const notKept = ({ full, reason }: TryAgain, name: string) =>
  full ? noRoom(reason) : notKeptNow(reason, name);

/** What is kept of a file. */
interface Made {
  readonly mime: string;
  readonly name: string;
  /** Its bytes, where they are not those that came. */
  readonly pressed?: Uint8Array;
}

async function made(arrived: Arrived, recognised: Recognised): Promise<Result<Made>> {
  const { kind, mime, name } = recognised;
  if (kind === 'pdf') return ok({ mime, name });
  const large = isPressed(kind, arrived.size);
  const plain = large ? undefined : await asItCame(arrived, recognised);
  if (plain) return plain;
  const end = await pressPicture(kind, await arrived.read(0, arrived.size));
  if (end.kind === 'gaveUp') return damaged(name, end.reason);
  // Pressed already by whoever took it: a second time it only loses.
  const better = large && end.value.length >= arrived.size ? await asItCame(arrived, recognised) : undefined;
  if (better) return better;
  const [stem, extension] = splitName(name);
  const fitting = kindOfExtension(extension) === 'jpg' ? name : `${stem}.${KINDS.jpg.extensions[0]}`;
  return ok({ mime: KINDS.jpg.mime, name: fitting, pressed: end.value });
}

/** A picture as it came, up to its end; undefined when only one made of it may be kept. */
async function asItCame(
  arrived: Arrived,
  { kind, mime, name }: Recognised,
): Promise<Result<Made> | undefined> {
  if (kind !== 'jpg' && kind !== 'png') return undefined;
  const seen = await lookAtPicture(kind, arrived);
  if (seen.kind === 'unreadable') return noPicture(name, seen.what);
  if (seen.kind === 'two') return undefined;
  return ok({ mime, name, ...(seen.shorter && { pressed: seen.shorter }) });
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
