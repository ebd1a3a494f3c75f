// A date as old papers hold it: sometimes only the year is known, sometimes the month and the year.
import { accepted, type Check, type CheckContext, doubted, plain, refused } from './cleaning.ts';

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

/** The date, or the sentence that says what is wrong with it. */
function read(text: string): PartialDate | string {
  const date = written(text);
  if (!date) {
    return 'Bạn hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/09/1950; nếu giấy tờ chỉ có tháng và năm hoặc chỉ có năm thì ghi 09/1950 hoặc 1950.';
  }
  const { year, month, day } = date;
  if (year < EARLIEST || year > LATEST) return `Năm ${four(year)} không hợp lý, bạn hãy kiểm tra lại năm.`;
  if (month > 12) return `Không có tháng ${month}, bạn hãy kiểm tra lại tháng.`;
  if (month === 0) {
    return day === 0 ? { precision: 'year', year } : 'Bạn đã ghi ngày thì phải ghi cả tháng.';
  }
  if (day === 0) return { precision: 'month', year, month };
  if (!isRealDay(year, month, day)) {
    return `Tháng ${month} năm ${year} không có ngày ${day}, bạn hãy kiểm tra lại ngày.`;
  }
  return { precision: 'day', year, month, day };
}

/**
 * A date from dd/mm/yyyy, mm/yyyy or yyyy (00, __ and -- stand for a part not known; the stored form is read too).
 * @returns null when it is not a real calendar date
 */
export function parsePartialDate(text: string): PartialDate | null {
  const date = read(text);
  return typeof date === 'string' ? null : date;
}

const PRECISION_WORDS = {
  year: 'Ngày này chỉ có năm.',
  month: 'Ngày này chỉ có tháng và năm.',
  day: 'Ngày này có đủ ngày, tháng và năm.',
} as const;

/** A date of any precision; one later than `today` is accepted with a warning. */
export function checkPartialDate(text: string, context: CheckContext = {}): Check {
  if (plain(text) === '') return refused('Bạn phải nhập ngày.');
  const date = read(text);
  if (typeof date === 'string') return refused(date);
  const out = partialDateIso(date);
  if (context.today && Temporal.PlainDate.compare(earliestDay(date), context.today) > 0) {
    return doubted(out, `Ngày ${formatPartialDate(date)} ở sau hôm nay, bạn hãy kiểm tra lại.`);
  }
  return accepted(out, PRECISION_WORDS[date.precision]);
}
