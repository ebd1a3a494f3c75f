// What flows refuse with, and how it is said.
import type { RefusalOf } from '../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type FlowRefusal = RefusalOf<typeof vi>;

export const flowSentences = { vi, en };
