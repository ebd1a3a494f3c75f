// How many days are worked between two dates, without walking from one to the other: weeks are reckoned, and of the special days
// (holidays, swapped days) running totals are kept.
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

const DAY_MS = 86_400_000;
/** 29 December 1969 was a Monday. */
const SOME_MONDAY = -3;
const WORKED_WEEKDAYS = 5;

const numberOf = ({ year, month, day }: Temporal.PlainDate) => Date.UTC(year, month - 1, day) / DAY_MS;

/** Days from Monday to Friday from `SOME_MONDAY` to before a day. */
function weekdaysBefore(day: number): number {
  const since = day - SOME_MONDAY;
  const weeks = Math.floor(since / 7);
  return weeks * WORKED_WEEKDAYS + Math.min(since - weeks * 7, WORKED_WEEKDAYS);
}

interface Specials {
  /** Numbers of the days that are not as their weekday is, in order. */
  readonly days: readonly number[];
  /** Days worked more (or fewer) than weekdays say, before each of them and, last, after all. */
  readonly sums: readonly number[];
}

function specialsOf(days: ReadonlyMap<string, CalendarDay>): Specials {
  const changes = [...days]
    .map(([date, { kind }]) => {
      const on = Temporal.PlainDate.from(date);
      return {
        day: numberOf(on),
        change: Number(kind === 'swap-work') - Number(on.dayOfWeek <= WORKED_WEEKDAYS),
      };
    })
    .filter(({ change }) => change !== 0)
    .sort((a, b) => a.day - b.day);
  const sums = [0];
  for (const { change } of changes) sums.push((sums.at(-1) ?? 0) + change);
  return { days: changes.map(({ day }) => day), sums };
}

// The days of a calendar never change; calendars of several office hours share them.
const known = new WeakMap<ReadonlyMap<string, CalendarDay>, Specials>();

function changesBefore(day: number, days: ReadonlyMap<string, CalendarDay>): number {
  let specials = known.get(days);
  if (!specials) {
    specials = specialsOf(days);
    known.set(days, specials);
  }
  let low = 0;
  let high = specials.days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((specials.days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return specials.sums[low] as number;
}

/** Days worked from a date (included) to another (excluded); 0 where there is none between them. */
export function workedDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { days }: Pick<WorkingCalendar, 'days'>,
): number {
  const [first, last] = [numberOf(from), numberOf(to)];
  if (last <= first) return 0;
  const before = (day: number) => weekdaysBefore(day) + changesBefore(day, days);
  return before(last) - before(first);
}
