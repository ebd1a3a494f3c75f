// The count in words: a due date that a person cannot follow is a due date that a person cannot trust.
import { formatDate, formatDateTime } from '../kernel/index.ts';
import type { CountedPause, DeadlineCount } from './period.ts';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from './working-calendar.ts';

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
// Beyond this many days a list helps nobody; the first and the last are enough.
const LISTED_DAYS = 5;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const day = (date: Temporal.PlainDate) => `${WEEKDAYS[date.dayOfWeek]} ${formatDate(date)}`;
const moment = (at: Temporal.PlainDateTime) => `${formatDateTime(at)} (${WEEKDAYS[at.dayOfWeek]})`;

/** `19 giờ`, `2 giờ 30 phút`, `0 giờ`; seconds are left out. */
export function workingTimeInWords(amount: Temporal.Duration): string {
  const { hours, minutes } = amount.round({ largestUnit: 'hour', smallestUnit: 'minute' });
  if (hours === 0 && minutes > 0) return `${minutes} phút`;
  return minutes > 0 ? `${hours} giờ ${minutes} phút` : `${hours} giờ`;
}

function reasonOff(date: Temporal.PlainDate, calendar: WorkingCalendar): string {
  const special = calendar.days.get(date.toString());
  if (!special) return 'nghỉ cuối tuần';
  if (special.kind === 'make-up') return `nghỉ bù ${special.name}`;
  if (special.kind === 'swap-off') return `nghỉ hoán đổi dịp ${special.name}`;
  return special.name;
}

function* datesAfter(from: Temporal.PlainDate, to: Temporal.PlainDate) {
  for (
    let date = from.add({ days: 1 });
    Temporal.PlainDate.compare(date, to) <= 0;
    date = date.add({ days: 1 })
  ) {
    yield date;
  }
}

interface Rest {
  readonly first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  readonly reasons: Set<string>;
}

function restsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): Rest[] {
  const rests: Rest[] = [];
  for (const date of datesAfter(from, to)) {
    if (isWorkingDay(date, calendar)) continue;
    const before = rests.at(-1);
    if (before?.last.add({ days: 1 }).equals(date)) {
      before.last = date;
      before.reasons.add(reasonOff(date, calendar));
    } else {
      rests.push({ first: date, last: date, reasons: new Set([reasonOff(date, calendar)]) });
    }
  }
  return rests;
}

function restInWords({ first, last, reasons }: Rest): string {
  const names = [...reasons].join(', ');
  return first.equals(last) ? `${day(first)} (${names})` : `từ ${day(first)} đến ${day(last)} (${names})`;
}

function skippedDays(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): string[] {
  const rests = restsBetween(from, to, calendar);
  const isPlainWeekend = (rest: Rest) => rest.reasons.size === 1 && rest.reasons.has('nghỉ cuối tuần');
  const weekends = rests.filter(isPlainWeekend);
  const listed = weekends.length > 2 ? rests.filter((rest) => !isPlainWeekend(rest)) : rests;
  const phrases = listed.map(restInWords);
  if (weekends.length > 2) phrases.push(`${weekends.length} lần nghỉ cuối tuần khác`);
  const worked = [...datesAfter(from, to)].filter(
    (date) => date.dayOfWeek > 5 && isWorkingDay(date, calendar),
  );
  return [
    ...(phrases.length > 0 ? [`Không tính ngày nghỉ: ${phrases.join('; ')}.`] : []),
    ...worked.map((date) => `${capital(day(date))} là ngày làm bù nên vẫn tính.`),
  ];
}

function acceptance({ acceptedAt, start, calendar }: DeadlineCount): string {
  const received = `Hồ sơ được tiếp nhận lúc ${moment(acceptedAt)}`;
  if (acceptedAt.equals(start)) return `${received}.`;
  const date = acceptedAt.toPlainDate();
  const outside = isWorkingDay(date, calendar)
    ? 'ngoài giờ làm việc'
    : `vào ngày nghỉ (${reasonOff(date, calendar)})`;
  return `${received}, ${outside}, nên thời hạn bắt đầu tính từ ${moment(start)}.`;
}

