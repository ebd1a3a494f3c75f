// Every object that any reader could find in a PDF, whether its table of contents speaks of it or not: a file that means ill
// says one thing in its table and another to a reader that mends broken files.
import { type Decrypt, openWithoutPassword } from './decrypt.ts';
import { isUndone, packingOf, unpack } from './filters.ts';
import { isDictionary, type PdfDictionary, type PdfValue, refOf, stringOf, ValueReader } from './values.ts';

export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where the packed bytes of its stream begin and end. */
  readonly stream?: readonly [from: number, to: number];
}

/** What stands in the file in plain sight. */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly objects: readonly PdfObject[];
  readonly trailers: readonly PdfDictionary[];
  readonly follow: (value: PdfValue | undefined) => PdfValue | undefined;
}

const OBJECT = /(?:(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]*)?obj(?![A-Za-z])|trailer/g;
/** The number of what no reference leads to. */
const NOWHERE = -1;
/** References that lead to references. */
const STEPS = 8;

/** Reads all that stands in plain sight. */
export function readObjects(bytes: Buffer): PdfFile {
  const text = bytes.toString('latin1');
  const objects: PdfObject[] = [];
  const trailers: PdfDictionary[] = [];
  for (const found of text.matchAll(OBJECT)) {
    const at = found.index;
    const reader = new ValueReader(text, at + found[0].length);
    if (found[0].startsWith('endobj') || text.slice(at - 3, at) === 'end') continue;
    const value = reader.next();
    if (value === undefined) continue;
    if (found[0] === 'trailer') {
      if (isDictionary(value)) trailers.push(value);
      continue;
    }
    const from = isDictionary(value) ? streamAfter(text, reader) : undefined;
    const number = Number(found[1] ?? 0);
    const generation = Number(found[2] ?? 0);
    objects.push({ number, generation, value, ...(from !== undefined && { stream: [from, from] as const }) });
  }
  const follow = follower(objects);
  const whole = objects.map((one) =>
    one.stream ? { ...one, stream: extent(text, one.stream[0], one.value as PdfDictionary, follow) } : one,
  );
  for (const { value } of whole)
    if (isDictionary(value) && (value.has('Root') || value.has('Encrypt'))) trailers.push(value);
  return { bytes, objects: whole, trailers, follow };
}

/** The object that a reference means: of several with one number the last. */
function follower(objects: readonly PdfObject[]): PdfFile['follow'] {
  const byNumber = new Map(objects.map(({ number, value }) => [number, value]));
  return (value) => {
    let found = value;
    for (let step = 0; step < STEPS; step += 1) {
      const ref = refOf(found);
      if (ref === undefined) return found;
      found = byNumber.get(ref);
    }
    return undefined;
  };
}

function streamAfter(text: string, reader: ValueReader): number | undefined {
  if (reader.peekWord() !== 'stream') return undefined;
  const at = reader.at + 'stream'.length;
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return text[at] === '\n' ? at + 1 : at;
}

/** By its length and by its closing word, whichever is longer: readers differ in which they trust. */
function extent(
  text: string,
  from: number,
  dictionary: PdfDictionary,
  follow: PdfFile['follow'],
): readonly [number, number] {
  const closed = text.indexOf('endstream', from);
  const said = follow(dictionary.get('Length'));
  const byLength = typeof said === 'number' && said >= 0 ? Math.min(from + said, text.length) : from;
  return [from, Math.max(byLength, closed < 0 ? text.length : closed)];
}

/** How the file opens: `asks` when only with a password or a certificate. */
export type Way = { readonly kind: 'plain' | 'asks' } | { readonly kind: 'open'; readonly decrypt: Decrypt };

/** Whether the file opens as it is. */
export function wayInto({ trailers, follow }: PdfFile): Way {
  const locked = trailers.findLast((trailer) => trailer.has('Encrypt') && trailer.get('Encrypt') !== null);
  if (!locked) return { kind: 'plain' };
  const encrypt = follow(locked.get('Encrypt'));
  if (!isDictionary(encrypt)) return { kind: 'asks' };
  const ids = follow(locked.get('ID'));
  const id = Array.isArray(ids) ? stringOf(follow(ids[0])) : undefined;
  return openWithoutPassword(encrypt, id ?? '', follow);
}

/** The bytes of an object's stream as they stood before they were locked; still packed. */
export function streamOf(file: PdfFile, way: Way, { number, generation, value, stream }: PdfObject): Buffer {
  const data = file.bytes.subarray(...(stream as [number, number]));
  if (way.kind !== 'open' || !isDictionary(value)) return data;
  // A cross-reference stream is never locked: it says where the key is (7.5.8.2).
  if (value.has('W') && value.has('Size')) return data;
  return way.decrypt(exactly(data, file.follow(value.get('Length'))), number, generation);
}

/** A locked stream is as long as it says: its last block would be torn by the line break in front of `endstream`. */
function exactly(data: Buffer, said: PdfValue | undefined): Buffer {
  return typeof said === 'number' && said > 0 && said <= data.length ? data.subarray(0, said) : data;
}

/** An object stream (7.5.7) that cannot be read: what it holds is not known. */
export class Unreadable extends Error {}

/**
 * The same file with what its object streams hold, so that references into them are followed.
 * @param most bytes each of them may become
 * @throws TooLarge, Unreadable
 */
export async function unfold(file: PdfFile, way: Way, most: number): Promise<PdfFile> {
  const packed: PdfObject[] = [];
  for (const holder of file.objects) packed.push(...(await objectsInside(file, way, holder, most)));
  if (packed.length === 0) return file;
  const objects = [...file.objects, ...packed];
  return { ...file, objects, follow: follower(objects) };
}

/**
 * The objects packed inside a stream, when it is one of those. By the places its head names and one after another: readers differ.
 * @param most bytes it may become
 * @throws TooLarge, Unreadable
 */
async function objectsInside(file: PdfFile, way: Way, holder: PdfObject, most: number): Promise<PdfObject[]> {
  const { value } = holder;
  if (!isDictionary(value) || !value.has('First') || !holder.stream) return [];
  const first = file.follow(value.get('First'));
  const packing = packingOf(value, file.follow);
  if (typeof first !== 'number' || !isUndone(packing)) throw new Unreadable('an object stream');
  const text = (await unpack(streamOf(file, way, holder), packing, most)).toString('latin1');
  const head = new ValueReader(text);
  const values: PdfObject[] = [];
  const add = (number: number, value: PdfValue | undefined) =>
    value !== undefined && values.push({ number, generation: 0, value });
  const places: (readonly [number, number])[] = [];
  while (head.at < first) {
    const [number, place] = [head.next(), head.next()];
    if (typeof number !== 'number' || typeof place !== 'number') break;
    places.push([number, first + place]);
  }
  if (places.length === 0 && file.follow(value.get('N')) !== 0)
    throw new Unreadable('an object stream without a head');
  const row = new ValueReader(text, first);
  while (!row.ended) add(NOWHERE, row.next());
  for (const [number, place] of places) add(number, new ValueReader(text, place).next());
  return values;
}
