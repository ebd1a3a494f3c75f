// What flows refuse with, and how it is said.
import type { RefusalOf } from '../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type FlowRefusal = RefusalOf<typeof vi>;

/** Nobody may sign for a body that is no more. @param name "UBND huyện Hiệp Hòa" */
export function bodyEnded(name: string): FlowRefusal {
  return { code: 'body-ended', params: { name }, status: 409 };
}

export const flowSentences = { vi, en };
