// How long a wait is told: in seconds, minutes, hours or days, whichever a person would say.
import { expect, it } from 'vitest';
import { sayRefusal } from '../../../tests/support/said.ts';
import { tooMany } from './refusals.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');

it.each([
  [45, '45 giây', '45 seconds'],
  [900, '15 phút (lúc 09:15)', '15 minutes (at 09:15)'],
  [3600, '60 phút (lúc 10:00)', '60 minutes (at 10:00)'],
  [5 * 3600, '5 giờ (lúc 14:00 ngày 23/11/2026)', '5 hours (at 14:00 on 23/11/2026)'],
  [3 * 86_400, '3 ngày (lúc 09:00 ngày 26/11/2026)', '3 days (at 09:00 on 26/11/2026)'],
])('a wait of %i seconds', (seconds, vi, en) => {
  const refusal = tooMany('passwords', now.add({ seconds }), now);
  expect(sayRefusal(refusal)).toBe(`Đã nhập sai quá nhiều lần. Bạn có thể thử lại sau ${vi}.`);
  expect(sayRefusal(refusal, 'en')).toBe(`There were too many wrong tries. You can try again in ${en}.`);
});
