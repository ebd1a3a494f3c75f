// Whether a PDF opens without a password, does nothing of its own accord, hides no other file and opens in a bounded space.
import { picturePixels } from '../picture-size.ts';
import { otherKindInPdf } from '../two-kinds.ts';
import { inflatedSize, isUndone, layersOf, packingOf, TooLarge, unpack } from './filters.ts';
import {
  type PdfFile,
  type PdfObject,
  readObjects,
  streamOf,
  Unreadable,
  unfold,
  type Way,
  wayInto,
} from './objects.ts';
import { hasPage } from './pages.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './values.ts';

/**
 * - `locked`: it asks for a password or a certificate.
 * - `acts`: it runs a script or a program, sends data, or fetches from elsewhere; `what` names it for the log.
 * - `carries`: another file is attached inside.
 * - `pixels`: a picture in it has more than the limit.
 * - `overpacked`: packed in too many layers, or it would become too large.
 * - `pageless`: there is nothing to look at.
 * - `two`: it is another kind of file besides; `what` names it for the log.
 * - `unreadable`: a part of it that must be known cannot be read.
 */
export type Verdict =
  | { readonly kind: 'fit' | 'locked' | 'overpacked' | 'pageless' }
  | { readonly kind: 'acts' | 'carries' | 'two' | 'unreadable'; readonly what: string }
  | { readonly kind: 'pixels'; readonly pixels: number };

export interface Bounds {
  /** Of one picture. */
  readonly mostPixels: number;
}

/** Compression upon compression: one is custom, a second is an old program's whim, a third is meant to burst. */
const MOST_LAYERS = 2;
/** Bytes that one stream may become. A picture of 80 million dots in four inks has 320 million. */
const MOST_OF_ONE = 335_544_320;
/** Bytes that all streams together may become. */
const MOST_OF_ALL = 1_073_741_824;
/** Bytes of what has to be held in memory: objects, and what is packed twice. */
const MOST_HELD = 67_108_864;

/** Actions (12.6.4) that do more than turn a page or open a link. */
const ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'GoToR',
  'Rendition',
  'RichMediaExecute',
  'Movie',
  'Sound',
]);
/** What a document may do when it is opened, a page shown or a field touched: turn to a page. A link that opens by itself is no link. */
const HARMLESS_UNASKED = new Set(['GoTo', 'Named', 'Hide', 'SetOCGState', 'Trans']);
/** Actions one after another. */
const DEEPEST_UNASKED = 16;
const KEYS = new Set(['JS', 'JavaScript', 'XFA', 'RichMediaContent', 'RichMediaSettings']);
const CARRYING_KEYS = new Set(['EF', 'EmbeddedFiles']);
const ACTING_KINDS = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D']);
const CARRYING_KINDS = new Set(['EmbeddedFile', 'FileAttachment']);

/** Judges the whole file. */
export async function inspectPdf(bytes: Buffer, bounds: Bounds): Promise<Verdict> {
  try {
    const plain = readObjects(bytes);
    const way = wayInto(plain);
    if (way.kind === 'asks') return { kind: 'locked' };
    if (plain.objects.some((one) => tooDeep(one, plain))) return { kind: 'overpacked' };
    const file = await unfold(plain, way, MOST_HELD);
    for (const { value } of file.objects) {
      const found = judge(value, file);
      if (found) return found;
    }
    for (const trailer of file.trailers) {
      const found = judge(trailer, file);
      if (found) return found;
    }
    const found = await judgeStreams(file, way, bounds);
    if (found) return found;
    const other = otherKindInPdf(bytes);
    if (other) return { kind: 'two', what: other };
    return { kind: hasPage(file) ? 'fit' : 'pageless' };
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'overpacked' };
    if (error instanceof Unreadable || error instanceof RangeError)
      return { kind: 'unreadable', what: error.message };
    throw error;
  }
}

function tooDeep({ value, stream }: PdfObject, { follow }: PdfFile): boolean {
  return stream !== undefined && isDictionary(value) && layersOf(packingOf(value, follow)) > MOST_LAYERS;
}

async function judgeStreams(file: PdfFile, way: Way, bounds: Bounds): Promise<Verdict | undefined> {
  let left = MOST_OF_ALL;
  for (const object of file.objects) {
    const dictionary = object.value;
    if (!object.stream || !isDictionary(dictionary)) continue;
    // Its bytes lie elsewhere: whoever opens the document would fetch them.
    if (!isEmpty(file.follow(dictionary.get('F')))) return { kind: 'acts', what: 'F' };
    const packing = packingOf(dictionary, file.follow);
    if (tooDeep(object, file)) return { kind: 'overpacked' };
    const tooMany = pixelsBeyond(file, way, object, bounds);
    if (tooMany) return tooMany;
    left -= await sizeOf(streamOf(file, way, object), packing, Math.min(left, MOST_OF_ONE));
  }
  return undefined;
}

