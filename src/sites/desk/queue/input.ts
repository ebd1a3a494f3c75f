// What the address of the queue page may say; anything odd is the plain queue.
import { z } from 'zod';
import { boxOf } from '../../../platform/http/index.ts';

const text = z.string().max(120).optional().catch(undefined);

export const QueueInput = z.object({
  /** Queue. */
  loai: text,
  /** Words sought. */
  q: boxOf(120),
  /** Dossier shown beside the list. */
  mo: text,
  /** The page after this mark. */
  sau: text,
});

export type QueueInput = z.infer<typeof QueueInput>;
