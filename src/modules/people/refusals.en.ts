// What this module refuses, in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = { 'no-such-person': 'This person was not found.' } satisfies SameSentences<typeof vi>;
