// The same count told to whoever reads English; holidays keep their names, in quotes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CalendarDay, calendarFromDays, deadline, explain, type Period, periodWords } from './index.ts';

const table = new URL('../../../db/seeds/reference/holidays.json', import.meta.url);
const { days } = JSON.parse(readFileSync(table, 'utf8')) as { days: CalendarDay[] };
const calendar = calendarFromDays(days);
const at = (text: string) => Temporal.PlainDateTime.from(text);

function why(accepted: string, period: Period, pause?: readonly [string, string?]): string {
  const count = deadline({
    acceptedAt: at(accepted),
    period,
    pauses: pause ? [{ from: at(pause[0]), to: pause[1] ? at(pause[1]) : null }] : [],
    calendar,
    policy: { endOfDay: false },
  });
  return explain(count, 'en');
}

const workingDays = (value: number): Period => ({ value, unit: 'workingDay' });

test('counts the days aloud and names the holiday skipped', () => {
  expect(why('2026-11-23T09:00', workingDays(3))).toBe(
    'The dossier was accepted at 09:00 on 23/11/2026 (Monday). ' +
      'The time limit is 3 working days, without the day of acceptance: day 1 is Wednesday 25/11/2026, ' +
      'day 2 is Thursday 26/11/2026, day 3 is Friday 27/11/2026. ' +
      'Days off are not counted: Tuesday 24/11/2026 (“Ngày Văn hóa Việt Nam”). ' +
      'The result is due at the hour the count began, 09:00 on 27/11/2026 (Friday).',
  );
});

test.each([
  ['2026-11-23T15:20', { value: 0, unit: 'sameDay' }, 'after 15:00 on the next working day, Wednesday'],
  ['2026-11-20T17:45', workingDays(1), 'outside working hours, so the time limit begins at 07:30 on 23/11'],
  ['2026-11-24T09:00', workingDays(1), 'on a day off (“Ngày Văn hóa Việt Nam”), so the time limit begins'],
  ['2026-11-20T09:00', workingDays(1), 'Saturday 21/11/2026 to Sunday 22/11/2026 (weekend)'],
  ['2026-04-24T09:00', workingDays(1), 'a day off in place of “Giỗ Tổ Hùng Vương”'],
  ['2026-08-28T16:00', workingDays(1), 'a day off swapped for “Quốc khánh”'],
  ['2026-08-21T10:00', workingDays(1), 'Saturday 22/08/2026 is worked in place of a day off'],
  ['2026-11-09T09:00', { value: 15, unit: 'calendarDay' }, 'so it moves to the next working day, Wednesday'],
  ['2026-11-23T09:00', { value: 12, unit: 'workingHour' }, '12 working hours, counted only within working'],
  ['2026-11-23T09:00', { value: 1, unit: 'month' }, 'The time limit is 1 month; it ends on Wednesday 23/12'],
  ['2026-12-30T14:00', workingDays(2), 'The holidays of 2027 are not settled yet'],
  ['2026-03-02T09:00', workingDays(25), 'day 1 is Tuesday 03/03/2026, day 25 is Monday 06/04/2026'],
] satisfies [string, Period, string][])('%s %o: %s', (accepted, period, says) => {
  expect(why(accepted, period)).toContain(says);
});

test('tells a pause that ended, and one that still stands', () => {
  expect(why('2026-11-17T08:00', workingDays(4), ['2026-11-18T10:00', '2026-11-20T15:00'])).toContain(
    'stood still from 10:00 on 18/11/2026 to 15:00 on 20/11/2026, which is 19 hours of work. So the due date moves',
  );
  expect(why('2026-11-17T08:00', workingDays(4), ['2026-11-18T10:00'])).toContain(
    'has stood still since 10:00 on 18/11/2026',
  );
});

test.each([
  [workingDays(3), '3 ngày làm việc', '3 working days'],
  [{ value: 1, unit: 'month' }, '1 tháng', '1 month'],
  [{ value: 0, unit: 'sameDay' }, 'trong ngày', 'the same day'],
] satisfies [Period, string, string][])('a period is said as people say it', (period, vi, en) => {
  expect([periodWords('vi', period), periodWords('en', period)]).toEqual([vi, en]);
});
