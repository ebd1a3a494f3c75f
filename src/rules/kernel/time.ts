// One clock's face: instants in UTC inside, civil time of Asia/Ho_Chi_Minh in law and on pages.

export const COUNTRY_ZONE = 'Asia/Ho_Chi_Minh';

/** A clock is passed in, never read. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Since 13 June 1975 clocks here stand seven hours before UTC, and asking the time zone's history is what costs. */
const UNCHANGED_SINCE = Date.UTC(1975, 5, 14);
const OFFSET = '+07:00';
const OFFSET_MS = 25_200_000;
const DAY_MS = 86_400_000;

/** Civil time in Vietnam at an instant. */
export function civil(instant: Temporal.Instant): Temporal.PlainDateTime {
  const zone = instant.epochMilliseconds < UNCHANGED_SINCE ? COUNTRY_ZONE : OFFSET;
  return instant.toZonedDateTimeISO(zone).toPlainDateTime();
}

/** The instant of a Vietnamese civil time (no summer time, so it is unique). */
export function instantOf(at: Temporal.PlainDateTime): Temporal.Instant {
  return at.toZonedDateTime(COUNTRY_ZONE).toInstant();
}

let lastDay = { number: Number.NaN, date: new Temporal.PlainDate(1975, 6, 14) };

/** Today's date in Vietnam. */
export function dateOf(instant: Temporal.Instant): Temporal.PlainDate {
  const at = instant.epochMilliseconds;
  if (at < UNCHANGED_SINCE) return civil(instant).toPlainDate();
  // Asked many times a page, and nearly always of the same day.
  const number = Math.floor((at + OFFSET_MS) / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, date: civil(instant).toPlainDate() };
  return lastDay.date;
}
