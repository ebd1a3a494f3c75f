// How many dots a picture has, read from its head: known before anything is unpacked.
import type { FileKind } from './kinds.ts';

/** Of one picture: a sheet of A3 scanned at 600 dots an inch has 70 million, a phone's largest photo 50 to 64. */
export const MOST_PIXELS = 80_000_000;

/** Width times height; undefined when the head does not say. */
export function picturePixels(kind: Exclude<FileKind, 'pdf'>, bytes: Buffer): number | undefined {
  const size = kind === 'jpg' ? jpegSize(bytes) : kind === 'png' ? pngSize(bytes) : heicSize(bytes);
  return size && size[0] * size[1];
}

type Size = readonly [width: number, height: number];

function pngSize(bytes: Buffer): Size | undefined {
  return bytes.length >= 24 ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

/** The largest of all frames that it names (SOF0 to SOF15 but for the three that are something else). */
function jpegSize(bytes: Buffer): Size | undefined {
  let largest: Size | undefined;
  let at = bytes.indexOf(Buffer.from([0xff, 0xd8])) + 2;
  while (at >= 2 && at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) break;
      continue;
    }
    const marker = bytes[at + 1] as number;
    if (marker === 0xd9) break;
    if (marker === 0xff) at += 1;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        const frame: Size = [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
        if (!largest || frame[0] * frame[1] > largest[0] * largest[1]) largest = frame;
      }
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  return largest;
}

/** ISO 23008-12: the largest `ispe` property; a picture made of tiles has one for the whole. */
function heicSize(bytes: Buffer): Size | undefined {
  let largest: Size | undefined;
  for (
    let at = bytes.indexOf('ispe');
    at >= 0 && at + 16 <= bytes.length;
    at = bytes.indexOf('ispe', at + 4)
  ) {
    const found: Size = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    if (!largest || found[0] * found[1] > largest[0] * largest[1]) largest = found;
  }
  return largest;
}
