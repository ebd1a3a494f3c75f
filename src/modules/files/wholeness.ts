// Cheap signs that a file came whole and can be opened: its end is there, and it asks for no password.
import type { FileKind } from './kinds.ts';
import type { Arrived } from './ports.ts';
import { Window } from './window.ts';

/** `locked`: it asks for a password. Otherwise what is missing, for the log. */
export type Fault = { readonly locked: true } | { readonly locked: false; readonly missing: string };

const missing = (what: string): Fault => ({ locked: false, missing: what });

/** What is wrong with a file of this kind; undefined when no sign of harm was found. */
export async function faultOf(kind: FileKind, file: Arrived): Promise<Fault | undefined> {
  const window = new Window(file);
  if (kind === 'pdf') return faultOfPdf(window);
  if (kind === 'jpg') return (await jpegEnds(window)) ? undefined : missing('JPEG end of image');
  if (kind === 'png') return (await pngEnds(window)) ? undefined : missing('PNG end chunk');
  return (await boxesEnd(window)) ? undefined : missing('HEIC box');
}

/** ISO 32000-1 7.5.5: the last lines are `startxref`, an offset, `%%EOF`; readers look for them in the last kilobyte. */
const PDF_TAIL = 2048;
/** More than any dictionary that says how a file is to be read. */
const DICTIONARY = 65_536;

async function faultOfPdf(window: Window): Promise<Fault | undefined> {
  if ((await window.at(0, 5)).toString('latin1') !== '%PDF-') return missing('%PDF header');
  const tail = (await window.at(Math.max(0, window.size - PDF_TAIL), PDF_TAIL)).toString('latin1');
  const end = /startxref\s+(\d+)\s+%%EOF(?![\s\S]*startxref)/u.exec(tail);
  if (!end) return missing('startxref and %%EOF');
  const offset = Number(end[1]);
  if (offset >= window.size) return missing('cross-reference table');
  return /\/Encrypt\b/u.test(await trailerAt(window, offset)) ? { locked: true } : undefined;
}

/** The dictionary that says how the file is to be read: after `trailer`, or in front of a cross-reference stream. */
async function trailerAt(window: Window, offset: number): Promise<string> {
  const isTable = (await window.at(offset, 4)).toString('latin1') === 'xref';
  const start = isTable ? await window.find('trailer', offset) : offset;
  if (start < 0) return '';
  const text = (await window.at(start, DICTIONARY)).toString('latin1');
  const stop = text.indexOf(isTable ? 'startxref' : 'stream');
  return stop < 0 ? text : text.slice(0, stop);
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Walks the segments to the end-of-image marker; cameras put more behind it, and a thumbnail inside has one of its own. */
async function jpegEnds(window: Window): Promise<boolean> {
  let at = 2;
  for (;;) {
    at = await window.find(0xff, at);
    if (at < 0 || at + 1 >= window.size) return false;
    const marker = (await window.at(at + 1, 1))[0] as number;
    if (marker === 0xd9) return true;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || isRestart(marker)) at += 2;
    else if (at + 4 > window.size) return false;
    else at += 2 + (await window.at(at + 2, 2)).readUInt16BE(0);
  }
}

async function pngEnds(window: Window): Promise<boolean> {
  let at = 8;
  while (at + 12 <= window.size) {
    const head = await window.at(at, 8);
    if (head.toString('latin1', 4, 8) === 'IEND') return true;
    at += 12 + head.readUInt32BE(0);
  }
  return false;
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
