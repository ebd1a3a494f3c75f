// Hands one queued message to the carrier. No transaction is open while the carrier thinks; its answer is written after.
import { act, SYSTEM } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { ok } from '../../rules/kernel/index.ts';
import { MessageFact, streamOf } from './facts.ts';
import type { Channel } from './ports.ts';
import { type Ending, endMessage, findMessage, noteTry } from './store.ts';
import { takeTurn } from './turn.ts';

/** The message stays queued; thrown so that the job is tried again later. */
export class NotSentYet extends Error {
  constructor(reason: string) {
    super(`not sent yet: ${reason}`);
    this.name = 'NotSentYet';
  }
}

/**
 * `expired`: too late to be of use, it was not handed over; `merged`: a newer one says it; `done`: it had ended before, or is not
 * there. With `heldUntil` nothing was done: another of its matter went just before, and it is to be sent then.
 */
export type SendOutcome = Ending['state'] | 'merged' | 'done' | { readonly heldUntil: Temporal.Instant };

/**
 * Sends a message once, by its channel. The carrier gets the message's id, so a repeat after a lost answer makes no second one.
 * A notice of which a newer one is there is not sent.
 * @throws NotSentYet when the carrier may take it later
 */
export async function sendMessage(
  db: Db,
  channels: readonly Channel[],
  id: string,
  now: Temporal.Instant,
): Promise<SendOutcome> {
  const found = await findMessage(db, id);
  if (found?.state !== 'queued') return 'done';
  let message = found;
  const { valid_until: until } = message;
  if (until && Temporal.Instant.compare(until, now) <= 0)
    return end(db, id, { state: 'expired', carrierId: '', error: message.last_error }, now);
  const channel = channels.find((one) => one.name === message.channel);
  // Queued by a process that has it already: this one may have it after its next start.
  if (!channel) throw new NotSentYet(`no channel ${message.channel} here`);
  if (message.matter !== '') {
    const turn = await takeTurn(db, id, now);
    if (turn.kind === 'wait') return { heldUntil: turn.until };
    if (turn.kind !== 'go') return turn.kind;
    message = turn.message;
  }
  const { recipient: to, subject, text } = message;
  const outcome = await channel.send({ to, subject, text, messageId: id });
  if (outcome.kind === 'sent')
    return end(db, id, { state: 'sent', carrierId: outcome.carrierId, error: '' }, now);
  if (outcome.kind === 'never')
    return end(db, id, { state: 'failed', carrierId: '', error: outcome.reason }, now);
  await noteTry(db, id, outcome.reason);
  throw new NotSentYet(outcome.reason);
}

/** Ends a queued message unsent: what it would say is no longer so. */
export async function dropMessage(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await end(db, id, { state: 'expired', carrierId: '', error: '' }, now);
}

const ENDED = {
  sent: MessageFact.Sent,
  failed: MessageFact.Failed,
  expired: MessageFact.Expired,
} as const;

async function end(db: Db, id: string, ending: Ending, now: Temporal.Instant): Promise<SendOutcome> {
  const done = await act({ db, actor: SYSTEM, now }, async (ctx) => {
    if (!(await endMessage(ctx.tx, id, ending, now))) return ok('done' as const);
    ctx.announce({
      stream: streamOf(id),
      name: ENDED[ending.state],
      data: ending.error ? { error: ending.error } : {},
    });
    return ok(ending.state);
  });
  return done.ok ? done.value : 'done';
}
