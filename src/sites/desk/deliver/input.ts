// What the clerk confirmed at the counter.
import { z } from 'zod';
import { type Refusal, tooLong } from '../../../rules/kernel/index.ts';
import { vi } from './words.vi.ts';

const LONGEST_NOTE = 1000;

const tick = z
  .literal('1')
  .transform(() => true)
  .catch(false);
const input = z.object({ identityChecked: tick, feeTaken: tick, note: z.string().catch('') });

export type Handover = z.infer<typeof input>;

export const NOTHING_TICKED: Handover = { identityChecked: false, feeTaken: false, note: '' };

export function readHandover(body: unknown): Handover {
  return input.parse(body ?? {});
}

/** A note of more than a line of the control sheet has room for; what was written stays. */
export function overlongIn({ note }: Handover): Refusal[] {
  const message = tooLong(vi.noteName, note, LONGEST_NOTE);
  return message === null ? [] : [{ code: 'too-long', status: 422, field: 'note', message }];
}
