// The door to words: shared ones, and the means for a page to hold its own.
import { en } from './en.ts';
import { vi } from './vi.ts';
import { useLang, type Words, wordsOf } from './words.ts';

export { Naming, naming, Vi, vietnameseOption, Written } from './vietnamese.tsx';
export { type Lang, LangContext, useLang, type Words, wordsOf } from './words.ts';

export type SharedWords = Words<typeof vi>;

/** The shared words in a language. */
export const words = wordsOf(vi, en);

/** The shared words in the language of the page being rendered. */
export function useWords(): SharedWords {
  return words(useLang());
}
