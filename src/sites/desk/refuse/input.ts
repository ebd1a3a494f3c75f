// What the official wrote; a ready reason fills the boxes when its button is pressed.
import { z } from 'zod';
import { readyReasons } from './words.vi.ts';

const text = z.string().max(2000).catch('');
const input = z
  .object({ reason: text, legalBasis: text, advice: text })
  .catch({ reason: '', legalBasis: '', advice: '' });

export type Letter = z.infer<typeof input>;

export const EMPTY_LETTER: Letter = { reason: '', legalBasis: '', advice: '' };

export function readLetter(body: unknown): Letter {
  return input.parse(body);
}

/** The ready reason whose button was pressed, as the content of the boxes. */
export function readyLetter(body: unknown): Letter | undefined {
  const pressed = z.object({ mau: z.coerce.number().int() }).safeParse(body);
  const ready = pressed.success ? readyReasons[pressed.data.mau] : undefined;
  return ready && { reason: ready.reason, legalBasis: ready.basis, advice: ready.advice };
}
