// Days reckoned are the days one would count, whatever table of holidays stands between them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarDay, calendarFromDays, isWorkingDay, workingTimeBetween } from './index.ts';
import { workedDays } from './worked-days.ts';

const START = Temporal.PlainDate.from('1967-12-20');
const dateAt = (days: number) => START.add({ days });
const kinds = fc.constantFrom<CalendarDay['kind']>('holiday', 'make-up', 'swap-off', 'swap-work');

/** Any day of any kind: a holiday on a Sunday and a worked Wednesday change nothing. */
const table = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 900 }), kinds), { selector: ([day]) => day, maxLength: 60 })
  .map((days) =>
    days.map(
      ([day, kind]): CalendarDay => ({ date: dateAt(day).toString(), kind, name: 'x', status: 'official' }),
    ),
  );
const day = fc.integer({ min: 0, max: 1000 });

test('days worked between two dates, by counting', () => {
  fc.assert(
    fc.property(table, day, day, (days, a, b) => {
      const calendar = calendarFromDays(days);
      let counted = 0;
      for (let at = a; at < b; at++) if (isWorkingDay(dateAt(at), calendar)) counted += 1;
      expect(workedDays(dateAt(a), dateAt(b), calendar)).toBe(counted);
    }),
    { numRuns: 300 },
  );
});

test('time worked between two moments, by the day', () => {
  const moment = fc
    .tuple(day, fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 0, max: 999_999_999 }))
    .map(([at, seconds, nanoseconds]) => dateAt(at).toPlainDateTime().add({ seconds, nanoseconds }));
  fc.assert(
    fc.property(table, moment, moment, (days, one, other) => {
      const calendar = calendarFromDays(days, '07:30-11:30,13:00-16:45');
      const [from, to] = Temporal.PlainDateTime.compare(one, other) <= 0 ? [one, other] : [other, one];
      // A span is the sum of its days' spans.
      let sum = 0;
      for (let at = from; ; ) {
        const midnight = at.toPlainDate().add({ days: 1 }).toPlainDateTime();
        const end = Temporal.PlainDateTime.compare(midnight, to) < 0 ? midnight : to;
        sum += workingTimeBetween(at, end, calendar).total('microseconds');
        if (end === to) break;
        at = midnight;
      }
      expect(workingTimeBetween(from, to, calendar).total('microseconds')).toBe(sum);
    }),
    { numRuns: 100 },
  );
});
