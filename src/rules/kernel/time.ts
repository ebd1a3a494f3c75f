// One clock's face: instants in UTC inside, civil time of Asia/Ho_Chi_Minh in law and on pages.

export const COUNTRY_ZONE = 'Asia/Ho_Chi_Minh';

/** A clock is passed in, never read. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Civil time in Vietnam at an instant. */
export function civil(instant: Temporal.Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(COUNTRY_ZONE).toPlainDateTime();
}

/** The instant of a Vietnamese civil time (no summer time, so it is unique). */
export function instantOf(at: Temporal.PlainDateTime): Temporal.Instant {
  return at.toZonedDateTime(COUNTRY_ZONE).toInstant();
}

/** Today's date in Vietnam. */
export function dateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return civil(instant).toPlainDate();
}
