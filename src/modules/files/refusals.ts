// Why a file is not taken or not given. What to do instead is said in refusals.vi.ts and refusals.en.ts.
import { spokenCode } from '../../platform/crypto.ts';
import { type RefusalOf, refuse } from '../../rules/kernel/index.ts';
import type { FileKind } from './kinds.ts';
import { MOST_PIXELS } from './picture-size.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

type FileRefusal = RefusalOf<typeof vi>;

/** The sentences of this module, for the sites. Each names its file. */
export const fileSentences = { vi, en };

const no = (refusal: FileRefusal) => refuse<FileRefusal>({ status: 422, ...refusal });

export const empty = (name: string) => no({ code: 'file-empty', params: { name } });

/** @param most bytes */
export const tooBig = (name: string, most: number) => no({ code: 'file-too-big', params: { name, most } });

export const interrupted = (name: string) => no({ code: 'file-interrupted', params: { name } });

export const wrongKind = (name: string, accept: readonly FileKind[], detail?: string) =>
  no({ code: 'file-wrong-kind', params: { name, accept }, detail });

export const notWhatItSays = (name: string, said: FileKind, accept: readonly FileKind[]) =>
  no({ code: 'file-not-what-it-says', params: { name, said, accept } });

export const misnamed = (name: string, really: FileKind) =>
  no({ code: 'file-misnamed', params: { name, really } });

export const locked = (name: string) => no({ code: 'file-locked', params: { name } });

export const damaged = (name: string, detail: string) =>
  no({ code: 'file-damaged', params: { name }, detail });

/** It would run something, send something or fetch something when opened; `what` is for the log. */
export const acts = (name: string, what: string) => no({ code: 'file-acts', params: { name }, detail: what });

/** Another file is attached inside. */
export const carries = (name: string, what: string) =>
  no({ code: 'file-carries', params: { name }, detail: what });

/** A picture of more dots than anybody can open safely. */
export const tooManyPixels = (name: string, pixels: number) =>
  no({ code: 'file-too-many-pixels', params: { name, pixels, most: MOST_PIXELS } });

/** Packed so that it becomes too large, or takes too long, to open. */
export const overpacked = (name: string, detail: string) =>
  no({ code: 'file-overpacked', params: { name }, detail });

/** A PDF in which there is no page. */
export const pageless = (name: string) => no({ code: 'file-pageless', params: { name } });

/** A picture of which nothing can be seen. */
export const noPicture = (name: string, detail: string) =>
  no({ code: 'file-no-picture', params: { name }, detail });

/** A PDF that is a web page, a script or an archive besides; `what` is for the log. */
export const twoKinds = (name: string, what: string) =>
  no({ code: 'file-two-kinds', params: { name }, detail: what });

/** The store does not answer; `name` when somebody is handing a file in. */
export const notKeptNow = (detail: string, name?: string) =>
  no(
    name
      ? { code: 'file-not-kept-now', params: { name }, detail, status: 503 }
      : { code: 'store-busy', detail, status: 503 },
  );

/** Room is kept back for everything else: nobody hands in a file until there is more. */
export const noRoom = (detail: string) => no({ code: 'file-no-room', detail, status: 503 });

export const notOpenedNow = (name: string, detail: string) =>
  no({ code: 'file-not-opened-now', params: { name }, detail, status: 503 });

/** The store has lost the file, or what it holds is no longer what was handed in: nobody is given it. The number leads to the log. */
export const notWhole = (how: 'missing' | 'damaged', name: string, sha256: string) => {
  const number = spokenCode(8);
  return no({
    code: `kept-file-${how}`,
    params: { name, number },
    detail: `${number} ${how}: ${sha256}`,
    status: 500,
  });
};
