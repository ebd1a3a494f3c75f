// Why a fee is waived, and by which law; a ready ground fills the boxes when its button is pressed.
import { z } from 'zod';
import { faultsIn } from '../../../modules/payments/index.ts';
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

/** All that is wrong, each at its box. */
export const faultsOf: (typed: Waiver) => Refusal[] = faultsIn;

/** The ready ground whose button was pressed, as the content of the boxes. */
export function readyWaiver(body: unknown): Waiver | undefined {
  const ready = readyText(body, grounds);
  return ready && { reason: ready.reason, legalBasis: ready.basis };
}
