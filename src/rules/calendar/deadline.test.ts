// The legal clock in rows: each names its rule, most are cases an official would bring to the desk.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type CalendarDay,
  calendarFromDays,
  deadline,
  isWorkingDay,
  type Pause,
  type PeriodUnit,
  withSessions,
} from './index.ts';

const table = new URL('../../../db/seeds/reference/holidays.json', import.meta.url);
const { days } = JSON.parse(readFileSync(table, 'utf8')) as { days: CalendarDay[] };
const calendar = calendarFromDays(days);
const at = (text: string) => Temporal.PlainDateTime.from(text);
const pause = (from: string, to?: string): Pause => ({ from: at(from), to: to ? at(to) : null });

interface Row {
  readonly rule: string;
  readonly accepted: string;
  readonly value: number;
  readonly unit: PeriodUnit;
  readonly pauses?: readonly Pause[];
  readonly endOfDay?: boolean;
  readonly sessions?: string;
  readonly due: string;
}

function ask(row: Omit<Row, 'due' | 'rule'>) {
  return deadline({
    acceptedAt: at(row.accepted),
    period: { value: row.value, unit: row.unit },
    pauses: row.pauses ?? [],
    calendar: row.sessions ? withSessions(calendar, row.sessions) : calendar,
    policy: { endOfDay: row.endOfDay ?? false },
  });
}

const minute = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'minute' });

const WORKED_EXAMPLES: readonly Row[] = [
  {
    rule: 'E1 24/11 is a holiday (NQ 28/2026/QH16)',
    accepted: '2026-11-23T09:00',
    value: 3,
    unit: 'workingDay',
    due: '2026-11-27T09:00',
  },
  {
    rule: 'E2 same day, after 15:00, then a holiday',
    accepted: '2026-11-23T15:20',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-25T17:30',
  },
  {
    rule: 'E3 weekend, swap and Quốc khánh',
    accepted: '2026-08-28T16:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-09-03T16:00',
  },
  {
    rule: 'E4 a worked Saturday counts',
    accepted: '2026-08-21T10:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-08-22T10:00',
  },
  {
    rule: 'E5 hours flow over the night',
    accepted: '2026-11-19T10:30',
    value: 8,
    unit: 'workingHour',
    due: '2026-11-20T10:30',
  },
  {
    rule: 'E6 a pause of 19 working hours',
    accepted: '2026-11-16T08:00',
    value: 5,
    unit: 'workingDay',
    pauses: [pause('2026-11-18T10:00', '2026-11-20T15:00')],
    due: '2026-11-26T11:00',
  },
  {
    rule: 'E7 calendar days roll off a holiday (BLDS Đ.148)',
    accepted: '2026-11-09T09:00',
    value: 15,
    unit: 'calendarDay',
    due: '2026-11-25T09:00',
  },
  {
    rule: 'E8 across Tết',
    accepted: '2026-02-13T10:00',
    value: 5,
    unit: 'workingDay',
    due: '2026-02-27T10:00',
  },
  {
    rule: 'E9 across the year',
    accepted: '2026-12-30T14:00',
    value: 2,
    unit: 'workingDay',
    due: '2027-01-04T14:00',
  },
  {
    rule: 'E10 after hours: the clock starts on the next working day',
    accepted: '2026-11-20T17:45',
    value: 1,
    unit: 'workingDay',
    due: '2026-11-25T07:30',
  },
  {
    rule: 'E11 lunch: the clock starts at 13:30',
    accepted: '2026-11-19T12:10',
    value: 1,
    unit: 'workingDay',
    due: '2026-11-20T13:30',
  },
];

const SAME_DAY: readonly Row[] = [
  {
    rule: 'morning: same day',
    accepted: '2026-11-19T08:00',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-19T17:30',
  },
  {
    rule: 'the minute 15:00 is still the same day, to its end',
    accepted: '2026-11-19T15:00:59',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-19T17:30',
  },
  {
    rule: 'the next minute is not',
    accepted: '2026-11-19T15:01:00',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-20T17:30',
  },
  {
    rule: 'before opening: same day',
    accepted: '2026-11-19T06:00',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-19T17:30',
  },
  {
    rule: 'after closing: next working day',
    accepted: '2026-11-19T18:00',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-20T17:30',
  },
  {
    rule: 'Friday after 15:00: Monday',
    accepted: '2026-11-27T16:00',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-30T17:30',
  },
  {
    rule: 'Sunday: Monday',
    accepted: '2026-11-22T21:10',
    value: 0,
    unit: 'sameDay',
    due: '2026-11-23T17:30',
  },
  {
    rule: 'last afternoon before Tết',
    accepted: '2026-02-13T15:30',
    value: 0,
    unit: 'sameDay',
    due: '2026-02-23T17:30',
  },
  {
    rule: 'Friday before a worked Saturday',
    accepted: '2026-08-21T15:30',
    value: 0,
    unit: 'sameDay',
    due: '2026-08-22T17:30',
  },
  {
    rule: 'ends with the last session of this office',
    accepted: '2026-11-19T08:00',
    value: 0,
    unit: 'sameDay',
    sessions: '07:00-11:30,13:30-17:00',
    due: '2026-11-19T17:00',
  },
];

