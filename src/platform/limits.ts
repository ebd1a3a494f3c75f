// Rate limits counted in the database, so that every process sees the same count.
import { sql } from 'kysely';
import type { Db } from './db.ts';

export interface Limit {
  /** What is counted, e.g. `otp-send:+84912345678`. */
  key: string;
  /** How many are allowed in one window. */
  most: number;
  /** Seconds a window lasts, from the first count in it. */
  seconds: number;
}

export interface LimitAnswer {
  allowed: boolean;
  left: number;
  /** When the next one is allowed. */
  until: Temporal.Instant;
}

/** Counts one use of a limit that counts uses. */
export function takeOne(db: Db, limit: Limit, now: Temporal.Instant): Promise<LimitAnswer> {
  return take(db, limit, 1, now);
}

/**
 * Counts an amount, of a limit that adds up (kilobytes, say); past the limit it is refused until the window ends. Counted even when the act around it fails.
 * A window that begins after `now` is from before the clock was turned back: it is over.
 */
export async function take(
  db: Db,
  limit: Limit,
  amount: number,
  now: Temporal.Instant,
): Promise<LimitAnswer> {
  const floor = now.subtract({ seconds: limit.seconds });
  const { rows } = await sql<{ count: number; window_start: Temporal.Instant }>`
    insert into platform.rate as r (key, window_start, count) values (${limit.key}, ${now}, ${amount}::int)
    on conflict (key) do update set
      count = case when r.window_start > ${floor} and r.window_start <= ${now} then r.count + ${amount}::int else ${amount}::int end,
      window_start = case when r.window_start > ${floor} and r.window_start <= ${now}
        then r.window_start else excluded.window_start end
    returning count, window_start`.execute(db);
  const row = rows[0]!;
  return {
    allowed: row.count <= limit.most,
    left: Math.max(0, limit.most - row.count),
    until: row.window_start.add({ seconds: limit.seconds }),
  };
}

/** Takes one of each, in order, up to the first that is used up. @returns when that one's window ends, or null */
export async function takeEach(
  db: Db,
  limits: readonly Limit[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  for (const limit of limits) {
    const { allowed, until } = await takeOne(db, limit, now);
    if (!allowed) return until;
  }
  return null;
}

/** Gives one use back, and takes away the wait it made. */
export async function giveBack(db: Db, key: string): Promise<void> {
  await db
    .updateTable('platform.rate')
    .set((e) => ({ count: e.fn<number>('greatest', [e('count', '-', 1), e.val(0)]), blocked_until: null }))
    .where('key', '=', key)
    .execute();
}

/** Forgets a count, e.g. after a right password. */
export async function resetLimit(db: Db, key: string): Promise<void> {
  await db.deleteFrom('platform.rate').where('key', '=', key).execute();
}

/** Forgets counts whose window ended long ago; no window lasts longer than a day. */
export async function sweepLimits(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('platform.rate')
    .where('window_start', '<', now.subtract({ hours: 48 }))
    .execute();
}
