// Hands queued messages to their carriers, several at once. No transaction is open while a carrier thinks; what it answered is written after.
import { act, SYSTEM } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { ok } from '../../rules/kernel/index.ts';
import { MessageFact, streamOf } from './facts.ts';
import type { Channel, SendingOutcome } from './ports.ts';
import { type Ending, endMessages, findStored, noteTries, type StoredMessage } from './store.ts';
import { takeTurns } from './turn.ts';

/** The message stays queued; thrown so that the job is tried again later. */
export class NotSentYet extends Error {
  constructor(reason: string) {
    super(`not sent yet: ${reason}`);
    this.name = 'NotSentYet';
  }
}

/**
 * `expired`: too late to be of use, it was not handed over; `merged`: a newer one says it; `done`: it had ended before, or is not
 * there. With `heldUntil` nothing was done: another of its matter went just before, or the carrier is slow; it is to be sent then.
 */
export type SendOutcome = Ending['state'] | 'merged' | 'done' | { readonly heldUntil: Temporal.Instant };

/** How each sending ended; refused with NotSentYet when the carrier may take the message later. */
export type SendEnd = PromiseSettledResult<SendOutcome>;

/** Messages of one call that carriers are asked to take at the same time. */
const AT_ONCE = 12;
/** After this no further message of a call is handed over, ms: the carrier is slow, and who holds the job must end within its lease. */
const PATIENCE_MS = 15_000;

interface Sending {
  readonly channel: Channel;
  readonly message: StoredMessage;
}

/**
 * Sends each message once, by its channel. The carrier gets the message's id, so a repeat after a lost answer makes no second one.
 * A notice of which a newer one is there is not sent.
 * @returns how each ended, in the order of the ids; one that the carrier would not take leaves the others alone
 * @throws when the database fails: what was handed over meanwhile is handed over again under the same ids
 */
export async function sendMessages(
  db: Db,
  channels: readonly Channel[],
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<SendEnd[]> {
  const stored = await findStored(db, ids);
  const ends = new Map<string, SendEnd>();
  const endings: Ending[] = [];
  const sendings = new Map<string, Sending>();
  for (const [id, message] of stored) {
    const channel = channels.find((one) => one.name === message.channel);
    const { state, valid_until: until } = message;
    if (state !== 'queued') continue;
    if (until && Temporal.Instant.compare(until, now) <= 0)
      endings.push({ id, state: 'expired', carrierId: '', error: message.last_error });
    // Queued by a process that has it already: this one may have it after its next start.
    else if (!channel) ends.set(id, notYet(`no channel ${message.channel} here`));
    else sendings.set(id, { channel, message });
  }
  const ordered = [...new Set(ids)].filter((id) => sendings.has(id));
  const newsworthy = ordered.filter((id) => sendings.get(id)?.message.matter !== '');
  for (const [id, turn] of await takeTurns(db, newsworthy, now)) {
    const sending = sendings.get(id);
    if (turn.kind === 'go' && sending) sendings.set(id, { ...sending, message: turn.message });
    else sendings.delete(id);
    if (turn.kind === 'wait') ends.set(id, fulfilled({ heldUntil: turn.until }));
    if (turn.kind === 'merged') ends.set(id, fulfilled('merged'));
  }
  const answers = await handOver(ordered.flatMap((id) => sendings.get(id) ?? []));
  for (const { message } of sendings.values())
    if (!answers.has(message.id)) ends.set(message.id, fulfilled({ heldUntil: now }));
  const tries: { id: string; error: string }[] = [];
  for (const [id, answer] of answers) {
    if (answer.kind === 'sent') endings.push({ id, state: 'sent', carrierId: answer.carrierId, error: '' });
    else if (answer.kind === 'never')
      endings.push({ id, state: 'failed', carrierId: '', error: answer.reason });
    else {
      tries.push({ id, error: answer.reason });
      ends.set(id, notYet(answer.reason));
    }
  }
  for (const [id, state] of await record(db, endings, tries, now)) ends.set(id, fulfilled(state));
  return ids.map((id) => ends.get(id) ?? fulfilled('done'));
}

/** Ends queued messages unsent: what they would say is no longer so. */
export async function dropMessages(db: Db, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  const endings = ids.map((id) => ({ id, state: 'expired', carrierId: '', error: '' }) as const);
  await record(db, endings, [], now);
}

const fulfilled = (value: SendOutcome): SendEnd => ({ status: 'fulfilled', value });
const notYet = (reason: string): SendEnd => ({ status: 'rejected', reason: new NotSentYet(reason) });

/** Several at a time, until none is left or patience ends. @returns what the carriers said, by id; those not begun are left out */
async function handOver(sendings: readonly Sending[]): Promise<Map<string, SendingOutcome>> {
  const answers = new Map<string, SendingOutcome>();
  const began = performance.now();
  const rest = sendings.values();
  const line = async () => {
    for (const { channel, message } of rest) {
      const { id: messageId, recipient: to, subject, text } = message;
      answers.set(messageId, await channel.send({ to, subject, text, messageId }));
      if (performance.now() - began > PATIENCE_MS) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, sendings.length) }, line));
  return answers;
}

const ENDED = {
  sent: MessageFact.Sent,
  failed: MessageFact.Failed,
  expired: MessageFact.Expired,
} as const;

/** Writes what became of messages, in one transaction. @returns those that had not ended before */
async function record(
  db: Db,
  endings: readonly Ending[],
  tries: readonly { readonly id: string; readonly error: string }[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Ending['state']>> {
  if (endings.length + tries.length === 0) return new Map();
  const sorted = endings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const done = await act({ db, actor: SYSTEM, now }, async (ctx) => {
    const ended = await endMessages(ctx.tx, sorted, now);
    await noteTries(ctx.tx, tries);
    const mine = sorted.filter(({ id }) => ended.has(id));
    for (const { id, state, error } of mine)
      ctx.announce({ stream: streamOf(id), name: ENDED[state], data: error ? { error } : {} });
    return ok(mine);
  });
  return new Map(done.ok ? done.value.map(({ id, state }) => [id, state]) : []);
}