const HOURS: readonly Row[] = [
  {
    rule: 'used up exactly at the end of a session: due then',
    accepted: '2026-11-19T07:30',
    value: 4,
    unit: 'workingHour',
    due: '2026-11-19T11:30',
  },
  {
    rule: 'used up exactly at the end of the day',
    accepted: '2026-11-19T07:30',
    value: 8,
    unit: 'workingHour',
    due: '2026-11-19T17:30',
  },
  {
    rule: 'accepted at the first minute: open',
    accepted: '2026-11-19T13:30',
    value: 1,
    unit: 'workingHour',
    due: '2026-11-19T14:30',
  },
  {
    rule: 'accepted when the session closes: outside',
    accepted: '2026-11-19T11:30',
    value: 1,
    unit: 'workingHour',
    due: '2026-11-19T14:30',
  },
  {
    rule: 'the last open minute',
    accepted: '2026-11-19T11:29',
    value: 1,
    unit: 'workingHour',
    due: '2026-11-19T14:29',
  },
  {
    rule: 'accepted when the day closes: next morning',
    accepted: '2026-11-19T17:30',
    value: 1,
    unit: 'workingHour',
    due: '2026-11-20T08:30',
  },
  {
    rule: 'a session has its real length (7.5 hours a day)',
    accepted: '2026-11-19T07:30',
    value: 8,
    unit: 'workingHour',
    sessions: '07:30-11:30,13:30-17:00',
    due: '2026-11-20T08:00',
  },
  {
    rule: 'half an hour',
    accepted: '2026-11-19T11:15',
    value: 0.5,
    unit: 'workingHour',
    due: '2026-11-19T13:45',
  },
  {
    rule: 'over the holiday of 24/11',
    accepted: '2026-11-23T16:30',
    value: 2,
    unit: 'workingHour',
    due: '2026-11-25T08:30',
  },
  {
    rule: 'hours end to the hour under either policy',
    accepted: '2026-11-19T10:30',
    value: 8,
    unit: 'workingHour',
    endOfDay: true,
    due: '2026-11-20T10:30',
  },
];

const DAYS: readonly Row[] = [
  {
    rule: 'by law the day ends at its end',
    accepted: '2026-11-23T09:00',
    value: 3,
    unit: 'workingDay',
    endOfDay: true,
    due: '2026-11-27T17:30',
  },
  {
    rule: 'accepted on a worked Saturday, which is not counted',
    accepted: '2026-08-22T09:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-08-24T09:00',
  },
  {
    rule: 'accepted on an ordinary Saturday: starts on Monday, not counted',
    accepted: '2026-11-21T09:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-11-25T07:30',
  },
  {
    rule: 'a swapped Friday off and its worked Saturday (2/1 for 10/1/2026)',
    accepted: '2025-12-31T10:00',
    value: 6,
    unit: 'workingDay',
    due: '2026-01-10T10:00',
  },
  {
    rule: 'in lieu of Giỗ Tổ on a Sunday',
    accepted: '2026-04-24T09:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-04-28T09:00',
  },
  {
    rule: '30/4 and 1/5',
    accepted: '2026-04-29T09:00',
    value: 1,
    unit: 'workingDay',
    due: '2026-05-04T09:00',
  },
  {
    rule: 'Tết 2023, the year of the letter',
    accepted: '2023-01-19T09:00',
    value: 2,
    unit: 'workingDay',
    due: '2023-01-30T09:00',
  },
  {
    rule: 'swap of 29/4 and 4/5/2024',
    accepted: '2024-04-26T09:00',
    value: 2,
    unit: 'workingDay',
    due: '2024-05-03T09:00',
  },
  {
    rule: 'the worked Saturday of 4/5/2024',
    accepted: '2024-05-03T09:00',
    value: 1,
    unit: 'workingDay',
    due: '2024-05-04T09:00',
  },
  {
    rule: 'seconds of acceptance are kept',
    accepted: '2026-11-19T09:00:40',
    value: 1,
    unit: 'workingDay',
    due: '2026-11-20T09:00',
  },
];

