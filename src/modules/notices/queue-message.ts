// Puts messages in the queue, in the transaction of the act they speak of: they are sent if and only if that commits.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { MessageFact, streamOf } from './facts.ts';
import { insertMessages, type News } from './store.ts';

export interface QueueInput {
  /** What it speaks of, e.g. `dossier:<id>/3` or `code:<id>`. One message per key, kind, channel and address, however often it is asked. */
  readonly key: string;
  /** e.g. `one-time-code`, or the name of the fact. */
  readonly kind: string;
  /** By which channel, its name. */
  readonly channel: string;
  /** The address there: of short messages a mobile number, E.164. */
  readonly to: string;
  /** Of a channel that has one. */
  readonly subject?: string;
  readonly text: string;
  /** It carries a code: somebody waits for it, and the text is emptied once sent. */
  readonly secret?: boolean;
  /** From then on it is of no use and is not sent. */
  readonly validUntil?: Temporal.Instant;
  /** What it is news of; absent, it is handed over at once whatever else was. */
  readonly news?: News;
}

/** Queues a message. @returns its id, or null when the same one was queued before */
export async function queueMessage(ctx: Ctx, input: QueueInput): Promise<string | null> {
  return (await queueMessages(ctx, [input]))[0] ?? null;
}

/** Queues messages. @returns the ids of those that were not queued before */
export async function queueMessages(ctx: Ctx, inputs: readonly QueueInput[]): Promise<string[]> {
  if (inputs.length === 0) return [];
  const messages = inputs.map((input) => ({ id: newId(), ...input }));
  const made = await insertMessages(ctx.tx, messages, ctx.now);
  const queued = messages.filter(({ id }) => made.has(id));
  for (const { id, kind, secret: soon = false } of queued)
    ctx.announce({ stream: streamOf(id), name: MessageFact.Queued, data: { kind }, soon });
  return queued.map(({ id }) => id);
}
