// Finding by name: accent-free, forgiving of slips, in everyday words, by code. All words before some words, rare words
// before common ones, the phrase before its pieces, the short official name before the long one.
import { idf, type SearchDoc, type SearchIndex } from './search-index.ts';
import { type Question, type Reading, readQuestion, type Term } from './search-question.ts';
import { guesses, soundOf } from './search-slips.ts';
import { isMarked } from './search-text.ts';
import { type FoundBy, whyByCode, whyFound } from './search-why.ts';

export { buildIndex, type SearchDoc, type SearchIndex } from './search-index.ts';
export { CITIZEN_SYNONYMS, PLACE_SYNONYMS, type Synonym } from './search-synonyms.ts';

export interface Hit<D extends SearchDoc = SearchDoc> {
  readonly doc: D;
  readonly score: number;
  /** Why it was found, in Vietnamese. */
  readonly why: string;
}

export interface SearchOptions<D extends SearchDoc> {
  /** How many hits at most; 20 when absent. */
  readonly limit?: number;
  /** Only documents for which this holds are looked at. */
  readonly filter?: (doc: D) => boolean;
}

/** A word of the index that a term may stand for. */
interface Meaning {
  readonly word: number;
  readonly weight: number;
}

interface Weighed {
  readonly term: Term;
  readonly meanings: readonly Meaning[];
  readonly weight: number;
}

interface Scored {
  readonly d: number;
  readonly cover: number;
  readonly score: number;
  readonly adjacent: number;
  readonly reading: Reading;
  readonly terms: readonly Weighed[];
}

const SHORTLIST = 200;
const IN_KEYWORDS = 0.7;
const OTHER_MARKS = 0.72;
const MISSING_MARKS = 0.96;
const FILLER = 0.08;
const UNKNOWN_WORD = 2;
/** A hit that covers less than this part of what the best one covers is not shown. */
const CUT = 0.76;
const LEAST_COVER = 0.34;

/**
 * The documents that answer a question, best first; none for an empty or meaningless one. Never throws, whatever is typed.
 * @param q any text; only its first 400 letters are read
 */
export function search<D extends SearchDoc>(
  index: SearchIndex<D>,
  q: string,
  options: SearchOptions<D> = {},
): Hit<D>[] {
  const limit = options.limit ?? 20;
  const question = readQuestion(index, q);
  const byCode = hitsByCode(index, question, options.filter);
  if (question.readings.length === 0) return byCode.slice(0, limit);
  const taken = new Set(byCode.map((hit) => hit.doc));
  const byName = ranked(index, question, options.filter, Math.max(SHORTLIST, limit))
    .filter(({ d }) => !taken.has(docAt(index, d)))
    .slice(0, limit)
    .map((one) => ({ doc: docAt(index, one.d), score: one.score, why: whyFound(index, foundBy(one)) }));
  return [...byCode, ...byName].slice(0, limit);
}

function docAt<D extends SearchDoc>(index: SearchIndex<D>, d: number): D {
  return index.docs[d]!;
}

function foundBy(one: Scored): FoundBy {
  return {
    d: one.d,
    adjacent: one.adjacent,
    said: one.reading.said,
    taken: one.reading.taken,
    terms: one.terms.map(({ term, meanings }) => ({ term, words: meanings.map((meaning) => meaning.word) })),
  };
}

function hitsByCode<D extends SearchDoc>(
  index: SearchIndex<D>,
  { codes }: Question,
  filter?: (doc: D) => boolean,
): Hit<D>[] {
  const hits: Hit<D>[] = [];
  if (codes.length === 0) return hits;
  index.docs.forEach((doc, d) => {
    const own = index.codes[d]!;
    const best = bestCodeScore(own, codes);
    if (best <= 0 || (filter !== undefined && !filter(doc))) return;
    hits.push({ doc, score: best + (doc.popularity ?? 0), why: whyByCode(own, codes) });
  });
  return hits.sort((a, b) => b.score - a.score || (a.doc.id < b.doc.id ? -1 : 1));
}

