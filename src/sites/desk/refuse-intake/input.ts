// What the official wrote; a ready reason fills the boxes when its button is pressed.
import { z } from 'zod';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { overlong } from '../overlong.ts';
import { readyText } from '../ready-text.ts';
import { readyReasons, vi } from './words.vi.ts';

const LONGEST = 2000;
const text = z.string().catch('');
const input = z
  .object({ reason: text, legalBasis: text, advice: text })
  .catch({ reason: '', legalBasis: '', advice: '' });

export type Letter = z.infer<typeof input>;

export const EMPTY_LETTER: Letter = { reason: '', legalBasis: '', advice: '' };

export function readLetter(body: unknown): Letter {
  return input.parse(body);
}

/** The first box with more than the letter has room for; what was written stays. */
export function overlongIn({ reason, legalBasis, advice }: Letter): Refusal[] {
  const boxes = [
    { field: 'reason', label: vi.reason, text: reason },
    { field: 'legalBasis', label: vi.basis, text: legalBasis },
    { field: 'advice', label: vi.adviceName, text: advice },
  ];
  return overlong(boxes, LONGEST);
}

/** The ready reason whose button was pressed, as the content of the boxes. */
export function readyLetter(body: unknown): Letter | undefined {
  const ready = readyText(body, readyReasons);
  return ready && { reason: ready.reason, legalBasis: ready.basis, advice: ready.advice };
}
