// The count of a due date in Vietnamese.
import { formatDate, formatDateTime, upperFirst } from '../kernel/index.ts';

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

const day = (date: Temporal.PlainDate) => `${WEEKDAYS[date.dayOfWeek]} ${formatDate(date)}`;
const moment = (at: Temporal.PlainDateTime) => `${formatDateTime(at)} (${WEEKDAYS[at.dayOfWeek]})`;
type Day = Temporal.PlainDate;
type At = Temporal.PlainDateTime;

export const vi = {
  hours: (hours: number) => `${hours} giờ`,
  minutes: (minutes: number) => `${minutes} phút`,
  off: {
    weekend: 'nghỉ cuối tuần',
    makeUp: (name: string) => `nghỉ bù ${name}`,
    swapped: (name: string) => `nghỉ hoán đổi dịp ${name}`,
    holiday: (name: string) => name,
  },
  rest: (first: Day, last: Day, names: string) =>
    first.equals(last) ? `${day(first)} (${names})` : `từ ${day(first)} đến ${day(last)} (${names})`,
  weekends: (count: number, others: boolean) => `${count} lần nghỉ cuối tuần${others ? ' khác' : ''}`,
  skipped: (rests: string) => `Không tính ngày nghỉ: ${rests}.`,
  worked: (date: Day) => `${upperFirst(day(date))} là ngày làm bù nên vẫn tính.`,
  received: (at: At) => `Hồ sơ được tiếp nhận lúc ${moment(at)}.`,
  receivedOutside: (at: At, off: string | null, start: At) =>
    `Hồ sơ được tiếp nhận lúc ${moment(at)}, ${off === null ? 'ngoài giờ làm việc' : `vào ngày nghỉ (${off})`}, nên thời hạn bắt đầu tính từ ${moment(start)}.`,
  onlyDay: (date: Day) => `đó là ${day(date)}`,
  nthDay: (n: number, date: Day) => `ngày thứ ${n} là ${day(date)}`,
  rolled: (off: string, to: Day) =>
    ` Ngày này là ngày nghỉ (${off}) nên chuyển sang ngày làm việc kế tiếp, ${day(to)}.`,
  workingHours: (amount: number, sessions: string) =>
    `Thời hạn là ${comma(amount)} giờ làm việc, chỉ tính trong giờ làm việc (${sessions}).`,
  workingDays: (amount: number, sameDay: boolean, days: string) =>
    `Thời hạn là ${comma(amount)} ngày làm việc, không tính ${firstDay(sameDay)}: ${days}.`,
  calendarDays: (amount: number, sameDay: boolean, ends: Day) =>
    `Thời hạn là ${comma(amount)} ngày tính cả ngày nghỉ, không tính ${firstDay(sameDay)}, hết vào ${day(ends)}.`,
  months: (amount: number, ends: Day) => `Thời hạn là ${comma(amount)} tháng, hết vào ${day(ends)}.`,
  today: 'Thủ tục này trả kết quả trong ngày khi hồ sơ được nhận đến 15:00.',
  tomorrow: (to: Day) =>
    `Thủ tục này trả kết quả trong ngày, nhưng hồ sơ nhận sau 15:00 được trả vào ngày làm việc kế tiếp, ${day(to)}.`,
  dueAt: (at: At) => `Hẹn trả lúc ${moment(at)}.`,
  dueByEnd: (at: At) => `Hẹn trả chậm nhất lúc hết giờ làm việc, ${moment(at)}.`,
  dueAtSameHour: (at: At) => `Hẹn trả đúng giờ bắt đầu tính, ${moment(at)}.`,
  paused: (from: At, to: At, time: string) =>
    `Hồ sơ tạm dừng từ ${formatDateTime(from)} đến ${formatDateTime(to)}, tức ${time} làm việc.`,
  moved: (from: At, to: At) => `Vì vậy ngày hẹn lùi từ ${formatDateTime(from)} sang ${moment(to)}.`,
  standing: (since: At) =>
    `Hồ sơ đang tạm dừng từ ${formatDateTime(since)}; khi tiếp tục, ngày hẹn lùi thêm đúng số giờ làm việc đã chờ.`,
  provisional: (years: string) =>
    `Lịch nghỉ năm ${years} mới là dự kiến; ngày hẹn có thể đổi khi có thông báo chính thức.`,
};

function comma(amount: number): string {
  return String(amount).replace('.', ',');
}

/** The day that is not counted: of acceptance, or on which the count begins. */
function firstDay(sameDay: boolean): string {
  return sameDay ? 'ngày tiếp nhận' : 'ngày bắt đầu';
}
