// When one may be asked to come: the office hours of an agency, session by session.
import { formatDate, type Language } from '../kernel/index.ts';
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** One session of one day on which an agency works. */
export interface HalfDay {
  readonly date: Temporal.PlainDate;
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

/**
 * The sessions that an agency is open, day by day (Bộ luật Lao động 2019, Điều 111-112).
 * @param after the day after this one is the first
 * @param days how many days are looked at
 */
export function halfDaysAfter(
  calendar: WorkingCalendar,
  after: Temporal.PlainDate,
  days: number,
): readonly HalfDay[] {
  return Array.from({ length: days }, (_, at) => after.add({ days: at + 1 }))
    .filter((date) => isWorkingDay(date, calendar))
    .flatMap((date) => calendar.sessions.map(({ opens, closes }) => ({ date, opens, closes })));
}

const minutes = { smallestUnit: 'minute' } as const;

/** As it is kept and sorted: `2026-12-01T07:30/11:30`. */
export function halfDayText({ date, opens, closes }: HalfDay): string {
  return `${date}T${opens.toString(minutes)}/${closes.toString(minutes)}`;
}

const TEXT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\/(\d\d:\d\d)$/u;

/** A half-day from its text; null when it is none, or when there is no text. */
export function readHalfDay(text: string | null): HalfDay | null {
  const [, date = '', opens = '', closes = ''] = TEXT.exec(text ?? '') ?? [];
  try {
    return {
      date: Temporal.PlainDate.from(date),
      opens: Temporal.PlainTime.from(opens),
      closes: Temporal.PlainTime.from(closes),
    };
  } catch {
    return null;
  }
}

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const NOON = Temporal.PlainTime.from('12:00');

/** "sáng thứ Ba 01/12/2026 (07:30 đến 11:30)" */
export function halfDayInWords(halfDay: HalfDay, language: Language = 'vi'): string {
  const { date, opens, closes } = halfDay;
  const day = `${WEEKDAYS[language][date.dayOfWeek - 1]} ${formatDate(date)}`;
  const [from, to] = [opens.toString(minutes), closes.toString(minutes)];
  if (language === 'en') return `${day} (${from} to ${to})`;
  return `${Temporal.PlainTime.compare(opens, NOON) < 0 ? 'sáng' : 'chiều'} ${day} (${from} đến ${to})`;
}