const CALENDAR: readonly Row[] = [
  {
    rule: 'calendar days count rest days',
    accepted: '2026-11-16T09:00',
    value: 10,
    unit: 'calendarDay',
    due: '2026-11-26T09:00',
  },
  {
    rule: 'calendar days roll off a Sunday',
    accepted: '2026-11-19T09:00',
    value: 3,
    unit: 'calendarDay',
    due: '2026-11-23T09:00',
  },
  {
    rule: 'roll through all of Tết',
    accepted: '2026-02-04T09:00',
    value: 10,
    unit: 'calendarDay',
    due: '2026-02-23T09:00',
  },
  {
    rule: 'roll onto a worked Saturday',
    accepted: '2026-08-12T09:00',
    value: 10,
    unit: 'calendarDay',
    due: '2026-08-22T09:00',
  },
  {
    rule: 'a month ends on the same date',
    accepted: '2026-10-09T09:00',
    value: 1,
    unit: 'month',
    due: '2026-11-09T09:00',
  },
  {
    rule: 'a month with no such day ends on its last (BLDS Đ.147)',
    accepted: '2025-12-31T09:00',
    value: 2,
    unit: 'month',
    due: '2026-03-02T09:00',
  },
  { rule: 'leap February', accepted: '2024-01-31T09:00', value: 1, unit: 'month', due: '2024-02-29T09:00' },
  {
    rule: 'a month rolls off 24/11',
    accepted: '2026-10-23T18:00',
    value: 1,
    unit: 'month',
    due: '2026-11-26T07:30',
  },
  {
    rule: 'a month ending on a holiday',
    accepted: '2026-08-03T09:00',
    value: 1,
    unit: 'month',
    due: '2026-09-03T09:00',
  },
  {
    rule: 'end of day after the roll',
    accepted: '2026-11-09T09:00',
    value: 15,
    unit: 'calendarDay',
    endOfDay: true,
    due: '2026-11-25T17:30',
  },
];

const E6 = { accepted: '2026-11-16T08:00', value: 5, unit: 'workingDay' } as const;
const PAUSES: readonly Row[] = [
  {
    rule: 'a pause over a weekend holds no working time',
    ...E6,
    pauses: [pause('2026-11-20T17:30', '2026-11-23T07:30')],
    due: '2026-11-23T08:00',
  },
  {
    rule: 'two pauses add up',
    ...E6,
    pauses: [pause('2026-11-17T08:00', '2026-11-17T10:00'), pause('2026-11-18T08:00', '2026-11-18T09:00')],
    due: '2026-11-23T11:00',
  },
  {
    rule: 'overlapping pauses count once',
    ...E6,
    pauses: [pause('2026-11-17T08:00', '2026-11-17T10:00'), pause('2026-11-17T09:00', '2026-11-17T11:00')],
    due: '2026-11-23T11:00',
  },
  {
    rule: 'a pause inside a pause counts once',
    ...E6,
    pauses: [pause('2026-11-17T08:00', '2026-11-17T11:00'), pause('2026-11-17T09:00', '2026-11-17T10:00')],
    due: '2026-11-23T11:00',
  },
  {
    rule: 'given in any order',
    ...E6,
    pauses: [pause('2026-11-18T08:00', '2026-11-18T09:00'), pause('2026-11-17T08:00', '2026-11-17T10:00')],
    due: '2026-11-23T11:00',
  },
  {
    rule: 'a pause that starts after the due moment still moves it',
    ...E6,
    pauses: [pause('2026-11-25T08:00', '2026-11-25T10:00')],
    due: '2026-11-23T10:00',
  },
  {
    rule: 'an open pause moves nothing yet',
    ...E6,
    pauses: [pause('2026-11-18T10:00')],
    due: '2026-11-23T08:00',
  },
  {
    rule: 'before acceptance there is no clock to pause',
    ...E6,
    pauses: [pause('2026-11-10T08:00', '2026-11-12T08:00')],
    due: '2026-11-23T08:00',
  },
  {
    rule: 'a pause that begins before acceptance counts from it',
    ...E6,
    pauses: [pause('2026-11-10T08:00', '2026-11-16T10:00')],
    due: '2026-11-23T10:00',
  },
  {
    rule: 'the end of the day moves by working time too',
    ...E6,
    endOfDay: true,
    pauses: [pause('2026-11-18T10:00', '2026-11-18T11:00')],
    due: '2026-11-25T08:30',
  },
  {
    rule: 'same day, paused two hours',
    accepted: '2026-11-19T08:00',
    value: 0,
    unit: 'sameDay',
    pauses: [pause('2026-11-19T09:00', '2026-11-19T11:00')],
    due: '2026-11-20T09:30',
  },
  {
    rule: 'moved exactly to the end of a session: due then',
    accepted: '2026-11-19T07:30',
    value: 3,
    unit: 'workingHour',
    pauses: [pause('2026-11-19T08:00', '2026-11-19T09:00')],
    due: '2026-11-19T11:30',
  },
];