function listWorkingDays({ period, start, counted, calendar }: DeadlineCount): string {
  const first = nextWorkingDay(start.toPlainDate(), calendar);
  if (period.value === 1) return `đó là ${day(first)}`;
  if (period.value > LISTED_DAYS)
    return `ngày thứ 1 là ${day(first)}, ngày thứ ${period.value} là ${day(counted)}`;
  const days = [...datesAfter(start.toPlainDate(), counted)].filter((date) => isWorkingDay(date, calendar));
  return days.map((date, at) => `ngày thứ ${at + 1} là ${day(date)}`).join(', ');
}

function rolled({ counted, original, calendar }: DeadlineCount): string {
  if (original.toPlainDate().equals(counted)) return '';
  return ` Ngày này là ngày nghỉ (${reasonOff(counted, calendar)}) nên chuyển sang ngày làm việc kế tiếp, ${day(original.toPlainDate())}.`;
}

function firstDay({ acceptedAt, start }: DeadlineCount): string {
  return acceptedAt.toPlainDate().equals(start.toPlainDate()) ? 'ngày tiếp nhận' : 'ngày bắt đầu';
}

function counting(result: DeadlineCount): string {
  const { period, start, original, counted, calendar } = result;
  const amount = String(period.value).replace('.', ',');
  switch (period.unit) {
    case 'workingHour': {
      const hours = calendar.sessions
        .map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`)
        .join(', ');
      return `Thời hạn là ${amount} giờ làm việc, chỉ tính trong giờ làm việc (${hours}).`;
    }
    case 'workingDay':
      return `Thời hạn là ${amount} ngày làm việc, không tính ${firstDay(result)}: ${listWorkingDays(result)}.`;
    case 'calendarDay':
      return `Thời hạn là ${amount} ngày tính cả ngày nghỉ, không tính ${firstDay(result)}, hết vào ${day(counted)}.${rolled(result)}`;
    case 'month':
      return `Thời hạn là ${amount} tháng, hết vào ${day(counted)}.${rolled(result)}`;
    case 'sameDay':
      return start.toPlainDate().equals(original.toPlainDate())
        ? 'Thủ tục này trả kết quả trong ngày khi hồ sơ được nhận đến 15:00.'
        : `Thủ tục này trả kết quả trong ngày, nhưng hồ sơ nhận sau 15:00 được trả vào ngày làm việc kế tiếp, ${day(original.toPlainDate())}.`;
  }
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function promise({ period, policy, original }: DeadlineCount): string {
  if (period.unit === 'workingHour') return `Hẹn trả lúc ${moment(original)}.`;
  if (period.unit === 'sameDay' || policy.endOfDay)
    return `Hẹn trả chậm nhất lúc hết giờ làm việc, ${moment(original)}.`;
  return `Hẹn trả đúng giờ bắt đầu tính, ${moment(original)}.`;
}

function pauseInWords({ from, to, workingTime }: CountedPause): string {
  return `Hồ sơ tạm dừng từ ${formatDateTime(from)} đến ${formatDateTime(to)}, tức ${workingTimeInWords(workingTime)} làm việc.`;
}

function pausing({ pauses, original, due, standingSince }: DeadlineCount): string[] {
  const moved = due.equals(original)
    ? []
    : [`Vì vậy ngày hẹn lùi từ ${formatDateTime(original)} sang ${moment(due)}.`];
  const standing = standingSince
    ? [
        `Hồ sơ đang tạm dừng từ ${formatDateTime(standingSince)}; khi tiếp tục, ngày hẹn lùi thêm đúng số giờ làm việc đã chờ.`,
      ]
    : [];
  return [...pauses.map(pauseInWords), ...moved, ...standing];
}

function skipping({ period, start, original, due, calendar }: DeadlineCount): string[] {
  const countsRest = period.unit === 'calendarDay' || period.unit === 'month';
  const from = countsRest ? original : start;
  return skippedDays(from.toPlainDate(), due.toPlainDate(), calendar);
}

function provisional({ provisionalYears }: DeadlineCount): string[] {
  if (provisionalYears.length === 0) return [];
  return [
    `Lịch nghỉ năm ${provisionalYears.join(', ')} mới là dự kiến; ngày hẹn có thể đổi khi có thông báo chính thức.`,
  ];
}

/** The whole count as plain Vietnamese sentences: acceptance, period, days skipped by name, promise, pauses, provisional years. */
export function explain(result: DeadlineCount): string {
  return [
    acceptance(result),
    counting(result),
    ...skipping(result),
    promise(result),
    ...pausing(result),
    ...provisional(result),
  ].join(' ');
}
