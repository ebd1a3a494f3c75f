// All SQL of the notices module.
import type { Db, Tx } from '../../platform/db.ts';

/** What a notice is news of: close upon each other, only the newest goes (decision 0035). */
export interface News {
  /** e.g. `dossier:<id>`. */
  readonly matter: string;
  /** Of two of one matter the greater is the newer. */
  readonly nth: number;
  /** Whose own doings it confirms, if it does: many at once become one across matters. */
  readonly crowd?: string;
  /** With a crowd: what it says when it speaks for others too; `{n}` is how many. */
  readonly withOthers?: string;
}

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
  readonly news?: News;
}

/** @returns false when a message of this key, kind, channel and address is there already */
export async function insertMessage(tx: Tx, message: NewMessage, now: Temporal.Instant): Promise<boolean> {
  const { id, key, kind, channel, to, subject = '', text, secret = false, validUntil, news } = message;
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
      matter: news?.matter ?? '',
      nth: news?.nth ?? 0,
      crowd: news?.crowd ?? '',
      with_others: news?.withOthers ?? '',
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
