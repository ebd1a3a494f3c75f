// These pages' words, by language.
import { wordsOf } from '../../../ui/index.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export const words = wordsOf(vi, en);

/** The word for a code of the data; the code itself where there is none. */
export function named(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}
