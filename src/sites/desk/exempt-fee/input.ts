// Why a fee is waived, and by which law; a ready ground fills the boxes when its button is pressed.
import { z } from 'zod';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { readyText } from '../ready-text.ts';
import { grounds } from './words.vi.ts';

const text = z.string().catch('');
const input = z.object({ reason: text, legalBasis: text }).catch({ reason: '', legalBasis: '' });

export type Waiver = z.infer<typeof input>;

export const NO_GROUND: Waiver = { reason: '', legalBasis: '' };

export function readWaiver(body: unknown): Waiver {
  return input.parse(body ?? {});
}

/** A ready ground whose paper was not written in; the rest the act itself asks. */
export function unfinishedIn({ reason }: Waiver): Refusal[] {
  return reason.trim().endsWith(':')
    ? [{ code: 'exemption-reason-missing', status: 422, field: 'reason' }]
    : [];
}

/** The ready ground whose button was pressed, as the content of the boxes. */
export function readyWaiver(body: unknown): Waiver | undefined {
  const ready = readyText(body, grounds);
  return ready && { reason: ready.reason, legalBasis: ready.basis };
}
