// What a site itself refuses, and how it is said.
import type { RefusalOf } from '../../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type SiteRefusal = RefusalOf<typeof vi>;

export const siteSentences = { vi, en };
