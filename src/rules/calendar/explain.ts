// The count in words: a due date that a person cannot follow is a due date that a person cannot trust.
import { formatTime, type Language } from '../kernel/index.ts';
import { en } from './explain.en.ts';
import { vi } from './explain.vi.ts';
import type { DeadlineCount } from './period.ts';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from './working-calendar.ts';

type Words = typeof vi;
const WORDS = { vi, en } as const;
// Beyond this many days a list helps nobody; the first and the last are enough.
const LISTED_DAYS = 5;

/** `19 giờ`, `2 giờ 30 phút`, `0 giờ`; seconds are left out. */
export function workingTimeInWords(amount: Temporal.Duration, language: Language = 'vi'): string {
  const words = WORDS[language];
  const { hours, minutes } = amount.round({ largestUnit: 'hour', smallestUnit: 'minute' });
  if (hours === 0 && minutes > 0) return words.minutes(minutes);
  return minutes > 0 ? `${words.hours(hours)} ${words.minutes(minutes)}` : words.hours(hours);
}

function reasonOff(words: Words, date: Temporal.PlainDate, calendar: WorkingCalendar): string {
  const special = calendar.days.get(date.toString());
  if (!special) return words.off.weekend;
  if (special.kind === 'make-up') return words.off.makeUp(special.name);
  if (special.kind === 'swap-off') return words.off.swapped(special.name);
  return words.off.holiday(special.name);
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

function restsBetween(
  words: Words,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Rest[] {
  const rests: Rest[] = [];
  for (const date of datesAfter(from, to)) {
    if (isWorkingDay(date, calendar)) continue;
    const before = rests.at(-1);
    if (before?.last.add({ days: 1 }).equals(date)) {
      before.last = date;
      before.reasons.add(reasonOff(words, date, calendar));
    } else {
      rests.push({ first: date, last: date, reasons: new Set([reasonOff(words, date, calendar)]) });
    }
  }
  return rests;
}

function skippedDays(
  words: Words,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): string[] {
  const rests = restsBetween(words, from, to, calendar);
  const isPlainWeekend = (rest: Rest) => rest.reasons.size === 1 && rest.reasons.has(words.off.weekend);
  const weekends = rests.filter(isPlainWeekend);
  const listed = weekends.length > 2 ? rests.filter((rest) => !isPlainWeekend(rest)) : rests;
  const phrases = listed.map(({ first, last, reasons }) => words.rest(first, last, [...reasons].join(', ')));
  if (weekends.length > 2) phrases.push(words.weekends(weekends.length, phrases.length > 0));
  const worked = [...datesAfter(from, to)].filter(
    (date) => date.dayOfWeek > 5 && isWorkingDay(date, calendar),
  );
  return [...(phrases.length > 0 ? [words.skipped(phrases.join('; '))] : []), ...worked.map(words.worked)];
}

function acceptance(words: Words, { acceptedAt, start, calendar }: DeadlineCount): string {
  if (acceptedAt.equals(start)) return words.received(acceptedAt);
  const date = acceptedAt.toPlainDate();
  const off = isWorkingDay(date, calendar) ? null : reasonOff(words, date, calendar);
  return words.receivedOutside(acceptedAt, off, start);
}

function listWorkingDays(words: Words, { period, start, counted, calendar }: DeadlineCount): string {
  const first = nextWorkingDay(start.toPlainDate(), calendar);
  if (period.value === 1) return words.onlyDay(first);
  if (period.value > LISTED_DAYS) return `${words.nthDay(1, first)}, ${words.nthDay(period.value, counted)}`;
  const days = [...datesAfter(start.toPlainDate(), counted)].filter((date) => isWorkingDay(date, calendar));
  return days.map((date, at) => words.nthDay(at + 1, date)).join(', ');
}

function rolled(words: Words, { counted, original, calendar }: DeadlineCount): string {
  const to = original.toPlainDate();
  return to.equals(counted) ? '' : words.rolled(reasonOff(words, counted, calendar), to);
}

function counting(words: Words, result: DeadlineCount): string {
  const { acceptedAt, period, start, original, counted, calendar } = result;
  const sameDay = acceptedAt.toPlainDate().equals(start.toPlainDate());
  const { value } = period;
  switch (period.unit) {
    case 'workingHour': {
      const sessions = calendar.sessions
        .map(({ opens, closes }) => `${formatTime(opens)}-${formatTime(closes)}`)
        .join(', ');
      return words.workingHours(value, sessions);
    }
    case 'workingDay':
      return words.workingDays(value, sameDay, listWorkingDays(words, result));
    case 'calendarDay':
      return words.calendarDays(value, sameDay, counted) + rolled(words, result);
    case 'month':
      return words.months(value, counted) + rolled(words, result);
    case 'sameDay':
      return start.toPlainDate().equals(original.toPlainDate())
        ? words.today
        : words.tomorrow(original.toPlainDate());
  }
}

function promise(words: Words, { period, policy, original }: DeadlineCount): string {
  if (period.unit === 'workingHour') return words.dueAt(original);
  if (period.unit === 'sameDay' || policy.endOfDay) return words.dueByEnd(original);
  return words.dueAtSameHour(original);
}

function pausing(
  language: Language,
  words: Words,
  { pauses, original, due, standingSince }: DeadlineCount,
): string[] {
  return [
    ...pauses.map(({ from, to, workingTime }) =>
      words.paused(from, to, workingTimeInWords(workingTime, language)),
    ),
    ...(due.equals(original) ? [] : [words.moved(original, due)]),
    ...(standingSince ? [words.standing(standingSince)] : []),
  ];
}

function skipping(words: Words, { period, start, original, due, calendar }: DeadlineCount): string[] {
  const countsRest = period.unit === 'calendarDay' || period.unit === 'month';
  const from = countsRest ? original : start;
  return skippedDays(words, from.toPlainDate(), due.toPlainDate(), calendar);
}

/** The whole count as plain sentences: acceptance, period, days skipped by name, promise, pauses, provisional years. */
export function explain(result: DeadlineCount, language: Language = 'vi'): string {
  const words = WORDS[language];
  const { provisionalYears } = result;
  return [
    acceptance(words, result),
    counting(words, result),
    ...skipping(words, result),
    promise(words, result),
    ...pausing(language, words, result),
    ...(provisionalYears.length > 0 ? [words.provisional(provisionalYears.join(', '))] : []),
  ].join(' ');
}
