// What the clerk confirmed at the counter.
import { z } from 'zod';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { overlong } from '../overlong.ts';
import { vi } from './words.vi.ts';

const LONGEST_NOTE = 1000;

const tick = z
  .literal('1')
  .transform(() => true)
  .catch(false);
const input = z.object({ identityChecked: tick, note: z.string().catch('') });

export type Handover = z.infer<typeof input>;

export const NOTHING_TICKED: Handover = { identityChecked: false, note: '' };

export function readHandover(body: unknown): Handover {
  return input.parse(body ?? {});
}

/** A note of more than a line of the control sheet has room for; what was written stays. */
export function overlongIn({ note }: Handover): Refusal[] {
  return overlong([{ field: 'note', label: vi.noteName, text: note }], LONGEST_NOTE);
}
