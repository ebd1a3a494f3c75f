// A file is what its bytes say; its name must not contradict them. What the browser calls it was read off the name.
import { fileTypeFromBuffer } from 'file-type';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { splitName } from './file-name.ts';
import { type FileKind, KINDS, kindOfDetected, kindOfExtension } from './kinds.ts';
import { faultInside } from './look-inside.ts';
import { MOST_PIXELS, picturePixels } from './picture-size.ts';
import type { Arrived } from './ports.ts';
import { damaged, empty, misnamed, notWhatItSays, tooBig, tooManyPixels, wrongKind } from './refusals.ts';
import { faultOf, pdfHeaderAt } from './wholeness.ts';

export interface Recognised {
  readonly kind: FileKind;
  readonly mime: string;
  /** The name with the extension that fits the content. */
  readonly name: string;
}

export interface Claim {
  /** As cleaned by `fileName`. */
  readonly name: string;
  readonly accept: readonly FileKind[];
  /** Bytes allowed. */
  readonly mostOf: (kind: FileKind) => number;
}

/** How much of the front the detector needs. */
const FRONT = 4100;

/**
 * Judges a file by its bytes, wherever they wait.
 * @returns refusals `file-empty`, `-wrong-kind`, `-not-what-it-says`, `-misnamed`, `-too-big`, `-damaged`, `-too-many-pixels`, and of a PDF
 *   `-locked`, `-acts`, `-carries`, `-overpacked`, `-pageless`, `-two-kinds`
 */
export async function recognise(file: Arrived, claim: Claim): Promise<Result<Recognised>> {
  const { name, accept } = claim;
  // A HEIC is kept as a JPEG: where one is taken the other is.
  const taken = (kind: FileKind) => accept.includes(kind) || (kind === 'heic' && accept.includes('jpg'));
  if (file.size === 0) return empty(name);
  const [stem, extension] = splitName(name);
  const said = kindOfExtension(extension);
  if (extension !== '' && (!said || !taken(said))) return wrongKind(name, accept, `extension ${extension}`);
  const detected = await kindOf(await file.read(0, FRONT));
  const kind = kindOfDetected(detected);
  if (!kind) return said ? notWhatItSays(name, said, accept) : wrongKind(name, accept, detected);
  if (!taken(kind)) return wrongKind(name, accept, detected);
  if (said && !agree(said, kind)) return misnamed(name, kind);
  if (file.size > claim.mostOf(kind)) return tooBig(name, claim.mostOf(kind));
  const missing = await faultOf(kind, file);
  if (missing) return damaged(name, missing);
  const inside = kind === 'pdf' ? await faultInside(file, name) : await faultOfPicture(kind, file, name);
  if (inside) return inside;
  const fitting = said === kind ? name : `${stem}.${KINDS[kind].extensions[0]}`;
  return ok({ kind, mime: KINDS[kind].mime, name: fitting });
}

/** What could run where the head of a PDF is looked for: such a file is two things at once. */
const TWO_FACED = /^\s*(?:<[!?a-z]|#!|MZ|\x7fELF)|<(?:script|html|svg|\?php)/iu;

/** As the detector calls it; readers of PDF find its head anywhere in the first kilobyte, the detector only at the start. */
async function kindOf(front: Buffer): Promise<string> {
  const detected = (await fileTypeFromBuffer(front))?.mime;
  if (detected !== undefined) return detected;
  const at = pdfHeaderAt(front);
  return at >= 0 && !TWO_FACED.test(front.toString('latin1', 0, at)) ? 'application/pdf' : '';
}

/** The head of a photo: what a camera writes in front of its frame is shorter. */
const HEAD = 1_048_576;

async function faultOfPicture(kind: Exclude<FileKind, 'pdf'>, file: Arrived, name: string) {
  const pixels = picturePixels(kind, await file.read(0, HEAD));
  return pixels !== undefined && pixels > MOST_PIXELS ? tooManyPixels(name, pixels) : undefined;
}

/** Phones name one kind of picture after another; nobody names a picture after a document by accident. */
function agree(said: FileKind, found: FileKind): boolean {
  return said === found || (KINDS[said].image && KINDS[found].image);
}