/** The code in force counts a little more than former ones. */
function bestCodeScore(own: readonly string[], codes: readonly string[]): number {
  let best = 0;
  for (let at = 0; at < own.length; at++) {
    for (const code of codes) best = Math.max(best, codeScore(own[at]!, code) - 2 * at);
  }
  return best;
}

function codeScore(own: string, asked: string): number {
  if (own === asked) return 100;
  if (own.startsWith(asked)) return 60;
  if (own.startsWith(asked, 2)) return 50;
  return asked.length >= 3 && own.includes(asked) ? 40 : 0;
}

/** Scores every reading and keeps for each document its best. */
function ranked<D extends SearchDoc>(
  index: SearchIndex<D>,
  question: Question,
  filter: ((doc: D) => boolean) | undefined,
  size: number,
): Scored[] {
  const best = new Map<number, Scored>();
  const take = (list: readonly Scored[]) => {
    for (const one of list) if (one.score > (best.get(one.d)?.score ?? 0)) best.set(one.d, one);
  };
  for (const reading of question.readings)
    take(scored(index, reading, weigh(index, reading.terms, false), filter, size));
  const literal = question.readings[0];
  if (literal !== undefined && ![...best.values()].some((one) => one.cover > 0.9 && one.adjacent > 0.9)) {
    const loose = weigh(index, literal.terms, true);
    if (loose.some((one) => one.term.folded.length >= 3)) take(scored(index, literal, loose, filter, size));
  }
  const all = [...best.values()];
  const cut = Math.max(LEAST_COVER, CUT * Math.max(0, ...all.map((one) => one.cover)));
  return all
    .filter((one) => one.cover >= cut)
    .sort(
      (a, b) =>
        b.score - a.score || docAt(index, a.d).name.length - docAt(index, b.d).name.length || a.d - b.d,
    );
}

/** What each term may mean and how much it counts; `loose` also doubts words that exist. */
function weigh(index: SearchIndex, terms: readonly Term[], loose: boolean): Weighed[] {
  return terms.map((term) => {
    const meanings = meaningsOf(index, term, loose);
    const weight = (term.filler ? FILLER : 1) * termWeight(index, term, meanings);
    return { term, meanings, weight };
  });
}

function meaningsOf(index: SearchIndex, term: Term, loose: boolean): Meaning[] {
  const group = index.lexicon.groupOf.get(term.folded);
  const known = group !== undefined && (index.lexicon.frequency[group] ?? 0) > 0;
  const meanings = group === undefined ? [] : sameLetters(index, term, group);
  if (known && !loose) return meanings;
  for (const guess of guesses(index.lexicon, term.folded)) {
    // A short word that exists is doubted only for one that sounds the same.
    if (
      known &&
      term.folded.length < 4 &&
      soundOf(term.folded) !== soundOf(index.lexicon.words[guess.group] ?? '')
    )
      continue;
    const weight = guess.weight * (known ? 0.75 : 0.92);
    for (const word of index.wordsOfGroup[guess.group] ?? []) meanings.push({ word, weight });
  }
  return meanings.sort((a, b) => b.weight - a.weight);
}

function sameLetters(index: SearchIndex, term: Term, group: number): Meaning[] {
  const other = isMarked(term) ? OTHER_MARKS : MISSING_MARKS;
  const exact = index.wordOf.get(term.key);
  const words = index.wordsOfGroup[group] ?? [];
  return words
    .map((word) => ({ word, weight: word === exact ? 1 : other }))
    .sort((a, b) => b.weight - a.weight);
}

function termWeight(index: SearchIndex, term: Term, meanings: readonly Meaning[]): number {
  const first = meanings.find((meaning) => (index.wordFrequency[meaning.word] ?? 0) > 0);
  if (first === undefined) return UNKNOWN_WORD;
  const exact = isMarked(term) && first.weight === 1;
  const group = index.groupOfWord[first.word] ?? 0;
  const frequency = exact ? index.wordFrequency[first.word] : index.lexicon.frequency[group];
  return idf(index.docs.length, frequency ?? 0);
}

/** One reading against all documents: add up over the postings, shortlist, then look at order and neighbourhood. */
function scored<D extends SearchDoc>(
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
