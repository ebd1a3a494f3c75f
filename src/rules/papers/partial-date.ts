// A date as old papers hold it: sometimes only the year is known, sometimes the month and the year.
import { accepted, type CheckContext, doubted, type PaperCheck, plain, refused } from './cleaning.ts';

/** A date that knows how precise it is. */
export type PartialDate =
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'day'; readonly year: number; readonly month: number; readonly day: number };

const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => String(n).padStart(4, '0');

// Papers in use: the oldest living people on one side, long terms of validity on the other.
const EARLIEST = 1800;
const LATEST = 2199;

/** As people read it: `1950`, `05/1950`, `03/05/1950`. */
export function formatPartialDate(date: PartialDate): string {
  if (date.precision === 'year') return four(date.year);
  const month = `${two(date.month)}/${four(date.year)}`;
  return date.precision === 'month' ? month : `${two(date.day)}/${month}`;
}

/** As it is stored and sorted: `1950`, `1950-05`, `1950-05-03`. */
export function partialDateIso(date: PartialDate): string {
  if (date.precision === 'year') return four(date.year);
  const month = `${four(date.year)}-${two(date.month)}`;
  return date.precision === 'month' ? month : `${month}-${two(date.day)}`;
}

/** The first calendar day the date can mean. */
function earliestDay(date: PartialDate): Temporal.PlainDate {
  const month = date.precision === 'year' ? 1 : date.month;
  return Temporal.PlainDate.from({ year: date.year, month, day: date.precision === 'day' ? date.day : 1 });
}

interface Written {
  readonly year: number;
  /** 0 when the paper leaves it open. */
  readonly month: number;
  readonly day: number;
}

const NUMBER_OR_BLANK = '(\\d{1,2}|[_*-]{2})';
const SEPARATOR = ' ?[/.-] ?';
const DAY_FIRST = new RegExp(
  `^(?:(?:${NUMBER_OR_BLANK}${SEPARATOR})?${NUMBER_OR_BLANK}${SEPARATOR})?(\\d{4})$`,
  'u',
);
const YEAR_FIRST = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

function written(text: string): Written | null {
  const clean = plain(text).replace(/ {2,}/gu, ' ');
  const number = (part: string | undefined) => (part === undefined || /^\D/u.test(part) ? 0 : Number(part));
  const iso = YEAR_FIRST.exec(clean);
  if (iso) return { year: number(iso[1]), month: number(iso[2]), day: number(iso[3]) };
  const local = DAY_FIRST.exec(clean);
  return local && { day: number(local[1]), month: number(local[2]), year: number(local[3]) };
}

function isRealDay(year: number, month: number, day: number): boolean {
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The date, or what is wrong with it. */
function read(text: string): PartialDate | PaperCheck {
  const date = written(text);
  if (!date) return refused('date-form');
  const { year, month, day } = date;
  if (year < EARLIEST || year > LATEST) return refused('date-year', { year: four(year) });
  if (month > 12) return refused('date-month', { month });
  if (month === 0) {
    return day === 0 ? { precision: 'year', year } : refused('date-month-missing');
  }
  if (day === 0) return { precision: 'month', year, month };
  if (!isRealDay(year, month, day)) return refused('date-day', { day, month, year });
  return { precision: 'day', year, month, day };
}

/**
 * A date from dd/mm/yyyy, mm/yyyy or yyyy (00, __ and -- stand for a part not known; the stored form is read too).
 * @returns null when it is not a real calendar date
 */
export function parsePartialDate(text: string): PartialDate | null {
  const date = read(text);
  return 'precision' in date ? date : null;
}

const PRECISION = { year: 'date-only-year', month: 'date-only-month', day: 'date-whole' } as const;

/** A date of any precision; one later than `today` is accepted with a warning. */
export function checkPartialDate(text: string, context: CheckContext = {}): PaperCheck {
  if (plain(text) === '') return refused('date-empty');
  const date = read(text);
  if (!('precision' in date)) return date;
  const out = partialDateIso(date);
  if (context.today && Temporal.PlainDate.compare(earliestDay(date), context.today) > 0) {
    return doubted(out, 'date-after-today', { date: formatPartialDate(date) });
  }
  return accepted(out, PRECISION[date.precision]);
}
