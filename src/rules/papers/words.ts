// The sentences of paper checks in both languages, as they are handed to whoever says them.
import type { SentenceSet } from '../kernel/index.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export const paperSentences = { vi, en } satisfies SentenceSet;
