// What a dossier's acts refuse with: codes and what their sentences need; the site says them.
import type { Refusal, RefusalOf, SentenceSet } from '../../rules/kernel/index.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';

export type DossierRefusal = RefusalOf<typeof vi>;
export const dossierSentences: SentenceSet = { vi, en };

const refusal = <R extends DossierRefusal>(one: R): R => one;

export const NOT_FOUND = refusal({ code: 'not-found', status: 404 });
export const CHANGED_MEANWHILE = refusal({ code: 'changed', status: 409 });
export const DRAFT_NOT_FOUND = refusal({ code: 'draft-not-found', status: 404 });
export const DRAFT_SENT = refusal({ code: 'draft-sent', status: 409 });
export const SUPPLEMENT_CLOSED = refusal({ code: 'supplement-closed', status: 409 });

/** A draft that lacks something; `step` is where to mend it. */
export type Incomplete = Refusal & { readonly step: string };

/** A refusal of sending, with the step where it is mended. */
export function incomplete(step: string, why: Omit<Refusal, 'status'>): Incomplete {
  return { ...why, status: 422, step };
}

/** What was written or ticked is not enough: 422, at its box. */
export function wrongAt<R extends Omit<DossierRefusal, 'status' | 'field'>>(field: string, why: R) {
  return { ...why, status: 422, field } as const;
}
