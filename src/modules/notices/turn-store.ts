// SQL of who goes first among notices to one address.
import { type Selectable, sql } from 'kysely';
import type { NoticesMessage } from '../../../db/schema.ts';
import type { Tx } from '../../platform/db.ts';

export type StoredMessage = Selectable<NoticesMessage>;

/** A message by id; until the end of the transaction nobody else decides about its address. */
export async function lockMessage(tx: Tx, id: string): Promise<StoredMessage | undefined> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(channel || ' ' || recipient, 0))
    from notices.message where id = ${id}`.execute(tx);
  return tx.selectFrom('notices.message').selectAll().where('id', '=', id).executeTakeFirst();
}

const toSame = (tx: Tx, { channel, recipient }: StoredMessage) =>
  tx.selectFrom('notices.message').where('channel', '=', channel).where('recipient', '=', recipient);

/** The newest of the same matter, if it is newer than this one; whatever became of it, or that into which it was merged. */
export async function newerOfMatter(tx: Tx, message: StoredMessage): Promise<string | null> {
  const newer = await toSame(tx, message)
    .select(['id', 'merged_into'])
    .where('matter', '=', message.matter)
    .where('nth', '>', message.nth)
    .orderBy('nth', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newer ? (newer.merged_into ?? newer.id) : null;
}

/** @returns when the nth from the end was handed over within so many seconds; null when there were fewer */
export async function lastHanded(
  tx: Tx,
  message: StoredMessage,
  { of, nth, within, now }: { of: 'matter' | 'crowd'; nth: number; within: number; now: Temporal.Instant },
): Promise<Temporal.Instant | null> {
  if (message[of] === '') return null;
  const last = await toSame(tx, message)
    .select('handed_at')
    .where(of, '=', message[of])
    .where('handed_at', '>', now.subtract({ seconds: within }))
    // One from before the clock was turned back holds nobody.
    .where('handed_at', '<=', now)
    .orderBy('handed_at', 'desc')
    .offset(nth - 1)
    .limit(1)
    .executeTakeFirst();
  return last?.handed_at ?? null;
}

export async function hold(
  tx: Tx,
  id: string,
  { by, until }: { by: 'matter' | 'crowd'; until: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('notices.message')
    .set({ held_by: by, held_until: until })
    .where('id', '=', id)
    .execute();
}

/** Those of a crowd that wait because of it and of whose matter nothing newer is there. */
const waiting = (tx: Tx, message: StoredMessage) =>
  toSame(tx, message)
    .where('crowd', '=', message.crowd)
    .where('held_by', '=', 'crowd')
    .where('state', '=', 'queued')
    .where('handed_at', 'is', null)
    .where('id', '<>', message.id);

/** The newest that waits in the same crowd and was queued after this one; none that its own matter has overtaken. */
export async function newerInCrowd(tx: Tx, message: StoredMessage): Promise<string | null> {
  const newer = await waiting(tx, message)
    .select('id')
    .where(sql<boolean>`(created_at, id) > (${message.created_at}, ${message.id}::uuid)`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notices.message as later')
            .select('later.id')
            .where('later.channel', '=', message.channel)
            .where('later.recipient', '=', message.recipient)
            .whereRef('later.matter', '=', 'notices.message.matter')
            .whereRef('later.nth', '>', 'notices.message.nth'),
        ),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newer?.id ?? null;
}

/** Merges all that wait in the crowd of a message into it. @returns their ids */
export async function mergeAll(tx: Tx, message: StoredMessage): Promise<string[]> {
  const ids = (await waiting(tx, message).select('id').execute()).map(({ id }) => id);
  await mergeInto(tx, ids, message.id);
  return ids;
}

/** Ends messages: another says it. What had been merged into them goes along. */
export async function mergeInto(tx: Tx, ids: readonly string[], into: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('notices.message')
    .set({ state: 'merged', merged_into: into })
    .where((e) => e.or([e('id', 'in', ids), e('merged_into', 'in', ids)]))
    .where('id', '<>', into)
    .execute();
}

/** How many other matters a message speaks for. */
export async function othersIn(tx: Tx, message: StoredMessage): Promise<number> {
  if (message.with_others === '') return 0;
  const { others } = await tx
    .selectFrom('notices.message')
    .select((e) => e.fn.count<number>('matter').distinct().as('others'))
    .where('merged_into', '=', message.id)
    .where('matter', '<>', message.matter)
    .executeTakeFirstOrThrow();
  return others;
}

/** From now on it counts as gone out. */
export async function handOver(
  tx: Tx,
  id: string,
  { text, at }: { text: string; at: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('notices.message').set({ text, handed_at: at }).where('id', '=', id).execute();
}
