// Which days and hours count: sessions of a day, weekly rest, holidays and swapped days, all passed in as data.

/** One stretch of office hours within a day: open from `opens` (included) to `closes` (excluded). */
export interface Session {
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

/** A row of the holiday table, as the yearly notice gives it. */
export interface CalendarDay {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly kind: 'holiday' | 'make-up' | 'swap-off' | 'swap-work';
  /** Vietnamese name of the occasion. */
  readonly name: string;
  readonly status: 'official' | 'statutory' | 'projected';
}

/** Everything a deadline needs to know about days; a plain value, never changed. */
export interface WorkingCalendar {
  readonly sessions: readonly Session[];
  /** Days off and worked rest days by ISO date. */
  readonly days: ReadonlyMap<string, CalendarDay>;
  /** Years whose days are all official; any other year is provisional. */
  readonly settledYears: ReadonlySet<number>;
}

export const USUAL_SESSIONS = '07:30-11:30,13:30-17:30';

const SESSION = /^([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)$/u;

function parseSession(text: string): Session {
  const found = SESSION.exec(text.replace(/\s+/gu, ''));
  if (!found) throw new RangeError(`Buổi làm việc "${text}" không đúng dạng 07:30-11:30.`);
  const [openHour = 0, openMinute = 0, closeHour = 0, closeMinute = 0] = found.slice(1).map(Number);
  const opens = Temporal.PlainTime.from({ hour: openHour, minute: openMinute });
  const closes = Temporal.PlainTime.from({ hour: closeHour, minute: closeMinute });
  if (Temporal.PlainTime.compare(opens, closes) >= 0) {
    throw new RangeError(`Buổi làm việc "${text}" phải mở trước khi đóng.`);
  }
  return { opens, closes };
}

/**
 * Sessions of a working day from `07:30-11:30,13:30-17:30`, sorted.
 * @throws RangeError when a session is malformed, empty, or overlaps another
 */
export function parseSessions(text: string): readonly Session[] {
  const sessions = text
    .split(',')
    .map(parseSession)
    .sort((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
  sessions.forEach((session, at) => {
    const before = sessions[at - 1];
    if (before && Temporal.PlainTime.compare(before.closes, session.opens) > 0) {
      throw new RangeError(`Các buổi làm việc "${text}" chồng lên nhau.`);
    }
  });
  return sessions;
}

function isDayOff(day: CalendarDay): boolean {
  return day.kind !== 'swap-work';
}

function yearOf(day: CalendarDay): number {
  return Number(day.date.slice(0, 4));
}

/**
 * The working calendar of the rows of the holiday table (file or database).
 * @param days rows; a date listed twice keeps both names
 * @param sessions office hours as text, or already parsed
 * @throws RangeError when a date is not real, or is both off and worked
 */
export function calendarFromDays(
  days: Iterable<CalendarDay>,
  sessions: string | readonly Session[] = USUAL_SESSIONS,
): WorkingCalendar {
  const byDate = new Map<string, CalendarDay>();
  const settled = new Set<number>();
  const open = new Set<number>();
  for (const day of days) {
    const date = Temporal.PlainDate.from(day.date).toString();
    const known = byDate.get(date);
    if (known && isDayOff(known) !== isDayOff(day)) {
      throw new RangeError(`Ngày ${date} vừa là ngày nghỉ vừa là ngày làm bù.`);
    }
    const name = known && known.name !== day.name ? `${known.name}, ${day.name}` : day.name;
    byDate.set(date, { ...day, date, name });
    (day.status === 'official' ? settled : open).add(yearOf(day));
  }
  for (const year of open) settled.delete(year);
  return withSessions({ sessions: [], days: byDate, settledYears: settled }, sessions);
}

/** The same days with other office hours. @throws RangeError on malformed or missing sessions */
export function withSessions(
  calendar: WorkingCalendar,
  sessions: string | readonly Session[],
): WorkingCalendar {
  const parsed = typeof sessions === 'string' ? parseSessions(sessions) : sessions;
  if (parsed.length === 0) throw new RangeError('Một ngày làm việc cần ít nhất một buổi.');
  return { ...calendar, sessions: parsed };
}

/**
 * Whether officials work on a date: Saturday and Sunday rest, days off rest, swapped Saturdays are worked
 * (Bộ luật Lao động 2019, Điều 111-112, and the yearly notice).
 */
export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  const special = calendar.days.get(date.toString());
  return special ? !isDayOff(special) : date.dayOfWeek < 6;
}

/** Whether the days of the year are still to be fixed by a notice (2027 and later today), or are not in the table at all. */
export function isProvisional(year: number, calendar: WorkingCalendar): boolean {
  return !calendar.settledYears.has(year);
}

// Longer than any run of days off; a calendar without a working day is a mistake, not a reason to search for ever.
const LONGEST_REST = 400;

/** The date itself when worked, else the first worked date after it. @throws RangeError when there is none within 400 days */
export function workingDayFrom(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = date;
  for (let tries = 0; tries < LONGEST_REST; tries += 1) {
    if (isWorkingDay(day, calendar)) return day;
    day = day.add({ days: 1 });
  }
  throw new RangeError(`Không có ngày làm việc nào trong ${LONGEST_REST} ngày kể từ ${date.toString()}.`);
}

/** The first worked date after a date. */
export function nextWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return workingDayFrom(date.add({ days: 1 }), calendar);
}

/** When a session opens on a date. */
export function opening(date: Temporal.PlainDate, session: Session): Temporal.PlainDateTime {
  return date.toPlainDateTime(session.opens);
}

/** When a session closes on a date. */
export function closing(date: Temporal.PlainDate, session: Session): Temporal.PlainDateTime {
  return date.toPlainDateTime(session.closes);
}

/** The end of the last session of a date. */
export function endOfDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDateTime {
  const last = calendar.sessions.at(-1);
  if (!last) throw new RangeError('Một ngày làm việc cần ít nhất một buổi.');
  return closing(date, last);
}
