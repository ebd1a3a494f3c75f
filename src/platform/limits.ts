// Rate limits counted in the database, so that every process sees the same count.
import { sql } from 'kysely';
import type { Db, Tx } from './db.ts';
import { ahead } from './pipelined-driver.ts';

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
  const { rows } = await taking(limit, amount, now).execute(db);
  return answerOf(limit, rows);
}

/**
 * Counts one use in a transaction, on the way to its next statement.
 * @returns waits for what came of it
 */
export async function takeAhead(
  tx: Tx,
  limit: Limit,
  now: Temporal.Instant,
): Promise<() => Promise<LimitAnswer>> {
  const taken = await ahead(tx, taking(limit, 1, now).compile(tx));
  return async () => answerOf(limit, await taken());
}

interface Counted {
  count: number;
  window_start: Temporal.Instant;
}

function taking(limit: Limit, amount: number, now: Temporal.Instant) {
  const floor = now.subtract({ seconds: limit.seconds });
  return sql<Counted>`
    insert into platform.rate as r (key, window_start, count) values (${limit.key}, ${now}, ${amount}::int)
    on conflict (key) do update set
      count = case when r.window_start > ${floor} and r.window_start <= ${now} then r.count + ${amount}::int else ${amount}::int end,
      window_start = case when r.window_start > ${floor} and r.window_start <= ${now}
        then r.window_start else excluded.window_start end
    returning count, window_start`;
}

function answerOf(limit: Limit, rows: readonly Counted[]): LimitAnswer {
  const row = rows[0]!;
  return {
    allowed: row.count <= limit.most,
    left: Math.max(0, limit.most - row.count),
    until: row.window_start.add({ seconds: limit.seconds }),
  };
}

/** A limit, and how much of it is used: one when absent; 0 only looks. */
export interface Use extends Limit {
  readonly amount?: number;
}

export interface UsedUp {
  /** Which of the limits. */
  readonly at: number;
  /** When its window ends. */
  readonly until: Temporal.Instant;
}

export interface Taking {
  /**
   * The commit is not waited for: a machine that loses its power forgets the counts of its last moments, and nothing else. In no
   * transaction, for that would make its commit as light.
   */
  readonly lightly?: boolean;
}

/** Takes of each, in order, up to the first that is used up, in one statement: the keys differ. @returns that one, or null */
export async function takeEach(
  db: Db,
  uses: readonly Use[],
  now: Temporal.Instant,
  { lightly = false }: Taking = {},
): Promise<UsedUp | null> {
  if (uses.length === 0) return null;
  if (lightly && db.isTransaction) throw new Error('counted in a transaction, it would be committed lightly');
  const begin = lightly
    ? sql`begun as materialized (select set_config('synchronous_commit', 'off', true)),`
    : sql`begun as materialized (select),`;
  const taken = uses.map(({ key, most, seconds, amount = 1 }, at) => {
    const floor = now.subtract({ seconds });
    const live = sql`r.window_start > ${floor}::timestamptz and r.window_start <= ${now}::timestamptz`;
    // The next is taken only where this one gave a row that allows.
    const allowed = at === 0 ? sql`from begun` : sql`from ${sql.raw(`t${at - 1}`)} where allowed`;
    return sql`${sql.raw(`t${at}`)} as (
      insert into platform.rate as r (key, window_start, count) select ${key}, ${now}::timestamptz, ${amount}::int ${allowed}
      on conflict (key) do update set
        count = excluded.count + case when ${live} then r.count else 0 end,
        window_start = case when ${live} then r.window_start else excluded.window_start end
      returning count <= ${most}::int as allowed, window_start)`;
  });
  const told = uses.map((_, at) => sql.raw(`select ${at} as at, allowed, window_start from t${at}`));
  const { rows } = await sql<{ at: number; allowed: boolean; window_start: Temporal.Instant }>`
    with ${begin} ${sql.join(taken)} ${sql.join(told, sql` union all `)}`.execute(db);
  const over = rows.find(({ allowed }) => !allowed);
  const limit = over && uses[over.at];
  return over && limit ? { at: over.at, until: over.window_start.add({ seconds: limit.seconds }) } : null;
}

/** Gives one use of each back, and takes away the wait it made. */
export async function giveBack(db: Db, keys: readonly string[]): Promise<void> {
  await forgetAndGiveBack(db, null, keys);
}

/**
 * Forgets one count and gives one use of each of the others back, in one statement. Rows are locked in the order in which they are taken, the forgotten
 * one first, so that nobody waits in a circle.
 */
export async function forgetAndGiveBack(
  db: Db,
  forgotten: string | null,
  others: readonly string[],
): Promise<void> {
  const all = [...(forgotten === null ? [] : [forgotten]), ...others];
  if (all.length === 0) return;
  await sql`
    with held as materialized (
      select r.key from platform.rate r join unnest(${all}::text[]) with ordinality k (key, n) on k.key = r.key order by k.n for update of r),
    gone as (delete from platform.rate using held where rate.key = held.key and held.key = ${forgotten}::text)
    update platform.rate set count = greatest(count - 1, 0), blocked_until = null
    from held where rate.key = held.key and held.key is distinct from ${forgotten}::text`.execute(db);
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
