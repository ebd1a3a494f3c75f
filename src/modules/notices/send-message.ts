// Hands one queued message to the carrier. No transaction is open while the carrier thinks; its answer is written after.
import { act, SYSTEM } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { ok } from '../../rules/kernel/index.ts';
import { MessageFact, streamOf } from './facts.ts';
import type { E164, SmsPort } from './ports.ts';
import { type Ending, endMessage, findMessage, noteTry } from './store.ts';

/** The message stays queued; thrown so that the job is tried again later. */
export class NotSentYet extends Error {
  constructor(reason: string) {
    super(`not sent yet: ${reason}`);
    this.name = 'NotSentYet';
  }
}

/** `done`: it had ended before, or is not there. */
export type SendOutcome = 'sent' | 'failed' | 'done';

/**
 * Sends a message once. The carrier gets the message's id, so a repeat after a lost answer makes no second SMS.
 * @throws NotSentYet when the carrier may take it later
 */
export async function sendMessage(
  db: Db,
  sms: SmsPort,
  id: string,
  now: Temporal.Instant,
): Promise<SendOutcome> {
  const message = await findMessage(db, id);
  if (message?.state !== 'queued') return 'done';
  const outcome = await sms.send({ to: message.recipient as E164, text: message.text, messageId: id });
  if (outcome.kind === 'sent')
    return end(db, id, { state: 'sent', carrierId: outcome.carrierId, error: '' }, now);
  if (outcome.kind === 'never')
    return end(db, id, { state: 'failed', carrierId: '', error: outcome.reason }, now);
  await noteTry(db, id, outcome.reason);
  throw new NotSentYet(outcome.reason);
}

async function end(db: Db, id: string, ending: Ending, now: Temporal.Instant): Promise<SendOutcome> {
  const done = await act({ db, actor: SYSTEM, now }, async (ctx) => {
    if (!(await endMessage(ctx.tx, id, ending, now))) return ok('done' as const);
    const name = ending.state === 'sent' ? MessageFact.Sent : MessageFact.Failed;
    ctx.announce({ stream: streamOf(id), name, data: ending.error ? { error: ending.error } : {} });
    return ok(ending.state);
  });
  return done.ok ? done.value : 'done';
}
