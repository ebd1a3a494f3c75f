// Everything the sandbox remembers, as kept line by line in its file. Times are instants of the virtual clock.
import { z } from 'zod';

/** A message that the carrier took for a phone. */
const Sms = z.object({
  type: z.literal('sms'),
  id: z.string(),
  requestId: z.string(),
  /** Local form, 0912345678. */
  to: z.string(),
  from: z.string(),
  text: z.string(),
  at: z.string(),
});

/** A message that a phone sent to the portal, and what the portal answered (0: not reached). */
const Inbound = z.object({
  type: z.literal('inbound'),
  id: z.string(),
  from: z.string(),
  text: z.string(),
  at: z.string(),
  status: z.number(),
});

/** What a payer's bank app knows before paying. Amount null: the payer types it. */
export const Bill = z.object({
  ref: z.string(),
  amount: z.number().int().positive().nullable(),
  bin: z.string(),
  account: z.string(),
  purpose: z.string(),
});
export type Bill = z.infer<typeof Bill>;

const Scan = z.object({ type: z.literal('scan'), bill: Bill, at: z.string() });

/** Money that moved, with the body of its notice. */
const Transfer = z.object({
  type: z.literal('transfer'),
  id: z.number().int(),
  ref: z.string(),
  amount: z.number().int().positive(),
  account: z.string(),
  at: z.string(),
  notice: z.record(z.string(), z.unknown()),
  /** `held`: the notice waits until someone sends it; `forged`: signed by someone who does not know the secret. */
  mood: z.enum(['plain', 'held', 'forged', 'stale']),
});

/** One try to tell the portal of a transfer; status 0: not reached. */
const Delivery = z.object({
  type: z.literal('delivery'),
  transferId: z.number().int(),
  at: z.string(),
  status: z.number(),
  taken: z.boolean(),
  answer: z.string(),
});

export const Happening = z.discriminatedUnion('type', [Sms, Inbound, Scan, Transfer, Delivery]);
export type Happening = z.infer<typeof Happening>;
export type Sms = z.infer<typeof Sms>;
export type Inbound = z.infer<typeof Inbound>;
export type Scan = z.infer<typeof Scan>;
export type Transfer = z.infer<typeof Transfer>;
export type Delivery = z.infer<typeof Delivery>;
