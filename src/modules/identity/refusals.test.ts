// How long a wait is told: in seconds, minutes, hours or days, whichever a person would say.
import { expect, it } from 'vitest';
import { tooMany } from './refusals.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');

it.each([
  [45, '45 giây'],
  [900, '15 phút (lúc 09:15)'],
  [3600, '60 phút (lúc 10:00)'],
  [5 * 3600, '5 giờ (lúc 14:00 ngày 23/11/2026)'],
  [3 * 86_400, '3 ngày (lúc 09:00 ngày 26/11/2026)'],
])('a wait of %i seconds', (seconds, said) => {
  expect(tooMany('Chờ.', now.add({ seconds }), now).message).toBe(`Chờ. Bạn có thể thử lại sau ${said}.`);
});
