// Cheap signs that a file came whole and can be opened: its end is there, and it asks for no password.
import type { FileKind } from './kinds.ts';

/** `locked`: it asks for a password. Otherwise what is missing, for the log. */
export type Fault = { readonly locked: true } | { readonly locked: false; readonly missing: string };

const missing = (what: string): Fault => ({ locked: false, missing: what });

/** What is wrong with the bytes of a file of this kind; undefined when no sign of harm was found. */
export function faultOf(kind: FileKind, bytes: Buffer): Fault | undefined {
  if (kind === 'pdf') return faultOfPdf(bytes);
  if (kind === 'jpg') return jpegEnds(bytes) ? undefined : missing('JPEG end of image');
  if (kind === 'png') return pngEnds(bytes) ? undefined : missing('PNG end chunk');
  return boxesEnd(bytes) ? undefined : missing('HEIC box');
}

/** ISO 32000-1 7.5.5: the last lines are `startxref`, an offset, `%%EOF`; readers look for them in the last kilobyte. */
const PDF_TAIL = 2048;

function faultOfPdf(bytes: Buffer): Fault | undefined {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return missing('%PDF header');
  const tail = bytes.subarray(-PDF_TAIL).toString('latin1');
  const end = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/u.exec(tail);
  if (!end) return missing('startxref and %%EOF');
  const offset = Number(end[1]);
  if (offset >= bytes.length) return missing('cross-reference table');
  return /\/Encrypt\b/u.test(trailerAt(bytes, offset)) ? { locked: true } : undefined;
}

/** The dictionary that says how the file is to be read: after `trailer`, or in front of a cross-reference stream. */
function trailerAt(bytes: Buffer, offset: number): string {
  if (bytes.subarray(offset, offset + 4).toString('latin1') === 'xref') {
    const start = bytes.indexOf('trailer', offset, 'latin1');
    const stop = bytes.indexOf('startxref', Math.max(start, offset), 'latin1');
    return start < 0 ? '' : bytes.subarray(start, stop < 0 ? undefined : stop).toString('latin1');
  }
  const stop = bytes.indexOf('stream', offset, 'latin1');
  return bytes.subarray(offset, stop < 0 ? undefined : stop).toString('latin1');
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Walks the segments to the end-of-image marker; cameras put more behind it, and a thumbnail inside has one of its own. */
function jpegEnds(bytes: Buffer): boolean {
  let at = 2;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return false;
    const marker = bytes[at + 1] as number;
    if (marker === 0xd9) return true;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || isRestart(marker)) at += 2;
    else if (at + 4 > bytes.length) return false;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
}

function pngEnds(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

/** ISO 14496-12: boxes follow each other, each with its length; 0 means to the end, 1 that a long length follows. */
function boxesEnd(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (short === 0) return true;
    if (short === 1 && at + 16 > bytes.length) return false;
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length;
}
