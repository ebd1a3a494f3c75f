// All SQL of the notices module.
import type { Db, Tx } from '../../platform/db.ts';

export interface NewMessage {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly channel: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly secret?: boolean;
  readonly validUntil?: Temporal.Instant;
}

/** @returns false when a message of this key, kind, channel and address is there already */
export async function insertMessage(tx: Tx, message: NewMessage, now: Temporal.Instant): Promise<boolean> {
  const { id, key, kind, channel, to, subject = '', text, secret = false, validUntil } = message;
  const done = await tx
    .insertInto('notices.message')
    .values({
      id,
      key,
      kind,
      channel,
      recipient: to,
      subject,
      text,
      secret,
      valid_until: validUntil ?? null,
      state: 'queued',
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['key', 'kind', 'channel', 'recipient']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

/** A row of the configuration: which channel carries what. */
export interface Route {
  /** Of the notice, or `*`. */
  readonly kind: string;
  /** The channel's name. */
  readonly channel: string;
  /** The least is tried first. */
  readonly rank: number;
  /** Carries it besides the first that reaches. */
  readonly also: boolean;
}

/** The routes in force on a day. */
export function findRoutes(db: Db, on: Temporal.PlainDate): Promise<Route[]> {
  const day = on.toString();
  return db
    .selectFrom('notices.route')
    .select(['kind', 'channel', 'rank', 'also'])
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .execute();
}

/** A message by id, whatever its state. */
export function findMessage(db: Db | Tx, id: string) {
  return db.selectFrom('notices.message').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Notes a try that left the message in the queue. */
export async function noteTry(db: Db | Tx, id: string, error: string): Promise<void> {
  await db
    .updateTable('notices.message')
    .set((e) => ({ attempts: e('attempts', '+', 1), last_error: error }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

export interface Ending {
  readonly state: 'sent' | 'failed' | 'expired';
  readonly carrierId: string;
  readonly error: string;
}

/** Ends a queued message and empties a secret text. @returns false when it had ended before */
export async function endMessage(
  tx: Tx,
  id: string,
  ending: Ending,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await tx
    .updateTable('notices.message')
    .set((e) => ({
      state: ending.state,
      attempts: e('attempts', '+', ending.state === 'expired' ? 0 : 1),
      carrier_id: ending.carrierId,
      last_error: ending.error,
      sent_at: ending.state === 'sent' ? now : null,
      text: e.case().when('secret', '=', true).then('').else(e.ref('text')).end(),
    }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return Number(done.numUpdatedRows) === 1;
}
