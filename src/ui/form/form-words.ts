// The words of form pages in the language of the page.
import { useLang, type Words, wordsOf } from '../words/index.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export type FormWords = Words<typeof vi>;

const words = wordsOf(vi, en);

/** The form's words in the page's language. */
export function useFormWords(): FormWords {
  return words(useLang());
}
