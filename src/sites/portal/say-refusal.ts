// A refusal in words, in the reader's language.
import { type RefusalOf, refusalSayer } from '../../rules/kernel/index.ts';
import { SENTENCES } from '../refusals.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

/** What these pages refuse by themselves. */
export type PortalRefusal = RefusalOf<typeof vi>;

/** @throws Error for a code without a sentence */
export const sayRefusal = refusalSayer([...SENTENCES, { vi, en }]);
