// Undoes what a PDF's streams are packed in (ISO 32000-1, 7.4), up to a bound: a small file may not become a large one.
import { constants, createInflate } from 'node:zlib';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './values.ts';

/** More came out than was allowed. */
export class TooLarge extends Error {}

/** As they are to be undone, in order; pictures' own formats (DCT, JPX, JBIG2, CCITT) end the row. */
export interface Packing {
  readonly filter: string;
  readonly params: PdfDictionary | undefined;
}

const FULL: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};
const COMPRESSES = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode', 'BrotliDecode']);
const UNDOES = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode', 'ASCIIHexDecode', 'ASCII85Decode']);

/** How a stream is packed. @param follow gives what a reference leads to */
export function packingOf(
  dictionary: PdfDictionary,
  follow: (value: PdfValue | undefined) => PdfValue | undefined,
): Packing[] {
  const listOf = (value: PdfValue | undefined) => {
    const found = follow(value);
    return (isArray(found) ? found : [found]).map(follow);
  };
  const params = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP'));
  return listOf(dictionary.get('Filter') ?? dictionary.get('F'))
    .map((value, at) => ({ filter: nameOf(value) ?? '', params: params[at] }))
    .filter(({ filter }) => filter !== '')
    .map(({ filter, params: found }) => ({
      filter: FULL[filter] ?? filter,
      params: isDictionary(found) ? found : undefined,
    }));
}

/** How many times it is compressed: once by custom; writing as letters (ASCII85) and a picture's own format do not count. */
export function layersOf(packing: readonly Packing[]): number {
  return packing.filter(({ filter }) => COMPRESSES.has(filter)).length;
}

/** Whether the row can be undone to its end here. */
export function isUndone(packing: readonly Packing[]): boolean {
  return packing.every(({ filter }) => UNDOES.has(filter));
}

/**
 * Undoes the row as far as it is known here.
 * @param most bytes that may come out of any step
 * @throws TooLarge when more would
 */
export async function unpack(data: Uint8Array, packing: readonly Packing[], most: number): Promise<Buffer> {
  let bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (const { filter, params } of packing) {
    if (filter === 'FlateDecode') bytes = predicted(await inflated(bytes, most), params);
    else if (filter === 'LZWDecode') bytes = predicted(unLzw(bytes, most, params), params);
    else if (filter === 'RunLengthDecode') bytes = unRunLength(bytes, most);
    else if (filter === 'ASCIIHexDecode') bytes = unHex(bytes);
    else if (filter === 'ASCII85Decode') bytes = unAscii85(bytes);
    else return bytes;
  }
  return bytes;
}

/** How many bytes a deflated stream becomes, without keeping them. @throws TooLarge */
export async function inflatedSize(data: Uint8Array, most: number): Promise<number> {
  let size = 0;
  for await (const piece of inflating(data)) {
    size += piece.length;
    if (size > most) throw new TooLarge();
  }
  return size;
}

async function inflated(data: Uint8Array, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of inflating(data)) {
    size += piece.length;
    if (size > most) throw new TooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Pieces as they come; what is broken ends the stream where it breaks, as readers do. */
async function* inflating(data: Uint8Array): AsyncGenerator<Buffer, void, void> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 65_536 });
  inflate.end(data);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
  }
}

