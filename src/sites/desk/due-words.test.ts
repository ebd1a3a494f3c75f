// How pressing a dossier is, in words: rows of a working week with the holiday of 24/11/2026 in it.
import { expect, test } from 'vitest';
import { calendarFromDays } from '../../rules/calendar/index.ts';
import { instantOf } from '../../rules/kernel/index.ts';
import { pressing } from './due-words.ts';

const calendar = calendarFromDays([
  { date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam', status: 'official' },
]);
const at = (text: string) => instantOf(Temporal.PlainDateTime.from(text));
const FRIDAY = '2026-11-27T09:00';

const rows: [what: string, state: number, due: string | null, now: string, left: string, late: boolean][] = [
  ['four days off, the holiday not counted', 4, FRIDAY, '2026-11-23T09:00', 'còn 3 ngày làm việc', false],
  ['less than two days: hours', 4, FRIDAY, '2026-11-25T16:00', 'còn 11 giờ làm việc', false],
  ['the last stretch: minutes', 4, FRIDAY, '2026-11-27T07:50', 'còn 1 giờ 10 phút làm việc', false],
  ['to the minute it is not late', 4, FRIDAY, FRIDAY, 'còn 0 giờ làm việc', false],
  ['late by hours of work only', 4, FRIDAY, '2026-11-30T08:30', 'quá hạn 7 giờ làm việc', true],
  ['while the applicant is waited for, the clock stands', 5, FRIDAY, '2026-12-30T09:00', 'tạm dừng', false],
  ['asked before acceptance: nothing is promised', 5, null, '2026-11-25T09:00', 'tạm dừng', false],
];

test.each(rows)('%s', (_what, state, due, now, left, late) => {
  const dossier = { state, heldSince: at('2026-11-20T15:30'), due: due ? at(due) : null, finishedAt: null };
  expect(pressing(dossier, calendar, at(now))).toMatchObject({ left, late });
});

test('a new request should be answered within eight working hours of its sending', () => {
  const dossier = { state: 1, heldSince: at('2026-11-20T15:30'), due: null, finishedAt: null };
  expect(pressing(dossier, calendar, at('2026-11-23T13:30'))).toEqual({
    at: '15:30 ngày 23/11/2026',
    left: 'còn 2 giờ làm việc',
    late: false,
  });
});

test.each([
  ['2026-11-27T08:59', 'xong đúng hạn', false],
  ['2026-11-27T09:01', 'xong sau hạn', true],
])('finished at %s: %s, however long it then waits to be fetched', (finished, left, late) => {
  const dossier = {
    state: 9,
    heldSince: at('2026-11-20T15:30'),
    due: at(FRIDAY),
    finishedAt: at(finished),
  };
  expect(pressing(dossier, calendar, at('2027-01-15T09:00'))).toMatchObject({ left, late });
});
