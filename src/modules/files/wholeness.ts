// Cheap signs that a file came whole: its end is there.
import type { FileKind } from './kinds.ts';
import type { Arrived } from './ports.ts';
import { Window } from './window.ts';

/** What is missing in a file of this kind, for the log; undefined when no sign of harm was found. */
export async function faultOf(kind: FileKind, file: Arrived): Promise<string | undefined> {
  const window = new Window(file);
  if (kind === 'pdf') return faultOfPdf(window);
  if (kind === 'jpg') return (await jpegEnd(window)) < 0 ? 'JPEG end of image' : undefined;
  if (kind === 'png') return (await pngEnd(window)) < 0 ? 'PNG end chunk' : undefined;
  return (await boxesEnd(window)) ? undefined : 'HEIC box';
}

/** Bytes of a whole picture; what stands behind them belongs to it no more. */
export function endOfPicture(kind: 'jpg' | 'png', file: Arrived): Promise<number> {
  return kind === 'jpg' ? jpegEnd(new Window(file)) : pngEnd(new Window(file));
}

/** ISO 32000-1 7.5.5: the last lines are `startxref`, an offset, `%%EOF`; readers look for them in the last kilobyte. */
const PDF_TAIL = 2048;
/** Readers accept the header anywhere in so many first bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_FRONT = 1024;

/** Where `%PDF-` stands in the first kilobyte; -1 when nowhere. */
export function pdfHeaderAt(front: Buffer): number {
  return front.subarray(0, PDF_FRONT).indexOf('%PDF-', 0, 'latin1');
}

async function faultOfPdf(window: Window): Promise<string | undefined> {
  const header = pdfHeaderAt(await window.at(0, PDF_FRONT));
  if (header < 0) return '%PDF header';
  const tail = (await window.at(Math.max(0, window.size - PDF_TAIL), PDF_TAIL)).toString('latin1');
  const end = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/u.exec(tail);
  if (!end) return 'startxref and %%EOF';
  // Some count from the header, some from the first byte.
  return Number(end[1]) >= window.size ? 'cross-reference table' : undefined;
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Behind its end-of-image marker, by walking the segments: cameras put more there, and a thumbnail inside has one of its own. -1 without. */
async function jpegEnd(window: Window): Promise<number> {
  let at = 2;
  for (;;) {
    at = await window.find(0xff, at);
    if (at < 0 || at + 1 >= window.size) return -1;
    const marker = (await window.at(at + 1, 1))[0] as number;
    if (marker === 0xd9) return at + 2;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || isRestart(marker)) at += 2;
    else if (at + 4 > window.size) return -1;
    else at += 2 + (await window.at(at + 2, 2)).readUInt16BE(0);
  }
}

/** Behind its end chunk; -1 without. */
async function pngEnd(window: Window): Promise<number> {
  let at = 8;
  while (at + 12 <= window.size) {
    const head = await window.at(at, 8);
    if (head.toString('latin1', 4, 8) === 'IEND') return at + 12 + head.readUInt32BE(0);
    at += 12 + head.readUInt32BE(0);
  }
  return -1;
}

/** ISO 14496-12: boxes follow each other, each with its length; 0 means to the end, 1 that a long length follows. */
async function boxesEnd(window: Window): Promise<boolean> {
  let at = 0;
  while (at + 8 <= window.size) {
    const head = await window.at(at, 16);
    const short = head.readUInt32BE(0);
    if (short === 0) return true;
    if (short === 1 && head.length < 16) return false;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === window.size;
}
