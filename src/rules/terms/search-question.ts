// Reads a person's question: mends joined, split and raw-typed words, sets aside the words that only make it polite,
// and adds the ways the law would put it.
import { asTyped } from '../kernel/index.ts';
import type { SearchIndex } from './search-index.ts';
import { guesses, knows, rawTyping, slipWeight, splitJoined } from './search-slips.ts';
import { isMarked, MAX_QUESTION, type Word, wordOf, wordsOf } from './search-text.ts';

/** One word of the question. */
export interface Term extends Word {
  /** What the person typed, when we read it differently. */
  readonly typed: string;
  /** Politeness and grammar; barely counts. */
  readonly filler: boolean;
  /** Beside an everyday phrase that was understood: counts less. */
  readonly aside?: boolean;
}

/** One reading of the question. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly weight: number;
  /** For a reading by synonym: what was said and what it was taken for. */
  readonly said?: string;
  readonly taken?: string;
}

export interface Question {
  readonly codes: readonly string[];
  readonly readings: readonly Reading[];
}

const MAX_TERMS = 24;
const MAX_READINGS = 5;

const FILLERS = new Set(
  wordsOf(
    'thủ tục hồ sơ làm xin cho tôi em mình muốn cần cách thế nào ở đâu là gì và của các những về tại để được như hay hoặc ạ với nhờ giúp hướng dẫn',
  ).map((word) => word.key),
);
/** The same without marks, where no other word of the field looks so (can is also căn, dau also dấu). */
const PLAIN_FILLERS = new Set(
  'thu tuc lam xin cho toi em muon cach nao la va cac nhung ve de nhu hay hoac voi nho giup huong'.split(' '),
);

/** Codes and readings of a question, the literal reading first. */
export function readQuestion(index: SearchIndex, q: string): Question {
  const text = asTyped(q.slice(0, MAX_QUESTION));
  const codes = codesIn(text);
  const terms = mended(index, wordsOf(withoutCodes(text, codes)));
  if (terms.length === 0) return { codes: codes.map(plainCode), readings: [] };
  return {
    codes: codes.map(plainCode),
    readings: [{ terms: limited(terms), weight: 1 }, ...bySynonym(index, terms)],
  };
}

const CODE = /(?<![\p{L}\p{N}.])\d\.\d{1,6}(?:\.[A-Z0-9]+)*(?![\p{L}\p{N}])/giu;

function codesIn(text: string): string[] {
  const dotted = text.match(CODE) ?? [];
  const bare = /^\s*(\d{3,7})\s*$/u.exec(text)?.[1];
  return bare === undefined ? [...dotted] : [bare];
}

function withoutCodes(text: string, codes: readonly string[]): string {
  return codes.reduce((rest, code) => rest.replace(code, ' '), text);
}

/** `1.001193.000.00.00.H02` and `1001193` → `1.001193`; a part stays a part. */
function plainCode(code: string): string {
  return code.replace(/^(\d)(\d{6})$/u, '$1.$2').replace(/^(\d\.\d{6}).*$/u, '$1');
}

function mended(index: SearchIndex, words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || word.folded === '') continue;
    const next = words[at + 1];
    if (next !== undefined && belongTogether(index, word, next)) {
      terms.push(termOf(wordOf(word.shown + next.shown), `${word.shown} ${next.shown}`));
      at++;
      continue;
    }
    terms.push(...mendedWord(index, word));
  }
  return terms;
}

function belongTogether({ lexicon }: SearchIndex, a: Word, b: Word): boolean {
  return (
    (!knows(lexicon, a.folded) || !knows(lexicon, b.folded)) &&
    /^[a-z]+$/u.test(a.folded + b.folded) &&
    knows(lexicon, a.folded + b.folded)
  );
}

function mendedWord({ lexicon }: SearchIndex, word: Word): Term[] {
  if (knows(lexicon, word.folded)) return [termOf(word, word.shown)];
  const raw = rawTyping(lexicon, word.folded);
  if (raw !== undefined) return [termOf(wordOf(raw), word.shown)];
  const oneSlip = guesses(lexicon, word.folded).some(
    ({ group }) => slipWeight(word.folded, lexicon.words[group] ?? '') > 0,
  );
  if (word.folded.length >= 5 && !oneSlip) {
    const parts = splitJoined(lexicon, word.folded);
    if (parts !== undefined && parts.length > 1) return partsOf(word, parts);
  }
  return [termOf(word, word.shown)];
}

/** The parts keep the marks of the joined word, when its letters line up. */
function partsOf(word: Word, parts: readonly string[]): Term[] {
  const letters = [...word.shown.normalize('NFC')];
  let at = 0;
  return parts.map((part) => {
    const own = letters.slice(at, at + part.length).join('');
    at += part.length;
    return termOf(wordOf(own), own);
  });
}