describe.each([
  ['worked examples of the one-stop clock', WORKED_EXAMPLES],
  ['trong ngày, the 15:00 rule', SAME_DAY],
  ['working hours', HOURS],
  ['working days', DAYS],
  ['calendar days and months', CALENDAR],
  ['pauses', PAUSES],
])('%s', (_group, rows) => {
  test.each(rows)('$rule', (row) => {
    expect(minute(ask(row).due)).toBe(row.due);
  });
});

test('the due moment before any pause stays known', () => {
  const result = ask({ ...E6, pauses: [pause('2026-11-18T10:00', '2026-11-20T15:00')] });
  expect(minute(result.original)).toBe('2026-11-23T08:00');
  expect(result.pauses.map(({ workingTime }) => workingTime.toString())).toEqual(['PT19H']);
  expect(result.standingSince).toBeNull();
});

test('law is the default: the end of the day', () => {
  const acceptedAt = at('2026-11-19T09:00');
  const { due } = deadline({ acceptedAt, period: { value: 1, unit: 'workingDay' }, calendar });
  expect(minute(due)).toBe('2026-11-20T17:30');
});

describe('why', () => {
  const why = (row: Omit<Row, 'due' | 'rule'>) => ask(row).why;

  test('counts the days aloud and names the holiday skipped', () => {
    expect(why({ accepted: '2026-11-23T09:00', value: 3, unit: 'workingDay' })).toBe(
      'Hồ sơ được tiếp nhận lúc 09:00 ngày 23/11/2026 (thứ Hai). ' +
        'Thời hạn là 3 ngày làm việc, không tính ngày tiếp nhận: ngày thứ 1 là thứ Tư 25/11/2026, ' +
        'ngày thứ 2 là thứ Năm 26/11/2026, ngày thứ 3 là thứ Sáu 27/11/2026. ' +
        'Không tính ngày nghỉ: thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam). ' +
        'Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 27/11/2026 (thứ Sáu).',
    );
  });

  test.each([
    [
      'the 15:00 rule',
      { accepted: '2026-11-23T15:20', value: 0, unit: 'sameDay' },
      'hồ sơ nhận sau 15:00 được trả vào ngày làm việc kế tiếp, thứ Tư 25/11/2026',
    ],
    [
      'acceptance after hours',
      { accepted: '2026-11-20T17:45', value: 1, unit: 'workingDay' },
      'ngoài giờ làm việc, nên thời hạn bắt đầu tính từ 07:30 ngày 23/11/2026 (thứ Hai)',
    ],
    [
      'acceptance on a holiday',
      { accepted: '2026-11-24T09:00', value: 1, unit: 'workingDay' },
      'vào ngày nghỉ (Ngày Văn hóa Việt Nam), nên thời hạn bắt đầu tính từ 07:30 ngày 25/11/2026',
    ],
    [
      'a weekend',
      { accepted: '2026-11-20T09:00', value: 1, unit: 'workingDay' },
      'từ thứ Bảy 21/11/2026 đến Chủ nhật 22/11/2026 (nghỉ cuối tuần)',
    ],
    [
      'a day in lieu',
      { accepted: '2026-04-24T09:00', value: 1, unit: 'workingDay' },
      'nghỉ bù Giỗ Tổ Hùng Vương',
    ],
    [
      'a swapped day',
      { accepted: '2026-08-28T16:00', value: 1, unit: 'workingDay' },
      'nghỉ hoán đổi dịp Quốc khánh',
    ],
    [
      'a worked Saturday',
      { accepted: '2026-08-21T10:00', value: 1, unit: 'workingDay' },
      'Thứ Bảy 22/08/2026 là ngày làm bù nên vẫn tính',
    ],
    [
      'the roll off a holiday',
      { accepted: '2026-11-09T09:00', value: 15, unit: 'calendarDay' },
      'chuyển sang ngày làm việc kế tiếp, thứ Tư 25/11/2026',
    ],
    [
      'the pause and both dates',
      { ...E6, pauses: [pause('2026-11-18T10:00', '2026-11-20T15:00')] },
      'tức 19 giờ làm việc. Vì vậy ngày hẹn lùi từ 08:00 ngày 23/11/2026 sang 11:00 ngày 26/11/2026 (thứ Năm)',
    ],
    [
      'a pause that still stands',
      { ...E6, pauses: [pause('2026-11-18T10:00')] },
      'Hồ sơ đang tạm dừng từ 10:00 ngày 18/11/2026',
    ],
    [
      'a year not settled',
      { accepted: '2026-12-30T14:00', value: 2, unit: 'workingDay' },
      'Lịch nghỉ năm 2027 mới là dự kiến',
    ],
    [
      'a year not in the table',
      { accepted: '2031-03-05T14:00', value: 2, unit: 'workingDay' },
      'Lịch nghỉ năm 2031 mới là dự kiến',
    ],
    [
      'a long count by its ends',
      { accepted: '2026-03-02T09:00', value: 25, unit: 'workingDay' },
      'ngày thứ 1 là thứ Ba 03/03/2026, ngày thứ 25 là thứ Hai 06/04/2026',
    ],
  ] satisfies [string, Omit<Row, 'due' | 'rule'>, string][])('says %s', (_what, row, words) => {
    expect(why(row)).toContain(words);
  });

  test('does not call a settled year provisional', () => {
    expect(why({ accepted: '2026-12-21T09:00', value: 2, unit: 'workingDay' })).not.toContain('dự kiến');
  });
});

