// What the clerk confirmed at the counter.
import { z } from 'zod';

const tick = z
  .literal('1')
  .transform(() => true)
  .catch(false);
const input = z.object({ identityChecked: tick, feeTaken: tick, note: z.string().max(1000).catch('') });

export type Handover = z.infer<typeof input>;

export const NOTHING_TICKED: Handover = { identityChecked: false, feeTaken: false, note: '' };

export function readHandover(body: unknown): Handover {
  return input.parse(body ?? {});
}
