// A date as old papers hold it: sometimes only the year is known, sometimes the month and the year.

import { accepted, type CheckContext, doubted, type PaperCheck, plain, refused } from './cleaning.ts';
import { inDigits } from './date-words.ts';

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
  /** The year was written in two digits. */
  readonly short: boolean;
  /** 0 when the paper leaves it open. */
  readonly month: number;
  readonly day: number;
}

const NUMBER_OR_BLANK = '(\\d{1,2}|[_*-]{2})';
const SEPARATOR = '(?: ?[/.,-] ?| )';
const DAY_FIRST = new RegExp(
  `^(?:(?:${NUMBER_OR_BLANK}${SEPARATOR})?${NUMBER_OR_BLANK}${SEPARATOR})?(\\d{4})$`,
  'u',
);
const SHORT_YEAR = new RegExp(`^(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{2})$`, 'u');
const YEAR_FIRST = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
/** A keyboard of digits alone has no stroke: ddmmyyyy, ddmmyy, mmyyyy. */
const UNPARTED = [
  /^(\d{2})(\d{2})(\d{4})$/u,
  /^()(0[1-9]|1[0-2])((?:18|19|20|21)\d{2})$/u,
  /^(\d{2})(\d{2})(\d{2})$/u,
];
/** The century of a year in two digits, when nothing says which day it is: 49 is 2049, 50 is 1950. */
const TURN = 50;

function written(text: string, thisYear: number | undefined): Written | null {
  const clean = inDigits(plain(text).replace(/\.$/u, ''));
  const number = (part: string | undefined) => Number(part) || 0;
  const iso = YEAR_FIRST.exec(clean);
  if (iso) return { year: number(iso[1]), month: number(iso[2]), day: number(iso[3]), short: false };
  const [, day, month, year = ''] =
    [DAY_FIRST, SHORT_YEAR, ...UNPARTED].map((shape) => shape.exec(clean)).find((found) => found) ?? [];
  if (year === '') return null;
  return {
    day: number(day),
    month: number(month),
    year: wholeYear(year, thisYear),
    short: year.length === 2,
  };
}

/** A year in two digits is the last such year that has come. */
function wholeYear(year: string, thisYear: number | undefined): number {
  if (year.length === 4) return Number(year);
  const this100 = 2000 + Number(year);
  const come = thisYear === undefined ? Number(year) < TURN : this100 <= thisYear;
  return come ? this100 : this100 - 100;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The date, or what is wrong with it. */
function read(date: Written | null): PartialDate | PaperCheck {
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
 * A date from dd/mm/yyyy, mm/yyyy or yyyy (00, __ and -- stand for a part not known; the stored form is read too), with any sign
 * between the parts or none, the year in two digits, or in words ("ngày 15 tháng tám năm 1955").
 * @returns null when it is not a real calendar date
 */
export function parsePartialDate(text: string): PartialDate | null {
  const date = read(written(text, undefined));
  return 'precision' in date ? date : null;
}

const PRECISION = { year: 'date-only-year', month: 'date-only-month', day: 'date-whole' } as const;

/** A date of any precision; one later than `today`, or of a year that may be another century's, is accepted with a warning. */
export function checkPartialDate(text: string, context: CheckContext = {}): PaperCheck {
  if (plain(text) === '') return refused('date-empty');
  const thisYear = context.today === undefined ? undefined : Temporal.PlainDate.from(context.today).year;
  const typed = written(text, thisYear);
  const date = read(typed);
  if (!('precision' in date)) return date;
  const out = partialDateIso(date);
  if (context.today && Temporal.PlainDate.compare(earliestDay(date), context.today) > 0) {
    return doubted(out, 'date-after-today', { date: formatPartialDate(date) });
  }
  // Somebody of this century or somebody a hundred years older: 25 may be either, 55 may not.
  if (typed?.short && date.year >= 2000) return doubted(out, 'date-short-year', { year: date.year });
  return accepted(out, PRECISION[date.precision]);
}