function termOf(word: Word, typed: string): Term {
  const filler = isMarked(word) ? FILLERS.has(word.key) : PLAIN_FILLERS.has(word.folded);
  return { ...word, typed, filler };
}

function addedTerm(word: Word): Term {
  return { ...word, typed: word.shown, filler: false };
}

/** At most MAX_TERMS, without the politeness before and after; politeness alone is taken at its word. */
function limited(terms: readonly Term[]): Term[] {
  const first = terms.findIndex((term) => !term.filler);
  if (first < 0) return terms.slice(0, MAX_TERMS).map((term) => ({ ...term, filler: false }));
  const last = terms.findLastIndex((term) => !term.filler);
  return terms.slice(first, Math.min(last + 1, first + MAX_TERMS));
}

interface Occurrence {
  readonly from: number;
  readonly to: number;
  readonly means: readonly string[];
  readonly weight: number;
}

function bySynonym(index: SearchIndex, terms: readonly Term[]): Reading[] {
  const found = occurrences(index, terms);
  if (found.length === 0) return [];
  const readings = [
    readingWith(
      terms,
      found,
      found.map(() => 0),
    ),
  ];
  found.forEach((one, which) => {
    for (let choice = 1; choice < one.means.length; choice++) {
      readings.push(
        readingWith(
          terms,
          found,
          found.map((_, at) => (at === which ? choice : 0)),
        ),
      );
    }
  });
  return readings.slice(0, MAX_READINGS);
}

function readingWith(
  terms: readonly Term[],
  found: readonly Occurrence[],
  choices: readonly number[],
): Reading {
  const out: Term[] = [];
  const said: string[] = [];
  const taken: string[] = [];
  let at = 0;
  let weight = 0.97;
  found.forEach((one, which) => {
    const means = one.means[choices[which] ?? 0] ?? '';
    const meant = wordsOf(means).map(addedTerm);
    out.push(...terms.slice(at, one.from).map(asAside));
    out.splice(out.length - overlap(out, meant), Number.POSITIVE_INFINITY, ...meant);
    said.push(
      terms
        .slice(one.from, one.to)
        .map((term) => term.typed)
        .join(' '),
    );
    taken.push(means);
    weight *= one.weight * ((choices[which] ?? 0) === 0 ? 1 : 0.9 ** Math.min(3, choices[which] ?? 0));
    at = one.to;
  });
  out.push(...terms.slice(at).map(asAside));
  return { terms: limited(out), weight, said: said.join(', '), taken: taken.join(', ') };
}

function asAside(term: Term): Term {
  return { ...term, aside: true };
}

/** How many words at the end already begin what is added: "đăng ký" + "đăng ký khai sinh". */
function overlap(out: readonly Term[], meant: readonly Term[]): number {
  for (let size = Math.min(out.length, meant.length); size > 0; size--) {
    if (out.slice(-size).every((term, at) => term.folded === meant[at]?.folded)) return size;
  }
  return 0;
}

/** Everyday phrases in the question; where two overlap, the longer. */
function occurrences(index: SearchIndex, terms: readonly Term[]): Occurrence[] {
  const candidates = terms.map((term) => candidatesOf(index, term));
  const all: Occurrence[] = [];
  candidates.forEach((firsts, from) => {
    for (const { words, means } of firsts.flatMap((first) => index.phrases.get(first) ?? [])) {
      const weight = likeness(terms, candidates, from, words);
      if (weight > 0) all.push({ from, to: from + words.length, means, weight });
    }
  });
  const taken: Occurrence[] = [];
  for (const one of all.sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight)) {
    if (taken.every((other) => one.to <= other.from || other.to <= one.from)) taken.push(one);
  }
  return taken.sort((a, b) => a.from - b.from);
}

function candidatesOf({ lexicon }: SearchIndex, term: Term): string[] {
  if (knows(lexicon, term.folded)) return [term.folded];
  return [term.folded, ...guesses(lexicon, term.folded).map(({ group }) => lexicon.words[group] ?? '')];
}

function likeness(
  terms: readonly Term[],
  candidates: readonly string[][],
  from: number,
  words: readonly Word[],
): number {
  let weight = 1;
  for (let at = 0; at < words.length; at++) {
    const term = terms[from + at];
    const word = words[at];
    if (term === undefined || word === undefined || !candidates[from + at]?.includes(word.folded)) return 0;
    if (term.folded !== word.folded) weight *= 0.85;
    else if (isMarked(term) && term.key !== word.key) weight *= words.length > 1 ? 0.8 : 0;
  }
  return weight;
}
