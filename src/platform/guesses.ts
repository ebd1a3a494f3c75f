// Guesses at a secret. Each place they come from waits longer and longer after its own wrong ones, and nobody else's; all
// strangers together have so many a day. A right one is given back: only wrong ones count.
import { sql } from 'kysely';
import { hmac } from './crypto.ts';
import type { Db } from './db.ts';
import { forgetAndGiveBack, giveBack, type Limit, takeEach } from './limits.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Wrong ones without a wait. */
export const FREE_GUESSES = 5;
/** Seconds to wait after the fifth wrong one, the sixth, and so on; the last goes on. */
export const WAITS = [1, 2, 4, 8, 15, 30, 60].map((minutes) => minutes * MINUTE);
/** What one place can guess in a day, by the two above: 5, then 7 while the wait grows, then one an hour. */
export const GUESSES_A_DAY = 33;

/** A keyed digest: the table of counts holds no phone, number or address. */
export function limitKey(secret: string, what: string, ...whose: string[]): string {
  return `${what}:${hmac(secret, whose.join('\n')).slice(0, 24)}`;
}

export interface Guess {
  /** Key of what is guessed together with the place it comes from. */
  readonly key: string;
  /** Counts shared with other places: by address, and all together. None for a browser that is known to be the owner's. */
  readonly shared: readonly Limit[];
}

export interface GuessTaken {
  /** When the next one is allowed; of one that is refused, when it would have been. */
  readonly until: Temporal.Instant;
  readonly allowed: boolean;
  /** How many more without a wait. */
  readonly left: number;
  /** It was right: gives back what was counted, and this place begins anew. */
  right(): Promise<void>;
}

/** Counts one guess before anybody looks whether it is right: of fifty that come at once, five are looked at. */
export async function takeGuess(db: Db, guess: Guess, now: Temporal.Instant): Promise<GuessTaken> {
  const own = await takeGrowing(db, guess.key, now);
  const shared = guess.shared.map(({ key }) => key);
  const right = () => forgetAndGiveBack(db, guess.key, shared);
  if (!own.allowed) return { ...own, right };
  const over = await takeEach(db, guess.shared, now);
  if (!over) return { ...own, right };
  // Nothing was looked at: this place waits for the others' count, not for one of its own.
  await giveBack(db, [guess.key, ...shared.slice(0, over.at)]);
  return { allowed: false, left: 0, until: over.until, right };
}

async function takeGrowing(db: Db, key: string, now: Temporal.Instant): Promise<Omit<GuessTaken, 'right'>> {
  const live = sql`r.window_start > ${now.subtract({ seconds: DAY })}::timestamptz and r.window_start <= ${now}::timestamptz`;
  const n = sql`(case when ${live} then r.count + 1 else 1 end)`;
  const waits = sql.raw(`array[${WAITS.join(',')}]`);
  const { rows } = await sql<{ count: number; blocked_until: Temporal.Instant | null }>`
    insert into platform.rate as r (key, window_start, count) values (${key}, ${now}, 1)
    on conflict (key) do update set
      count = ${n},
      window_start = case when ${live} then r.window_start else excluded.window_start end,
      blocked_until = case when ${n} >= ${sql.raw(String(FREE_GUESSES))}::int
        then ${now}::timestamptz + make_interval(secs => (${waits})[least(${n} - ${sql.raw(String(FREE_GUESSES - 1))}::int, ${sql.raw(String(WAITS.length))}::int)])
        end
    where not (${live} and r.blocked_until is not null and r.blocked_until > ${now}::timestamptz)
    returning count, blocked_until`.execute(db);
  const [row] = rows;
  if (row)
    return { allowed: true, left: Math.max(0, FREE_GUESSES - row.count), until: row.blocked_until ?? now };
  const blocked = await db
    .selectFrom('platform.rate')
    .select('blocked_until')
    .where('key', '=', key)
    .executeTakeFirst();
  return { allowed: false, left: 0, until: blocked?.blocked_until ?? now };
}

/** So many of all strangers together in a day. */
export const daily = (key: string, most: number): Limit => ({ key, most, seconds: DAY });
/** The same in an hour. */
export const hourly = (key: string, most: number): Limit => ({ key, most, seconds: 60 * MINUTE });
/** The same in a quarter of an hour. */
export const quarterly = (key: string, most: number): Limit => ({ key, most, seconds: 15 * MINUTE });
