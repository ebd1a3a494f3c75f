// The words of the lifecycle by language, as sites take them.
import type { SentenceSet } from '../kernel/index.ts';
import { en as refusalsEn } from './refusals.en.ts';
import { vi as refusalsVi } from './refusals.vi.ts';
import { en as actsEn } from './words.en.ts';
import { vi as actsVi } from './words.vi.ts';

export const lifecycleSentences: SentenceSet = { vi: refusalsVi, en: refusalsEn };
export const ACT_WORDS = { vi: actsVi, en: actsEn } as const;
