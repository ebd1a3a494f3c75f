// What was said to people, and what became of it.
import type { Db } from '../../platform/db.ts';
import { dateOf } from '../../rules/kernel/index.ts';
import { SHORT_MESSAGES } from './ports.ts';
import { findRoutes, findStored } from './store.ts';

export interface MessageView {
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}

/** Messages about one thing, oldest first. @param about the part of the key before the slash, e.g. `dossier:<id>` */
export async function findMessages(db: Db, about: string): Promise<MessageView[]> {
  const rows = await db
    .selectFrom('notices.message')
    .select(['kind', 'state', 'attempts', 'last_error', 'created_at', 'sent_at'])
    .where('key', '>=', `${about}/`)
    .where('key', '<', `${about}0`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }));
}

/** What messages that still wait are about, by id; those that have ended or are not there are left out. */
export async function findNews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { kind: string; matter: string }>> {
  const found = await findStored(db, ids);
  return new Map([...found].filter(([, { state }]) => state === 'queued'));
}

export interface MessageQueue {
  readonly waiting: number;
  /** Since when the oldest of them waits for its carrier; one that is held back, from when it may go. */
  readonly oldestAt: Temporal.Instant | null;
  /** Every channel that a route of the day names, with when its carrier last took a message. */
  readonly channels: readonly { readonly channel: string; readonly lastSentAt: Temporal.Instant | null }[];
}

/** What waits to be sent, and by which channel something last went out. */
export async function messageQueue(db: Db, now: Temporal.Instant): Promise<MessageQueue> {
  const queued = await db
    .selectFrom('notices.message')
    .select((e) => [
      e.fn.countAll<number>().as('waiting'),
      e.fn.min(e.fn<Temporal.Instant>('greatest', ['created_at', 'held_until'])).as('oldest'),
    ])
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  const routes = await findRoutes(db, dateOf(now));
  const names = [...new Set([SHORT_MESSAGES, ...routes.map(({ channel }) => channel)])];
  const channels = await Promise.all(
    names.map(async (channel) => {
      const last = await db
        .selectFrom('notices.message')
        .select('sent_at')
        .where('channel', '=', channel)
        .where('state', '=', 'sent')
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return { channel, lastSentAt: last?.sent_at ?? null };
    }),
  );
  return { waiting: queued.waiting, oldestAt: queued.oldest, channels };
}
