// Says plainly why something was found, so that a strange hit is never a riddle.
import type { Language } from '../kernel/index.ts';
import type { SearchIndex } from './search-index.ts';
import type { Term } from './search-question.ts';
import { en } from './search-why.en.ts';
import { vi } from './search-why.vi.ts';

const WORDS = { vi, en } as const;

export interface FoundBy {
  readonly d: number;
  /** Part of the question's neighbouring words that are neighbours in the name too. */
  readonly adjacent: number;
  readonly said?: string | undefined;
  readonly taken?: string | undefined;
  readonly terms: readonly { readonly term: Term; readonly words: readonly number[] }[];
}

interface Matched {
  readonly term: Term;
  /** The word as the name has it; absent when the name lacks it. */
  readonly shown?: string;
  readonly folded?: string;
  /** Marks and all. */
  readonly exact?: boolean;
}

/** One or more clauses joined by `; `. */
export function whyFound(index: SearchIndex, found: FoundBy, language: Language): string {
  const words = WORDS[language];
  const matched = matches(index, found);
  const telling = matched.filter((one) => !one.term.filler);
  const has = telling.filter((one) => one.shown !== undefined);
  const lacks = telling.filter((one) => one.shown === undefined);
  const clauses: string[] = [];
  if (found.said !== undefined) clauses.push(words.otherwise(found.said, found.taken ?? ''));
  clauses.push(wordsClause(words, has, lacks, found.adjacent));
  const near = has.filter((one) => one.folded !== one.term.folded || one.term.typed !== one.term.shown);
  const slips = near.filter((one) => plain(one.term.typed) !== plain(one.shown ?? ''));
  if (slips.length > 0)
    clauses.push(words.nearly(slips.map(({ term, shown = '' }) => ({ typed: term.typed, shown }))));
  if (lacks.length > 0) clauses.push(words.without(lacks.map((one) => one.term.typed)));
  return clauses.filter((clause) => clause !== '').join('; ');
}

function wordsClause(
  words: typeof vi,
  has: readonly Matched[],
  lacks: readonly Matched[],
  adjacent: number,
): string {
  const shown = has.map((one) => one.shown).join(' ');
  if (has.length === 0) return words.besides;
  const manner = has.every((one) => one.exact || one.folded !== one.term.folded) ? '' : words.unmarked;
  if (lacks.length > 0) return words.partly(shown, manner);
  if (has.length === 1) return words.word(shown, manner);
  if (adjacent > 0.99) return words.phrase(shown, manner);
  return words.all(shown, manner);
}

function matches(index: SearchIndex, found: FoundBy): Matched[] {
  const inName = new Set(index.nameWords.subarray(index.nameStarts[found.d], index.nameStarts[found.d + 1]));
  return found.terms.map(({ term, words }) => {
    const word = words.find((one) => inName.has(one)) ?? words.find((one) => inKeywords(index, one, found.d));
    if (word === undefined) return { term };
    const group = index.groupOfWord[word] ?? 0;
    return {
      term,
      shown: index.shown[word] ?? '',
      folded: index.lexicon.words[group] ?? '',
      exact: index.wordOf.get(term.key) === word,
    };
  });
}

function inKeywords({ inKeywords: { starts, docs } }: SearchIndex, word: number, d: number): boolean {
  return docs.subarray(starts[word], starts[word + 1]).includes(d);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('đ', 'd')
    .replace(/y$/u, 'i');
}

/** Why a code was found. `own` are the codes of the document, the one in force first. */
export function whyByCode(own: readonly string[], asked: readonly string[], language: Language): string {
  const words = WORDS[language];
  for (const code of asked) {
    if (own[0] === code) return words.code(code);
    const former = own.indexOf(code);
    if (former > 0) return words.formerCode(code, own[0] ?? '');
  }
  const part = asked.find((code) => own.some((one) => one.includes(code)));
  return words.codePart(part ?? '');
}
