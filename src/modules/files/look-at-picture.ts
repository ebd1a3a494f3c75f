// Looks at a picture that is to be kept as it came: whether one can be seen, and whether it is a picture and nothing else.
import { type AsideEnd, aside, threadProgram } from '../../platform/aside.ts';
import { MOST_PIXELS } from './picture-size.ts';
import type { Arrived } from './ports.ts';
import { endOfPicture } from './wholeness.ts';

export interface LookOrder {
  readonly bytes: Uint8Array;
  readonly mostPixels: number;
}

/** `two`: it is something else besides. */
export type PictureVerdict =
  | { readonly kind: 'fit' | 'two' }
  | { readonly kind: 'unreadable'; readonly what: string };

const PROGRAM = threadProgram(
  import.meta.url,
  './look-at-picture.thread.ts',
  'modules/files/look-at-picture.thread.js',
);
/** Three megabytes take some 50 ms, a JPEG in passes 300: of that there is no first row before the last pass. */
const BOUNDS = { seconds: 15, megabytes: 256, stays: true };

/** What of a picture may be kept. */
export type Seen =
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'two' }
  /** `shorter`: the picture without what stands behind its end, as phones put a film there. */
  | { readonly kind: 'fit'; readonly shorter?: Uint8Array };

/** @param file whole, as `faultOf` says */
export async function lookAtPicture(kind: 'jpg' | 'png', file: Arrived): Promise<Seen> {
  const end = await endOfPicture(kind, file);
  const bytes = await file.read(0, end);
  const order: LookOrder = { bytes, mostPixels: MOST_PIXELS };
  const looked: AsideEnd<PictureVerdict> = await aside(PROGRAM, order, BOUNDS);
  if (looked.kind === 'gaveUp') return { kind: 'unreadable', what: looked.reason };
  if (looked.value.kind !== 'fit') return looked.value as Exclude<PictureVerdict, { kind: 'fit' }>;
  return { kind: 'fit', ...(end < file.size && { shorter: bytes }) };
}
