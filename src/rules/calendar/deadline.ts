// When a result is due: the legal count of hours, days and months, with the pauses that move it.
import { explain } from './explain.ts';
import {
  type CountedPause,
  checkPeriod,
  type DeadlineCount,
  type DeadlinePolicy,
  type Pause,
  type Period,
} from './period.ts';
import {
  endOfDay,
  isProvisional,
  nextWorkingDay,
  type WorkingCalendar,
  workingDayFrom,
} from './working-calendar.ts';
import { firstWorkingMoment, moveByWorkingTime, workingHours, workingTimeBetween } from './working-time.ts';

export interface DeadlineQuestion {
  /** Civil time of Vietnam. */
  readonly acceptedAt: Temporal.PlainDateTime;
  readonly period: Period;
  readonly pauses?: readonly Pause[];
  readonly calendar: WorkingCalendar;
  /** End of day when absent. */
  readonly policy?: DeadlinePolicy;
}

export interface Deadline extends DeadlineCount {
  /** Why this hour, in plain Vietnamese. */
  readonly why: string;
}

/** Last minute at which a same-day dossier is still answered the same day, to its end: people read minutes on their slips. */
export const SAME_DAY_CUTOFF = Temporal.PlainTime.from('15:00');

interface Counted {
  readonly counted: Temporal.PlainDate;
  readonly due: Temporal.PlainDateTime;
}

function countWorkingDays(from: Temporal.PlainDate, days: number, calendar: WorkingCalendar) {
  let date = from;
  for (let counted = 0; counted < days; counted += 1) date = nextWorkingDay(date, calendar);
  return date;
}

function inTimeForToday(acceptedAt: Temporal.PlainDateTime, start: Temporal.PlainDateTime): boolean {
  if (!acceptedAt.toPlainDate().equals(start.toPlainDate())) return true;
  const minute = acceptedAt.toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return Temporal.PlainTime.compare(minute, SAME_DAY_CUTOFF) <= 0;
}

function count(question: DeadlineQuestion, policy: DeadlinePolicy, start: Temporal.PlainDateTime): Counted {
  const { acceptedAt, calendar, period } = question;
  const day = start.toPlainDate();
  const on = (counted: Temporal.PlainDate, ends: boolean): Counted => {
    const worked = workingDayFrom(counted, calendar);
    return { counted, due: ends ? endOfDay(worked, calendar) : worked.toPlainDateTime(start.toPlainTime()) };
  };
  switch (period.unit) {
    case 'workingHour': {
      const due = moveByWorkingTime(start, workingHours(period.value), calendar);
      return { counted: due.toPlainDate(), due };
    }
    case 'workingDay':
      return on(countWorkingDays(day, period.value, calendar), policy.endOfDay);
    case 'calendarDay':
      return on(day.add({ days: period.value }), policy.endOfDay);
    case 'month':
      return on(day.add({ months: period.value }), policy.endOfDay);
    case 'sameDay':
      return on(inTimeForToday(acceptedAt, start) ? day : nextWorkingDay(day, calendar), true);
  }
}

function joinPauses(
  pauses: readonly Pause[],
  acceptedAt: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
): { readonly closed: CountedPause[]; readonly standingSince: Temporal.PlainDateTime | null } {
  const { compare } = Temporal.PlainDateTime;
  const joined: { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }[] = [];
  let standingSince: Temporal.PlainDateTime | null = null;
  for (const { from, to } of [...pauses].sort((a, b) => compare(a.from, b.from))) {
    if (!to) {
      standingSince ??= from;
      continue;
    }
    if (compare(from, to) > 0)
      throw new RangeError(`Khoảng tạm dừng kết thúc (${to}) trước khi bắt đầu (${from}).`);
    if (compare(to, acceptedAt) <= 0) continue;
    const begins = compare(from, acceptedAt) < 0 ? acceptedAt : from;
    const last = joined.at(-1);
    if (!last || compare(last.to, begins) < 0) joined.push({ from: begins, to });
    else if (compare(last.to, to) < 0) last.to = to;
  }
  const closed = joined.map(({ from, to }) => ({
    from,
    to,
    workingTime: workingTimeBetween(from, to, calendar),
  }));
  return { closed, standingSince };
}

function unsettledYears(from: number, to: number, calendar: WorkingCalendar): number[] {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return years.filter((year) => isProvisional(year, calendar));
}

/**
 * When the result is due (Bộ luật Dân sự 2015, Điều 147-148: the day of acceptance is not counted, a last day
 * of rest moves to the next working day; one-stop rule: same-day dossiers accepted after 15:00 are answered
 * the next working day). Each pause moves the due moment by the working time inside it; a pause that still
 * stands moves nothing until it ends.
 * @throws RangeError on a period, pause or calendar that makes no sense
 */
export function deadline(question: DeadlineQuestion): Deadline {
  const { acceptedAt, period, pauses = [], calendar, policy = { endOfDay: true } } = question;
  checkPeriod(period);
  const start = firstWorkingMoment(acceptedAt, calendar);
  const { counted, due: original } = count(question, policy, start);
  const { closed, standingSince } = joinPauses(pauses, acceptedAt, calendar);
  const due = closed.reduce((at, pause) => moveByWorkingTime(at, pause.workingTime, calendar), original);
  const provisionalYears = unsettledYears(acceptedAt.year, due.year, calendar);
  const result: DeadlineCount = {
    acceptedAt,
    period,
    policy,
    calendar,
    start,
    counted,
    original,
    pauses: closed,
    standingSince,
    due,
    provisionalYears,
  };
  return { ...result, why: explain(result) };
}