describe('refused with a sentence', () => {
  const bad = (value: number, unit: string, pauses: readonly Pause[] = []) =>
    expect(() =>
      deadline({
        acceptedAt: at('2026-11-19T09:00'),
        period: { value, unit: unit as PeriodUnit },
        pauses,
        calendar,
      }),
    );

  test.each([
    [0, 'workingDay'],
    [-1, 'workingHour'],
    [1.5, 'workingDay'],
    [Number.NaN, 'workingHour'],
    [Number.POSITIVE_INFINITY, 'workingHour'],
    [1_000_000, 'calendarDay'],
    [1, 'sameDay'],
    [1, 'week'],
    [1, 'toString'],
  ])('a period of %d %s', (value, unit) => {
    bad(value, unit).toThrow(RangeError);
  });

  test('a pause that ends before it begins', () => {
    bad(1, 'workingDay', [pause('2026-11-20T09:00', '2026-11-19T09:00')]).toThrow(/trước khi bắt đầu/u);
  });

  test.each([
    '',
    '07:30',
    '11:30-07:30',
    '07:30-07:30',
    '07:30-11:30,11:00-17:00',
    '25:00-26:00',
    '7h30-11h30',
  ])('sessions "%s"', (sessions) => {
    expect(() => withSessions(calendar, sessions)).toThrow(RangeError);
  });

  test('a date that is both off and worked', () => {
    const row = { date: '2026-08-22', name: 'Quốc khánh', status: 'official' } as const;
    expect(() =>
      calendarFromDays([
        { ...row, kind: 'holiday' },
        { ...row, kind: 'swap-work' },
      ]),
    ).toThrow(RangeError);
  });

  test('a calendar on which nobody ever works', () => {
    const start = Temporal.PlainDate.from('2026-01-01');
    const rest = Array.from({ length: 500 }, (_, n) => ({
      date: start.add({ days: n }).toString(),
      name: 'nghỉ',
      kind: 'holiday' as const,
      status: 'official' as const,
    }));
    const acceptedAt = at('2026-01-01T09:00');
    const period = { value: 1, unit: 'workingDay' } as const;
    expect(() => deadline({ acceptedAt, period, calendar: calendarFromDays(rest) })).toThrow(RangeError);
  });
});

test.each([
  ['2026-11-23', true, 'Monday'],
  ['2026-11-24', false, '24/11'],
  ['2026-08-22', true, 'worked Saturday'],
  ['2026-08-23', false, 'Sunday'],
  ['2026-08-31', false, 'swapped Monday'],
  ['2026-04-27', false, 'in lieu of Giỗ Tổ'],
  ['2029-11-26', true, '24/11 on a Saturday is not made up for (outside Điều 112(1))'],
  ['2030-02-04', false, 'Tết 2030 by the lunar calendar of UTC+7'],
])('%s worked: %s (%s)', (date, worked) => {
  expect(isWorkingDay(Temporal.PlainDate.from(date), calendar)).toBe(worked);
});