/** Bytes that a stream becomes when it is undone. @throws TooLarge */
async function sizeOf(data: Buffer, packing: ReturnType<typeof packingOf>, most: number): Promise<number> {
  const known = packing.slice(0, packing.findIndex((one) => !isUndone([one])) >>> 0);
  const last = known.at(-1);
  if (!last) return 0;
  const held = await unpack(data, known.slice(0, -1), Math.min(most, MOST_HELD));
  if (last.filter === 'FlateDecode') return inflatedSize(held, most);
  return (await unpack(held, [last], Math.min(most, MOST_HELD))).length;
}

/** What the dictionary says, and what a photo inside says of itself. */
function pixelsBeyond(
  file: PdfFile,
  way: Way,
  object: PdfObject,
  { mostPixels }: Bounds,
): Verdict | undefined {
  const dictionary = object.value as PdfDictionary;
  const [width, height] = ['Width', 'Height'].map((key) => file.follow(dictionary.get(key)));
  if (typeof width !== 'number' || typeof height !== 'number') return undefined;
  const filters = packingOf(dictionary, file.follow);
  const own =
    filters.length === 1 && filters[0]?.filter === 'DCTDecode' ? streamOf(file, way, object) : undefined;
  const pixels = Math.max(width * height, own ? (picturePixels('jpg', own) ?? 0) : 0);
  return pixels > mostPixels ? { kind: 'pixels', pixels } : undefined;
}

/** Looks for what acts or carries, through everything written inside a value. */
function judge(value: PdfValue, file: PdfFile): Verdict | undefined {
  const waiting: PdfValue[] = [value];
  const bare = nameOf(value);
  // An action's kind may stand elsewhere and be referred to.
  if (bare !== undefined && ACTIONS.has(bare)) return { kind: 'acts', what: bare };
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (isArray(one)) waiting.push(...one);
    else if (isDictionary(one)) {
      const found = judgeDictionary(one, file);
      if (found) return found;
      waiting.push(...one.values());
    }
  }
  return undefined;
}

/** What is done unasked (`OpenAction`, `AA`), with what follows it (`Next`), when that is more than turning to a page. */
function unasked(value: PdfValue | undefined, file: PdfFile, depth = 0): boolean {
  const { follow } = file;
  const action = follow(value);
  if (depth > DEEPEST_UNASKED) return true;
  if (isArray(action)) return depth > 0 && action.some((one) => unasked(one, file, depth + 1));
  if (!isDictionary(action)) return false;
  const kind = nameOf(follow(action.get('S')));
  if (kind !== undefined && !HARMLESS_UNASKED.has(kind)) return true;
  return unasked(action.get('Next'), file, depth + 1);
}

function actsUnasked(dictionary: PdfDictionary, file: PdfFile): boolean {
  if (unasked(dictionary.get('OpenAction'), file)) return true;
  const each = file.follow(dictionary.get('AA'));
  return isDictionary(each) && [...each.values()].some((one) => unasked(one, file));
}

function judgeDictionary(dictionary: PdfDictionary, file: PdfFile): Verdict | undefined {
  const { follow } = file;
  if (actsUnasked(dictionary, file)) return { kind: 'acts', what: 'unasked' };
  const action = nameOf(follow(dictionary.get('S')));
  if (action !== undefined && ACTIONS.has(action)) return { kind: 'acts', what: action };
  for (const key of ['Type', 'Subtype']) {
    const kind = nameOf(follow(dictionary.get(key))) ?? '';
    if (ACTING_KINDS.has(kind)) return { kind: 'acts', what: kind };
    if (CARRYING_KINDS.has(kind)) return { kind: 'carries', what: kind };
  }
  for (const [key, value] of dictionary) {
    if (KEYS.has(key) && !isEmpty(follow(value))) return { kind: 'acts', what: key };
    if (CARRYING_KEYS.has(key) && !isEmpty(follow(value))) return { kind: 'carries', what: key };
  }
  return undefined;
}

/** Writers leave an empty tree of names behind: it holds nothing. */
function isEmpty(value: PdfValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (!isDictionary(value)) return false;
  const names = value.get('Names');
  return value.size === 0 || (value.size === 1 && isArray(names) && names.length === 0);
}
