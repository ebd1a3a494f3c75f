// The same count told to whoever reads English; holidays keep their names, in quotes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type CalendarDay,
  calendarFromDays,
  deadline,
  explain,
  type Period,
  periodWords,
  workingTimeInWords,
} from './index.ts';

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

interface Told {
  readonly endOfDay?: boolean;
  readonly pause?: readonly [string, string];
}

/** The whole sentence as it stands on the slip, one way to count a row. */
test.each([
  [
    '2026-11-09T09:00',
    { value: 1, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 09/11/2026 (thứ Hai). Thời hạn là 1 ngày làm việc, không tính ngày tiếp nhận: đó là thứ Ba 10/11/2026. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 10/11/2026 (thứ Ba).',
  ],
  [
    '2026-11-09T09:00',
    { value: 5, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 09/11/2026 (thứ Hai). Thời hạn là 5 ngày làm việc, không tính ngày tiếp nhận: ngày thứ 1 là thứ Ba 10/11/2026, ngày thứ 2 là thứ Tư 11/11/2026, ngày thứ 3 là thứ Năm 12/11/2026, ngày thứ 4 là thứ Sáu 13/11/2026, ngày thứ 5 là thứ Hai 16/11/2026. Không tính ngày nghỉ: từ thứ Bảy 14/11/2026 đến Chủ nhật 15/11/2026 (nghỉ cuối tuần). Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 16/11/2026 (thứ Hai).',
  ],
  [
    '2026-11-09T09:00',
    { value: 6, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 09/11/2026 (thứ Hai). Thời hạn là 6 ngày làm việc, không tính ngày tiếp nhận: ngày thứ 1 là thứ Ba 10/11/2026, ngày thứ 6 là thứ Ba 17/11/2026. Không tính ngày nghỉ: từ thứ Bảy 14/11/2026 đến Chủ nhật 15/11/2026 (nghỉ cuối tuần). Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 17/11/2026 (thứ Ba).',
  ],
  [
    '2026-11-05T09:00',
    { value: 12, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 05/11/2026 (thứ Năm). Thời hạn là 12 ngày làm việc, không tính ngày tiếp nhận: ngày thứ 1 là thứ Sáu 06/11/2026, ngày thứ 12 là thứ Hai 23/11/2026. Không tính ngày nghỉ: 3 lần nghỉ cuối tuần. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 23/11/2026 (thứ Hai).',
  ],
  [
    '2026-11-05T09:00',
    { value: 20, unit: 'workingDay' },
    { endOfDay: true },
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 05/11/2026 (thứ Năm). Thời hạn là 20 ngày làm việc, không tính ngày tiếp nhận: ngày thứ 1 là thứ Sáu 06/11/2026, ngày thứ 20 là thứ Sáu 04/12/2026. Không tính ngày nghỉ: thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam); 4 lần nghỉ cuối tuần khác. Hẹn trả chậm nhất lúc hết giờ làm việc, 17:30 ngày 04/12/2026 (thứ Sáu).',
  ],
  [
    '2026-08-21T10:00',
    { value: 1, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 10:00 ngày 21/08/2026 (thứ Sáu). Thời hạn là 1 ngày làm việc, không tính ngày tiếp nhận: đó là thứ Bảy 22/08/2026. Thứ Bảy 22/08/2026 là ngày làm bù nên vẫn tính. Hẹn trả đúng giờ bắt đầu tính, 10:00 ngày 22/08/2026 (thứ Bảy).',
  ],
  [
    '2026-11-21T10:00',
    { value: 3, unit: 'workingDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 10:00 ngày 21/11/2026 (thứ Bảy), vào ngày nghỉ (nghỉ cuối tuần), nên thời hạn bắt đầu tính từ 07:30 ngày 23/11/2026 (thứ Hai). Thời hạn là 3 ngày làm việc, không tính ngày bắt đầu: ngày thứ 1 là thứ Tư 25/11/2026, ngày thứ 2 là thứ Năm 26/11/2026, ngày thứ 3 là thứ Sáu 27/11/2026. Không tính ngày nghỉ: thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam). Hẹn trả đúng giờ bắt đầu tính, 07:30 ngày 27/11/2026 (thứ Sáu).',
  ],
  [
    '2026-11-20T18:00',
    { value: 3, unit: 'calendarDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 18:00 ngày 20/11/2026 (thứ Sáu), ngoài giờ làm việc, nên thời hạn bắt đầu tính từ 07:30 ngày 23/11/2026 (thứ Hai). Thời hạn là 3 ngày tính cả ngày nghỉ, không tính ngày bắt đầu, hết vào thứ Năm 26/11/2026. Hẹn trả đúng giờ bắt đầu tính, 07:30 ngày 26/11/2026 (thứ Năm).',
  ],
  [
    '2026-11-09T09:00',
    { value: 15, unit: 'calendarDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 09/11/2026 (thứ Hai). Thời hạn là 15 ngày tính cả ngày nghỉ, không tính ngày tiếp nhận, hết vào thứ Ba 24/11/2026. Ngày này là ngày nghỉ (Ngày Văn hóa Việt Nam) nên chuyển sang ngày làm việc kế tiếp, thứ Tư 25/11/2026. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 25/11/2026 (thứ Tư).',
  ],
  [
    '2026-11-16T09:00',
    { value: 30, unit: 'calendarDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 16/11/2026 (thứ Hai). Thời hạn là 30 ngày tính cả ngày nghỉ, không tính ngày tiếp nhận, hết vào thứ Tư 16/12/2026. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 16/12/2026 (thứ Tư).',
  ],
  [
    '2026-10-14T09:00',
    { value: 1, unit: 'month' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 14/10/2026 (thứ Tư). Thời hạn là 1 tháng, hết vào thứ Bảy 14/11/2026. Ngày này là ngày nghỉ (nghỉ cuối tuần) nên chuyển sang ngày làm việc kế tiếp, thứ Hai 16/11/2026. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 16/11/2026 (thứ Hai).',
  ],
  [
    '2026-11-23T09:00',
    { value: 1, unit: 'month' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 23/11/2026 (thứ Hai). Thời hạn là 1 tháng, hết vào thứ Tư 23/12/2026. Hẹn trả đúng giờ bắt đầu tính, 09:00 ngày 23/12/2026 (thứ Tư).',
  ],
  [
    '2026-11-23T09:00',
    { value: 1.5, unit: 'workingHour' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 23/11/2026 (thứ Hai). Thời hạn là 1,5 giờ làm việc, chỉ tính trong giờ làm việc (07:30-11:30, 13:30-17:30). Hẹn trả lúc 10:30 ngày 23/11/2026 (thứ Hai).',
  ],
  [
    '2026-11-20T16:00',
    { value: 12, unit: 'workingHour' },
    {},
    'Hồ sơ được tiếp nhận lúc 16:00 ngày 20/11/2026 (thứ Sáu). Thời hạn là 12 giờ làm việc, chỉ tính trong giờ làm việc (07:30-11:30, 13:30-17:30). Không tính ngày nghỉ: từ thứ Bảy 21/11/2026 đến Chủ nhật 22/11/2026 (nghỉ cuối tuần); thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam). Hẹn trả lúc 10:00 ngày 25/11/2026 (thứ Tư).',
  ],
  [
    '2026-11-23T09:00',
    { value: 0, unit: 'sameDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 09:00 ngày 23/11/2026 (thứ Hai). Thủ tục này trả kết quả trong ngày khi hồ sơ được nhận đến 15:00. Hẹn trả chậm nhất lúc hết giờ làm việc, 17:30 ngày 23/11/2026 (thứ Hai).',
  ],
  [
    '2026-11-23T15:20',
    { value: 0, unit: 'sameDay' },
    {},
    'Hồ sơ được tiếp nhận lúc 15:20 ngày 23/11/2026 (thứ Hai). Thủ tục này trả kết quả trong ngày, nhưng hồ sơ nhận sau 15:00 được trả vào ngày làm việc kế tiếp, thứ Tư 25/11/2026. Không tính ngày nghỉ: thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam). Hẹn trả chậm nhất lúc hết giờ làm việc, 17:30 ngày 25/11/2026 (thứ Tư).',
  ],
  [
    '2026-11-16T08:00',
    { value: 3, unit: 'calendarDay' },
    { pause: ['2026-11-17T08:00', '2026-11-17T10:30'] },
    'Hồ sơ được tiếp nhận lúc 08:00 ngày 16/11/2026 (thứ Hai). Thời hạn là 3 ngày tính cả ngày nghỉ, không tính ngày tiếp nhận, hết vào thứ Năm 19/11/2026. Hẹn trả đúng giờ bắt đầu tính, 08:00 ngày 19/11/2026 (thứ Năm). Hồ sơ tạm dừng từ 08:00 ngày 17/11/2026 đến 10:30 ngày 17/11/2026, tức 2 giờ 30 phút làm việc. Vì vậy ngày hẹn lùi từ 08:00 ngày 19/11/2026 sang 10:30 ngày 19/11/2026 (thứ Năm).',
  ],
] satisfies [string, Period, Told, string][])(
  '%s %o %o',
  (accepted, period, { endOfDay = false, pause }: Told, says) => {
    const pauses = pause ? [{ from: at(pause[0]), to: at(pause[1]) }] : [];
    expect(
      explain(deadline({ acceptedAt: at(accepted), period, pauses, calendar, policy: { endOfDay } })),
    ).toBe(says);
  },
);

test.each([
  [0, '0 giờ', '0 hours'],
  [1, '1 phút', '1 minute'],
  [60, '1 giờ', '1 hour'],
  [90, '1 giờ 30 phút', '1 hour 30 minutes'],
  [125, '2 giờ 5 phút', '2 hours 5 minutes'],
])('%d minutes of work', (minutes, vi, en) => {
  const amount = Temporal.Duration.from({ minutes });
  expect([workingTimeInWords(amount), workingTimeInWords(amount, 'en')]).toEqual([vi, en]);
});
