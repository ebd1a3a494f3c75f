// A file is what its bytes say; its name and the browser's word for it must not contradict them.
import { fileTypeFromBuffer } from 'file-type';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { splitName } from './file-name.ts';
import { type FileKind, KINDS, kindOfDeclared, kindOfDetected, kindOfExtension } from './kinds.ts';
import type { Arrived } from './ports.ts';
import { damaged, empty, locked, misnamed, notWhatItSays, wrongKind } from './refusals.ts';
import { faultOf } from './wholeness.ts';

export interface Recognised {
  readonly kind: FileKind;
  readonly mime: string;
  /** The name with the extension that fits the content. */
  readonly name: string;
}

export interface Claim {
  /** As cleaned by `fileName`. */
  readonly name: string;
  readonly declaredMime: string;
  readonly accept: readonly FileKind[];
}

/** How much of the front the detector needs. */
const FRONT = 4100;

/** Judges a file by its bytes, wherever they wait. @returns refusals `file-empty`, `-wrong-kind`, `-not-what-it-says`, `-misnamed`, `-locked`, `-damaged` */
export async function recognise(file: Arrived, claim: Claim): Promise<Result<Recognised>> {
  const { name, accept } = claim;
  if (file.size === 0) return empty(name);
  const [stem, extension] = splitName(name);
  const said = kindOfExtension(extension);
  if (extension !== '' && (!said || !accept.includes(said)))
    return wrongKind(name, accept, `extension ${extension}`);
  const detected = (await fileTypeFromBuffer(await file.read(0, FRONT)))?.mime ?? '';
  const kind = kindOfDetected(detected);
  if (!kind) return said ? notWhatItSays(name, said, accept) : wrongKind(name, accept, detected);
  if (!accept.includes(kind)) return wrongKind(name, accept, detected);
  if (said && !agree(said, kind)) return misnamed(name, kind);
  const declared = kindOfDeclared(claim.declaredMime.toLowerCase());
  if (declared && !agree(declared, kind)) return misnamed(name, kind);
  const fault = await faultOf(kind, file);
  if (fault) return fault.locked ? locked(name) : damaged(name, fault.missing);
  const fitting = said === kind ? name : `${stem}.${KINDS[kind].extensions[0]}`;
  return ok({ kind, mime: KINDS[kind].mime, name: fitting });
}

/** Phones name one kind of picture after another; nobody names a picture after a document by accident. */
function agree(said: FileKind, found: FileKind): boolean {
  return said === found || (KINDS[said].image && KINDS[found].image);
}
