// Makes a photo fit to be handed on: any office's machine opens it, and it is no larger than its letters need.
import { type AsideEnd, aside, threadProgram } from '../../platform/aside.ts';
import type { FileKind } from './kinds.ts';
import { MOST_PIXELS } from './picture-size.ts';

export interface PressOrder {
  readonly bytes: Uint8Array;
  readonly kind: Exclude<FileKind, 'pdf'>;
  /** Dots of its longer side at most. */
  readonly longest: number;
  /** Of the JPEG, 1 to 100. */
  readonly quality: number;
  readonly mostPixels: number;
}

/** Bytes up to which a JPEG or PNG is kept as it came. */
const FINE = 3_145_728;
/** The longer side of A4 at 300 dots an inch. */
const LONGEST = 3508;
const QUALITY = 82;

const PROGRAM = threadProgram(
  import.meta.url,
  './press-picture.thread.ts',
  'modules/files/press-picture.thread.js',
);
/** A HEIC of twelve million dots takes two or three seconds. */
const BOUNDS = { seconds: 30, megabytes: 1024, stays: false };

/** Whether a file of this kind and size is pressed rather than kept as it came. */
export function isPressed(kind: FileKind, size: number): kind is PressOrder['kind'] {
  return kind === 'heic' || (kind !== 'pdf' && size > FINE);
}

/**
 * Presses a photo to JPEG: upright, without what the camera wrote beside it (the place among others).
 * @returns `gaveUp` when it cannot be opened
 */
export function pressPicture(kind: PressOrder['kind'], bytes: Uint8Array): Promise<AsideEnd<Uint8Array>> {
  const order = { bytes, kind, longest: LONGEST, quality: QUALITY, mostPixels: MOST_PIXELS };
  return aside<Uint8Array>(PROGRAM, order satisfies PressOrder, BOUNDS);
}
