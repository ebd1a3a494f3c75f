// What this module refuses.
import type { RefusalOf } from '../../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type PeopleRefusal = RefusalOf<typeof vi>;

/** The sentences of this module, for the sites. */
export const peopleSentences = { vi, en };