function unHex(data: Buffer): Buffer {
  const digits = (data.toString('latin1').split('>')[0] as string).replace(/[^0-9A-Fa-f]/gu, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function unAscii85(data: Buffer): Buffer {
  const text = (
    data
      .toString('latin1')
      .replace(/^\s*<~/u, '')
      .split('~')[0] as string
  ).replace(/\s/gu, '');
  const out = Buffer.alloc(Math.ceil(text.length * 4) + 4);
  let length = 0;
  let group: number[] = [];
  const flush = (digits: number) => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    for (let at = 0; at < digits - 1; at += 1) out[length++] = (value >>> (24 - 8 * at)) & 255;
    group = [];
  };
  for (const sign of text) {
    if (sign === 'z' && group.length === 0) length += 4;
    else group.push(sign.charCodeAt(0) - 33);
    if (group.length === 5) flush(5);
  }
  if (group.length > 1) {
    const digits = group.length;
    while (group.length < 5) group.push(84);
    flush(digits);
  }
  return out.subarray(0, length);
}

/** Grows as bytes come, up to a bound. */
class Growing {
  #bytes = Buffer.alloc(65_536);
  length = 0;
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  push(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#most) throw new TooLarge();
    if (this.length + bytes.length > this.#bytes.length)
      this.#bytes = Buffer.concat(
        [this.#bytes],
        Math.max(this.#bytes.length * 2, this.length + bytes.length),
      );
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }
}

function unRunLength(data: Buffer, most: number): Buffer {
  const out = new Growing(most);
  for (let at = 0; at < data.length; ) {
    const count = data[at] as number;
    if (count === 128) break;
    if (count < 128) {
      out.push(data.subarray(at + 1, at + 2 + count));
      at += 2 + count;
    } else {
      out.push(Buffer.alloc(257 - count, data[at + 1] ?? 0));
      at += 2;
    }
  }
  return out.bytes;
}

/** 7.4.4: codes of 9 to 12 bits, 256 begins anew, 257 ends. */
function unLzw(data: Buffer, most: number, params: PdfDictionary | undefined): Buffer {
  const early = params?.get('EarlyChange') === 0 ? 0 : 1;
  const out = new Growing(most);
  const first = Array.from({ length: 258 }, (_, code) => Buffer.from([code & 255]));
  let table: Buffer[] = [...first];
  let width = 9;
  let held = 0;
  let bits = 0;
  let previous: Buffer | undefined;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      table = [...first];
      width = 9;
      previous = undefined;
      continue;
    }
    const known: Buffer | undefined = table[code];
    const entry: Buffer | undefined =
      known ?? (previous && Buffer.concat([previous, previous.subarray(0, 1)]));
    if (!entry) break;
    out.push(entry);
    if (previous && table.length < 4096) table.push(Buffer.concat([previous, entry.subarray(0, 1)]));
    previous = entry;
    const size = table.length + early;
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return out.bytes;
}

/** Undoes the predictors of 7.4.4.4, at whole bytes: what is read here are names, and nobody writes those in single bits. */
function predicted(data: Buffer, params: PdfDictionary | undefined): Buffer {
  const number = (key: string, otherwise: number) => {
    const value = params?.get(key);
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor < 2) return data;
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const step = Math.max(1, bits >> 3);
  const width = Math.ceil((number('Columns', 1) * bits) / 8);
  if (!(width > 0 && width < 1_000_000)) return data;
  return predictor === 2 ? undoTiff(data, width, step) : undoPng(data, width, step);
}

function undoTiff(data: Buffer, width: number, step: number): Buffer {
  const out = Buffer.from(data);
  for (let at = 0; at < out.length; at += 1)
    if (at % width >= step) out[at] = ((out[at] as number) + (out[at - step] as number)) & 255;
  return out;
}

function undoPng(data: Buffer, width: number, step: number): Buffer {
  const rows = Math.ceil(data.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (width + 1)] as number;
    const from = row * (width + 1) + 1;
    const to = row * width;
    for (let x = 0; x < width; x += 1) {
      const left = x >= step ? (out[to + x - step] as number) : 0;
      const up = row > 0 ? (out[to + x - width] as number) : 0;
      const upLeft = row > 0 && x >= step ? (out[to + x - width - step] as number) : 0;
      out[to + x] = ((data[from + x] ?? 0) + guessed(kind, left, up, upLeft)) & 255;
    }
  }
  return out;
}

function guessed(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  return kind === 4 ? paeth(left, up, upLeft) : 0;
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
