// These pages' words, by language.
import { wordsOf } from '../../../ui/index.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export const words = wordsOf(vi, en);
