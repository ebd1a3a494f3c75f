// Arithmetic on working time only: hours outside sessions and days off do not exist here.

import { workedDays } from './worked-days.ts';
import {
  closing,
  isWorkingDay,
  nextWorkingDay,
  opening,
  type WorkingCalendar,
  workingDayFrom,
} from './working-calendar.ts';

const later = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(a, b) >= 0 ? a : b;
const earlier = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) =>
  Temporal.PlainDateTime.compare(a, b) <= 0 ? a : b;

// Microseconds: what the database keeps, and centuries of it stay exact in a number.
const MICROSECOND = 1;
const MILLISECOND = 1000 * MICROSECOND;
const SECOND = 1000 * MILLISECOND;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

function between(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number {
  return inMicroseconds(from.until(to, { largestUnit: 'hour' }));
}

function inMicroseconds(amount: Temporal.Duration): number {
  if (amount.years || amount.months || amount.weeks || amount.days) {
    throw new RangeError('Thời gian làm việc chỉ tính bằng giờ, phút và giây.');
  }
  const { hours, minutes, seconds, milliseconds, microseconds } = amount;
  return hours * HOUR + minutes * MINUTE + seconds * SECOND + milliseconds * MILLISECOND + microseconds;
}

function asDuration(microseconds: number): Temporal.Duration {
  return Temporal.Duration.from({ microseconds }).round({ largestUnit: 'hour' });
}

/** Working time in an hours-and-minutes duration, from a number of hours (8, or 1.5). */
export function workingHours(hours: number): Temporal.Duration {
  return asDuration(Math.round(hours * HOUR));
}

/**
 * The moment itself when an office is open, else the next opening (domain rule: the clock of a period
 * starts at acceptance, inside working time). A session is open from its first to before its last minute.
 */
export function firstWorkingMoment(
  at: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
): Temporal.PlainDateTime {
  let date = at.toPlainDate();
  if (!isWorkingDay(date, calendar)) date = workingDayFrom(date, calendar);
  for (;;) {
    for (const session of calendar.sessions) {
      if (Temporal.PlainDateTime.compare(at, closing(date, session)) < 0) {
        return later(at, opening(date, session));
      }
    }
    date = nextWorkingDay(date, calendar);
  }
}

/**
 * Working time between two moments, as hours, minutes and seconds.
 * @throws RangeError when `to` lies before `from`
 */
export function workingTimeBetween(
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
): Temporal.Duration {
  if (Temporal.PlainDateTime.compare(from, to) > 0) {
    throw new RangeError(`Khoảng thời gian kết thúc (${to}) trước khi bắt đầu (${from}).`);
  }
  const [first, last] = [from.toPlainDate(), to.toPlainDate()];
  if (first.equals(last)) return asDuration(workedOn(first, from, to, calendar));
  const second = first.add({ days: 1 });
  return asDuration(
    workedOn(first, from, second.toPlainDateTime(), calendar) +
      workedDays(second, last, calendar) * wholeDay(calendar) +
      workedOn(last, last.toPlainDateTime(), to, calendar),
  );
}

/** Microseconds worked on a date between two moments of it. */
function workedOn(
  date: Temporal.PlainDate,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
): number {
  if (!isWorkingDay(date, calendar)) return 0;
  let worked = 0;
  for (const session of calendar.sessions) {
    const start = later(from, opening(date, session));
    const end = earlier(to, closing(date, session));
    if (Temporal.PlainDateTime.compare(start, end) < 0) worked += between(start, end);
  }
  return worked;
}

const wholeDay = ({ sessions }: WorkingCalendar) =>
  sessions.reduce((sum, { opens, closes }) => sum + inMicroseconds(opens.until(closes)), 0);

/**
 * The moment that lies a given working time later. Time used up exactly at the end of a session ends there,
 * not at the next opening; no time moves nothing.
 * @throws RangeError when the time is negative or holds days, months or years
 */
export function moveByWorkingTime(
  from: Temporal.PlainDateTime,
  amount: Temporal.Duration,
  calendar: WorkingCalendar,
): Temporal.PlainDateTime {
  let left = inMicroseconds(amount);
  if (left < 0) throw new RangeError('Thời gian làm việc phải từ 0 trở lên.');
  if (left === 0) return from;
  let date = workingDayFrom(from.toPlainDate(), calendar);
  for (;;) {
    for (const session of calendar.sessions) {
      const start = later(from, opening(date, session));
      const end = closing(date, session);
      if (Temporal.PlainDateTime.compare(start, end) >= 0) continue;
      const room = between(start, end);
      if (left <= room) return start.add({ microseconds: left });
      left -= room;
    }
    date = nextWorkingDay(date, calendar);
  }
}
