// Files that people hand in: told before what is taken, streamed to disk, each refused one named with what to do instead.
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { takeUpload, uploadEnded } from '../../modules/dossiers/index.ts';
import {
  ALL_KINDS,
  type FileKind,
  fileSize,
  kindNames,
  MAX_BYTES,
  MAX_PICTURE_BYTES,
  type ReceivedFile,
  receiveFile,
  roomForFile,
} from '../../modules/files/index.ts';
import { type Language, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { Button, CsrfField, type ErrorLine, FileUpload, SummaryList, useLang, Vi } from '../../ui/index.ts';
import type { PortalDeps } from './deps.ts';
import { type PortalRefusal, sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

/** Id of the file control, for error links. */
export const FILES_ID = 'tep';
const FILES_A_POST = 20;
/** Beyond these a post is no longer read, not even for the names of what is refused. */
const FILES_READ = 100;
/** Bytes of refused files in one post; beyond these it is not read to its end. */
const BYTES_IN_VAIN = MAX_PICTURE_BYTES;
const CHOSEN: Record<FileKind, string> = {
  pdf: '.pdf,application/pdf',
  jpg: '.jpg,.jpeg,image/jpeg',
  png: '.png,image/png',
  heic: '.heic,.heif,image/heic,image/heif',
};

/** The kinds a form names for a paper; all when it names none. */
export function kindsOf(accept: readonly string[] = []): readonly FileKind[] {
  const kinds = ALL_KINDS.filter((kind) => accept.includes(kind));
  return kinds.length > 0 ? kinds : ALL_KINDS;
}

/** Lets the routes of a scope read multipart posts. */
export async function acceptUploads(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, {
    // A file beyond the limit is cut off and refused by name instead of ending the request.
    throwFileSizeLimit: false,
    limits: { fileSize: MAX_PICTURE_BYTES, files: FILES_READ, fields: 5 },
  });
}

/**
 * Receives every file of a post and keeps each; files that are refused do not stop the others, until one is too large, the day's measure
 * is spent, or too much came in vain. Every refusal names its files, and what is said of several is said once.
 * @returns how many were kept, and the sentences for the rest
 */
export async function receiveUploads(
  req: FastifyRequest,
  deps: Pick<PortalDeps, 'db' | 'files'>,
  accept: readonly FileKind[],
  keep: (file: ReceivedFile) => Promise<Result<unknown>>,
): Promise<{ taken: number; refused: string[] }> {
  const refused: Refused[] = [];
  const inVain: MultipartFile[] = [];
  let read = 0;
  try {
    for await (const part of req.files()) {
      if (inVain.reduce((bytes, { file }) => bytes + file.bytesRead, 0) > BYTES_IN_VAIN) {
        refused.push(REST);
        break;
      }
      if (part.filename) read += 1;
      const isOne = part.filename !== '' && read <= FILES_A_POST;
      if (!isOne) part.file.resume();
      if (!part.filename) continue;
      const one = isOne ? await receiveOne(req, deps, { part, accept }, keep) : refuse(TOO_MANY);
      if (one.ok) continue;
      refused.push({ file: part.filename, refusal: one.refusal });
      inVain.push(part);
      if (!ENDS_THE_POST.includes(one.refusal.code)) continue;
      refused.push(REST);
      break;
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_FILES_LIMIT')
      refused.push({ file: '', refusal: TOO_MANY });
    // Not multipart after all, or cut on the way: the sender's doing, told as such.
    else if (/multipart|boundary|unexpected end|malformed part/iu.test(String(error)))
      refused.push({ file: '', refusal: UNREADABLE });
    else throw error;
  }
  return { taken: read - inVain.length, refused: sentencesOf(req.lang, refused) };
}

/** After these nothing more of a post is read. */
const ENDS_THE_POST: readonly string[] = ['file-too-big', 'quota-uploads', 'quota-tries'];

async function receiveOne(
  req: FastifyRequest,
  { db, files }: Pick<PortalDeps, 'db' | 'files'>,
  { part, accept }: { part: MultipartFile; accept: readonly FileKind[] },
  keep: (file: ReceivedFile) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const personId = req.session!.personId;
  // Whoever cannot be served is not counted, and what comes is let go of.
  const room = await roomForFile(files);
  if (!room.ok) part.file.resume();
  const counted = room.ok ? await takeUpload(db, personId, req.now) : room;
  if (!counted.ok) return counted;
  const input = { stream: part.file, name: part.filename, accept, now: req.now };
  const received = await receiveFile(db, files, input);
  const kept = received.ok ? await keep(received.value) : received;
  await uploadEnded(db, personId, { bytes: part.file.bytesRead, kept: kept.ok }, req.now);
  if (!kept.ok && kept.refusal.status === 503)
    req.log.error({ code: kept.refusal.code, detail: kept.refusal.detail }, 'refused');
  return kept;
}

const UNREADABLE: PortalRefusal = { code: 'files-unreadable', status: 422 };
const TOO_MANY: PortalRefusal = { code: 'too-many-at-once', status: 422, params: { most: FILES_A_POST } };

interface Refused {
  readonly file: string;
  readonly refusal: Refusal;
}

/** The post is not read to its end. */
const REST: Refused = { file: '', refusal: { code: 'rest-not-read', status: 422 } satisfies PortalRefusal };

/** Each sentence once, with the files that it is said of; what is wrong with a file itself already names it. */
function sentencesOf(lang: Language, refused: readonly Refused[]): string[] {
  const said = Map.groupBy(refused, ({ refusal }) => sayRefusal(lang, refusal));
  return [...said].map(([sentence, those]) => {
    const names = [...new Set(those.map(({ file }) => file))].filter((name) => name !== '');
    const named = names.length === 0 || those[0]!.refusal.code.startsWith('file-');
    return named ? sentence : words(lang).uploads.named(names, sentence);
  });
}

interface UploadFormProps {
  /** With the token in the query (`ma`): the guard reads it before the body. */
  action: string;
  accept: readonly FileKind[];
  errors: readonly ErrorLine[];
  another: boolean;
}

export function UploadForm({ action, accept, errors, another }: UploadFormProps) {
  const lang = useLang();
  const say = words(lang).uploads;
  const error = errors
    .filter((line) => line.href === `#${FILES_ID}`)
    .map((line) => String(line.say))
    .join(' ');
  return (
    <form method="post" action={action} enctype="multipart/form-data" novalidate>
      <FileUpload
        label={{ say: another ? say.another : say.choose, classes: 'govuk-label--m' }}
        hint={say.hint(kindNames(lang, accept), `${Math.floor(MAX_BYTES / 1_048_576)} MB`)}
        name="tep"
        id={FILES_ID}
        multiple
        accept={accept.map((kind) => CHOSEN[kind]).join(',')}
        maxBytes={MAX_BYTES}
        maxPictureBytes={MAX_PICTURE_BYTES}
        {...(error && { error })}
      />
      <Button kind={another ? 'secondary' : undefined} preventDoubleClick>
        {say.upload}
      </Button>
    </form>
  );
}

interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** The files so far, each to look at and to take off again. */
export function FileRows({
  files,
  csrf,
  hrefOf,
  removeAction,
}: {
  files: readonly ShownFile[];
  csrf: string;
  hrefOf?: (file: ShownFile) => string;
  removeAction: string;
}) {
  const lang = useLang();
  const say = words(lang).uploads;
  return (
    <>
      <h2 class="govuk-heading-m">{say.files}</h2>
      <SummaryList
        rows={files.map((file) => ({
          key: hrefOf ? (
            <a class="govuk-link" href={hrefOf(file)}>
              <Vi>{file.name}</Vi>
            </a>
          ) : (
            <Vi>{file.name}</Vi>
          ),
          value: (
            <form method="post" action={removeAction} class="mc-file">
              <CsrfField token={csrf} />
              <input type="hidden" name="tep" value={file.id} />
              <span>{fileSize(lang, file.size)} </span>
              <Button kind="secondary" classes="govuk-!-margin-bottom-0">
                {say.remove}
                <span class="govuk-visually-hidden">
                  {' '}
                  <Vi>{file.name}</Vi>
                </span>
              </Button>
            </form>
          ),
        }))}
      />
    </>
  );
}
