// Finding by name: accent-free, forgiving of slips, in everyday words, by code. All words before some words, rare words
// before common ones, the phrase before its pieces, the short official name before the long one.
import type { Language } from '../kernel/index.ts';
import type { SearchDoc, SearchIndex } from './search-index.ts';
import { weigh } from './search-meanings.ts';
import { type Question, type Reading, readQuestion } from './search-question.ts';
import { LEAST_COVER, type Scored, scored } from './search-score.ts';
import { type FoundBy, whyByCode, whyFound } from './search-why.ts';

export { buildIndex, type SearchDoc, type SearchIndex } from './search-index.ts';
export { CITIZEN_SYNONYMS, type Synonym } from './search-synonyms.ts';

export interface Hit<D extends SearchDoc = SearchDoc> {
  readonly doc: D;
  readonly score: number;
  /** Why it was found, in the language asked for. */
  readonly why: string;
}

export interface SearchOptions<D extends SearchDoc> {
  /** How many hits at most; 20 when absent. */
  readonly limit?: number;
  /** Only documents for which this holds are looked at. */
  readonly filter?: (doc: D) => boolean;
  /** Of the reasons; Vietnamese when absent. */
  readonly language?: Language;
}

const SHORTLIST = 200;
/** How many to look at when only the best matters. */
const GLANCE = 20;
/** A hit that covers less than this part of what the best one covers is not shown. */
const CUT = 0.76;

/**
 * The documents that answer a question, best first; none for an empty or meaningless one. Never throws, whatever is typed.
 * @param q any text; only its first 400 letters are read
 */
export function search<D extends SearchDoc>(
  index: SearchIndex<D>,
  q: string,
  options: SearchOptions<D> = {},
): Hit<D>[] {
  const { limit = 20, language = 'vi' } = options;
  const question = readQuestion(index, q);
  const byCode = hitsByCode(index, question, options.filter, language);
  if (question.readings.length === 0) return byCode.slice(0, limit);
  const taken = new Set(byCode.map((hit) => hit.doc));
  const byName = ranked(index, question, options.filter, Math.max(SHORTLIST, limit))
    .filter(({ d }) => !taken.has(docAt(index, d)))
    .slice(0, limit)
    .map((one) => ({
      doc: docAt(index, one.d),
      score: one.score,
      why: whyFound(index, foundBy(one), language),
    }));
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
  filter: ((doc: D) => boolean) | undefined,
  language: Language,
): Hit<D>[] {
  const hits: Hit<D>[] = [];
  if (codes.length === 0) return hits;
  index.docs.forEach((doc, d) => {
    const own = index.codes[d]!;
    const best = bestCodeScore(own, codes);
    if (best <= 0 || (filter !== undefined && !filter(doc))) return;
    hits.push({ doc, score: best + (doc.popularity ?? 0), why: whyByCode(own, codes, language) });
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

/** The whole question, word by word in one piece. */
function isPlain(one: Scored): boolean {
  return one.cover > 0.9 && one.adjacent > 0.9;
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
  const strict = (reading: Reading) => weigh(index, reading.terms, false);
  for (const reading of question.readings) take(scored(index, reading, strict(reading), filter, size));
  let answered = [...best.values()].filter(isPlain);
  // What the filter hides still tells that the question was well put: then nothing far-fetched is offered in its place.
  if (answered.length === 0 && filter !== undefined) {
    answered = question.readings
      .flatMap((reading) => scored(index, reading, strict(reading), undefined, GLANCE))
      .filter(isPlain);
  }
  const literal = question.readings[0];
  if (literal !== undefined && answered.length === 0) {
    const loose = weigh(index, literal.terms, true);
    if (loose.some((one) => one.term.folded.length >= 3)) take(scored(index, literal, loose, filter, size));
  }
  const all = [...best.values()];
  const top = Math.max(0, ...all.map((one) => one.cover), ...answered.map((one) => one.cover));
  const cut = Math.max(LEAST_COVER, CUT * top);
  return all
    .filter((one) => one.cover >= cut)
    .sort(
      (a, b) =>
        b.score - a.score || docAt(index, a.d).name.length - docAt(index, b.d).name.length || a.d - b.d,
    );
}
