// What results refuse with; the sentences stand in the tables beside.
import type { RefusalOf } from '../../rules/kernel/index.ts';
import type { GivenNumber, VoidReason } from './given-number.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type ResultRefusal = RefusalOf<typeof vi>;

export const resultSentences = { vi, en };

/** @param missing labels of what the template needs */
export function incomplete(missing: readonly string[]): ResultRefusal {
  return { code: 'result-incomplete', status: 422, params: { missing } };
}

export function unprintableResult(characters: readonly string[]): ResultRefusal {
  return { code: 'result-unprintable', status: 422, params: { characters } };
}

/** Somebody else, or the same person in another window, signs this very paper. */
export function underWay({ signer, takenAt, reservedAt }: GivenNumber): ResultRefusal {
  return { code: 'signing-under-way', params: { who: signer.name, since: takenAt ?? reservedAt } };
}

/** The number is kept, and its signature asked for again by itself. */
export function notYet(kind: 'tryAgain' | 'unknown', { number }: GivenNumber): ResultRefusal {
  return { code: kind === 'tryAgain' ? 'signature-later' : 'signature-unknown', params: { number } };
}

const VOIDED = {
  moved: 'signing-overtaken',
  replaced: 'signing-overtaken',
  refused: 'signature-refused',
  late: 'signing-late',
  failed: 'signing-failed',
} as const satisfies Record<VoidReason, ResultRefusal['code']>;

/** Nothing was issued and the number is void. */
export function voided(why: VoidReason, { number }: GivenNumber): ResultRefusal {
  return { code: VOIDED[why], params: { number } };
}
