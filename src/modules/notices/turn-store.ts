// SQL of who goes first among notices to one address.
import { sql } from 'kysely';
import type { Tx } from '../../platform/db.ts';
import type { StoredMessage } from './store.ts';

/** Until the end of the transaction nobody else decides about the addresses of these messages. Always in one order. */
export async function lockAddresses(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select count(pg_advisory_xact_lock(address)) from (
      select distinct hashtextextended(channel || ' ' || recipient, 0) as address
      from notices.message where id = any(${ids}::uuid[]) order by 1
    ) addresses`.execute(tx);
}

/** A message by id, whose address is locked. */
export function findLocked(tx: Tx, id: string): Promise<StoredMessage | undefined> {
  return tx.selectFrom('notices.message').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface Alone {
  readonly message: StoredMessage;
  /** No other message bears on it: none newer of its matter, none that went just before, none that it speaks for. */
  readonly alone: boolean;
}

/**
 * Messages by id, whose addresses are locked, each with whether anything else to its address can bear on its turn. What it asks is what
 * `turn.ts` asks of one message after another; where any answer is yes, that is asked.
 */
export async function findAlone(
  tx: Tx,
  ids: readonly string[],
  {
    now,
    matterSeconds,
    crowdSeconds,
  }: { now: Temporal.Instant; matterSeconds: number; crowdSeconds: number },
): Promise<Alone[]> {
  const from = (seconds: number) => now.subtract({ seconds });
  const rows = await tx
    .selectFrom('notices.message as m')
    .selectAll('m')
    .select(
      sql<boolean>`
        m.held_by is null and m.handed_at is null
        and not exists (
          select 1 from notices.message o
          where o.matter = m.matter and o.matter <> '' and o.channel = m.channel and o.recipient = m.recipient and o.id <> m.id
            and (o.nth > m.nth or (o.handed_at > ${from(matterSeconds)}::timestamptz and o.handed_at <= ${now}::timestamptz)))
        and not exists (
          select 1 from notices.message o
          where o.crowd = m.crowd and o.crowd <> '' and o.channel = m.channel and o.recipient = m.recipient and o.id <> m.id
            and (o.handed_at > ${from(crowdSeconds)}::timestamptz and o.handed_at <= ${now}::timestamptz))
        and not exists (select 1 from notices.message o where o.merged_into = m.id)`.as('alone'),
    )
    .where('m.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map(({ alone, ...message }) => ({ message, alone }));
}

const toSame = (tx: Tx, { channel, recipient }: StoredMessage) =>
  tx.selectFrom('notices.message').where('channel', '=', channel).where('recipient', '=', recipient);

/** The newest of the same matter, if it is newer than this one; whatever became of it, or that into which it was merged. */
export async function newerOfMatter(tx: Tx, message: StoredMessage): Promise<string | null> {
  const newer = await toSame(tx, message)
    .select(['id', 'merged_into'])
    .where('matter', '=', message.matter)
    // So that a plan for whatever matter may use the index of those that are one.
    .where('matter', '<>', '')
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
    .where(of, '<>', '')
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
    .where('crowd', '<>', '')
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
            .where('later.matter', '<>', '')
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

/** The same of several, as they are. */
export async function handOverAll(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await sql`update notices.message set handed_at = ${at}::timestamptz where id = any(${ids}::uuid[])`.execute(
    tx,
  );
}
