// What each word of a question may mean in the words of the index, and how much it weighs.
import { idf, type SearchIndex } from './search-index.ts';
import type { Term } from './search-question.ts';
import { guesses, soundOf } from './search-slips.ts';
import { isMarked } from './search-text.ts';

/** A word of the index that a term may stand for. */
export interface Meaning {
  readonly word: number;
  readonly weight: number;
}

export interface Weighed {
  readonly term: Term;
  readonly meanings: readonly Meaning[];
  readonly weight: number;
}

const OTHER_MARKS = 0.72;
const MISSING_MARKS = 0.96;
const FILLER = 0.08;
const ASIDE = 0.4;
const UNKNOWN_WORD = 2;

/** What each term may mean and how much it counts; `loose` also doubts words that exist. */
export function weigh(index: SearchIndex, terms: readonly Term[], loose: boolean): Weighed[] {
  return terms.map((term) => {
    const meanings = meaningsOf(index, term, loose);
    const weight = (term.filler ? FILLER : term.aside ? ASIDE : 1) * termWeight(index, term, meanings);
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
