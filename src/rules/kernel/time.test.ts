// The clock's face in Vietnam: what is quicker than asking the zone's history says what that history says.
import { expect, test } from 'vitest';
import { COUNTRY_ZONE, civil, dateOf } from './index.ts';

const asked = (at: Temporal.Instant) => at.toZonedDateTimeISO(COUNTRY_ZONE).toPlainDateTime();

test.each([
  '1890-05-01T00:00:00Z',
  '1942-12-31T16:00:00Z',
  '1955-07-01T17:30:00Z',
  '1972-02-29T23:59:59Z',
  '1975-06-12T15:59:59.999Z',
  '1975-06-12T16:00:00Z',
  '1975-06-13T16:59:59Z',
  '1975-06-13T17:00:00Z',
  '1975-06-14T17:00:00Z',
  '2024-02-29T16:59:59.999999999Z',
  '2024-02-29T17:00:00Z',
  '2026-11-30T16:59:59Z',
  '2026-11-30T17:00:00Z',
  '2026-12-31T17:00:00Z',
  '2399-12-31T17:00:00Z',
])('%s', (text) => {
  const at = Temporal.Instant.from(text);
  expect(civil(at).toString()).toBe(asked(at).toString());
  expect(dateOf(at).toString()).toBe(asked(at).toPlainDate().toString());
});
