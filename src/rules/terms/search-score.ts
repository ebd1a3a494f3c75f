// One reading of a question against all documents: sums over the postings, a bounded shortlist, then a close look at the few.
import type { SearchDoc, SearchIndex } from './search-index.ts';
import type { Weighed } from './search-meanings.ts';
import type { Reading } from './search-question.ts';

export interface Scored {
  readonly d: number;
  readonly cover: number;
  readonly score: number;
  readonly adjacent: number;
  readonly reading: Reading;
  readonly terms: readonly Weighed[];
}

const IN_KEYWORDS = 0.7;
/** Below this part of the question nothing is a hit. */
export const LEAST_COVER = 0.34;

/** One reading against all documents: add up over the postings, shortlist, then look at order and neighbourhood. */
export function scored<D extends SearchDoc>(
  index: SearchIndex<D>,
  reading: Reading,
  terms: readonly Weighed[],
  filter: ((doc: D) => boolean) | undefined,
  size: number,
): Scored[] {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const touched = addUp(index, terms);
  const short = shortlist(index, touched, total, filter, size);
  markTerms(index, terms);
  const { score } = index.scratch;
  const out = short.map((d) => closeLook(index, d, (score[d] ?? 0) / total, reading, terms));
  unmarkTerms(index, terms);
  for (let at = 0; at < touched; at++) score[index.scratch.touched[at] ?? 0] = 0;
  return out;
}

/** Sum of the best match of each term, per document. @returns how many documents were touched */
function addUp(index: SearchIndex, terms: readonly Weighed[]): number {
  const { score, stamp, touched } = index.scratch;
  let count = 0;
  const add = (
    postings: SearchIndex['inName'],
    word: number,
    amount: number,
    open: boolean,
    round: number,
  ) => {
    const { starts, docs } = postings;
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at++) {
      const d = docs[at]!;
      if (stamp[d] === round) continue;
      const before = score[d]!;
      if (before === 0) {
        if (!open) continue;
        touched[count++] = d;
      }
      stamp[d] = round;
      score[d] = before + amount;
    }
  };
  const telling = [...terms].sort((a, b) => Number(a.term.filler) - Number(b.term.filler));
  for (const { term, meanings, weight } of telling) {
    const round = nextRound(index);
    for (const meaning of meanings)
      add(index.inName, meaning.word, meaning.weight * weight, !term.filler, round);
    for (const meaning of meanings) {
      add(index.inKeywords, meaning.word, meaning.weight * weight * IN_KEYWORDS, !term.filler, round);
    }
  }
  return count;
}

function nextRound({ scratch }: SearchIndex): number {
  scratch.round = scratch.round === 0x7fffffff ? 1 : scratch.round + 1;
  if (scratch.round === 1) scratch.stamp.fill(-1);
  return scratch.round;
}

/** The `size` best by cover and shortness, by a heap that never grows. */
function shortlist<D extends SearchDoc>(
  index: SearchIndex<D>,
  touched: number,
  total: number,
  filter: ((doc: D) => boolean) | undefined,
  size: number,
): number[] {
  const { scratch, weightOfName } = index;
  const heap = new Int32Array(Math.min(size, touched));
  const rank = new Float32Array(heap.length);
  let filled = 0;
  for (let at = 0; at < touched; at++) {
    const d = scratch.touched[at]!;
    const cover = scratch.score[d]! / total;
    const own = cover + 0.25 * Math.min(1, (cover * total) / (weightOfName[d]! + 0.01));
    if (filled === heap.length && own <= rank[0]!) continue;
    if (cover < LEAST_COVER || (filter !== undefined && !filter(index.docs[d]!))) continue;
    if (filled < heap.length) {
      heap[filled] = d;
      rank[filled] = own;
      rise(heap, rank, filled++);
    } else {
      heap[0] = d;
      rank[0] = own;
      sink(heap, rank);
    }
  }
  return [...heap.subarray(0, filled)];
}

function swap(heap: Int32Array, rank: Float32Array, a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  [rank[a], rank[b]] = [rank[b]!, rank[a]!];
}

function rise(heap: Int32Array, rank: Float32Array, from: number): void {
  for (let at = from; at > 0; ) {
    const parent = (at - 1) >> 1;
    if (rank[parent]! <= rank[at]!) return;
    swap(heap, rank, parent, at);
    at = parent;
  }
}

function sink(heap: Int32Array, rank: Float32Array): void {
  for (let at = 0; ; ) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && rank[child]! < rank[least]!) least = child;
    }
    if (least === at) return;
    swap(heap, rank, at, least);
    at = least;
  }
}

function markTerms(index: SearchIndex, terms: readonly Weighed[]): void {
  const { bits } = index.scratch;
  terms.forEach(({ meanings }, t) => {
    for (const { word } of meanings) bits[word] = bits[word]! | (1 << t);
  });
}

function unmarkTerms(index: SearchIndex, terms: readonly Weighed[]): void {
  for (const { meanings } of terms) for (const { word } of meanings) index.scratch.bits[word] = 0;
}

function closeLook(
  index: SearchIndex,
  d: number,
  cover: number,
  reading: Reading,
  terms: readonly Weighed[],
): Scored {
  const { bits } = index.scratch;
  const from = index.nameStarts[d] ?? 0;
  const to = index.nameStarts[d + 1] ?? 0;
  let pairs = 0;
  let matched = 0;
  let seen = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const word = index.nameWords[at]!;
    const here = bits[word]!;
    pairs |= (before << 1) & here;
    if ((here & ~seen) !== 0) matched += index.wordWeight[word]!;
    seen |= here;
    before = here;
  }
  const adjacent = terms.length < 2 ? Number(cover > 0.5) : bitCount(pairs) / (terms.length - 1);
  const filled = Math.min(1, matched / ((index.weightOfName[d] ?? 0) + 0.01));
  const starts = (bits[index.nameWords[from] ?? 0]! & 1) === 1 ? 0.05 : 0;
  const whole = filled > 0.99 && adjacent > 0.99 ? 0.2 : 0;
  const liked = 0.08 * (index.docs[d]?.popularity ?? 0);
  const score = reading.weight * cover * (1 + 0.35 * adjacent + 0.35 * filled + starts + whole + liked);
  return { d, cover: cover * reading.weight, score, adjacent, reading, terms };
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
