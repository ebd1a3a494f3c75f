// A date in three boxes; on old papers only the year, or month and year, may be known.
import { tidy, upperFirst } from '../../kernel/index.ts';
import { formatPartialDate, type PartialDate, parsePartialDate, partialDateIso } from '../../papers/index.ts';
import { type Fault, type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { AnyField } from '../field.ts';
import type { Parsed, Read } from '../kinds/kind.ts';
import { wrong } from './general.ts';

export const PARTS = ['day', 'month', 'year'] as const;
type DatePart = (typeof PARTS)[number];
type Triple = Record<DatePart, string>;

const WORDS = {
  vi: { day: 'ngày', month: 'tháng', year: 'năm' },
  en: { day: 'day', month: 'month', year: 'year' },
} as const;
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

type Lacking = Named & { lacking: readonly string[] };

const says = sentences(
  {
    'day-parts-missing': ({ name, lacking }: Lacking) =>
      `${upperFirst(name)} phải có ${said('vi', lacking).join(' và ')}.`,
    'day-short-year': ({ name }: Named) => `Năm trong ${name} phải có đủ 4 chữ số, ví dụ 1985.`,
    'day-not-real': ({ name }: Named) => `${upperFirst(name)} phải là ngày có thật, ví dụ 27/3/2024.`,
    'day-before-today': ({ name }: Named) => `${upperFirst(name)} phải là hôm nay hoặc một ngày sau hôm nay.`,
    'day-after-today': ({ name }: Named) => `${upperFirst(name)} không được sau ngày hôm nay.`,
  },
  {
    'day-parts-missing': ({ label, lacking }) =>
      `“${label}” lacks the ${said('en', lacking).join(' and the ')}.`,
    'day-short-year': ({ label }) => `The year in “${label}” must have 4 digits, for example 1985.`,
    'day-not-real': ({ label }) => `“${label}” must be a real date, for example 27/3/2024.`,
    'day-before-today': ({ label }) => `“${label}” must be today or a later day.`,
    'day-after-today': ({ label }) => `“${label}” must not be after today.`,
  },
);

export const dateSentences = says.set;

/** What is asked for. */
export interface DateAsked {
  readonly field: AnyField;
  /** How sentences call the date, when it is a part of what the field asks. */
  readonly of?: (whole: Named) => Named;
  readonly partial?: boolean;
  /** Stands before the suffixes: `issuedOn.` */
  readonly prefix?: string;
}

/** Suffixes of the boxes. */
export function dateBoxes(prefix = ''): readonly string[] {
  return PARTS.map((part) => prefix + part);
}

/** Reads three boxes as a whole or partial ISO date. */
export function readDate(read: Read, asked: DateAsked): Parsed<string> {
  const { field, partial = false, prefix = '' } = asked;
  const typed = tripleOf(read, prefix, partial);
  if (!typed.day && !typed.month && !typed.year) return null;
  const lacking = absentParts(typed, partial);
  if (lacking.length > 0) {
    const at = `${prefix}${lacking[0]}`;
    return { faults: says.fault(at, 'day-parts-missing', { ...nameOf(asked), lacking }) };
  }
  // Two digits stand for a year where day and month stand beside them: 15/8/55.
  if (!/^\d{4}$/u.test(typed.year) && !(/^\d{2}$/u.test(typed.year) && typed.day && typed.month)) {
    return { faults: says.fault(`${prefix}year`, 'day-short-year', nameOf(asked)) };
  }
  const date = parsePartialDate([typed.day, typed.month, typed.year].filter(Boolean).join('/'));
  if (date && (partial || date.precision === 'day')) return { value: partialDateIso(date) };
  const at = prefix + (/^0?[1-9]$|^1[0-2]$/u.test(typed.month) ? 'day' : 'month');
  return { faults: wrong(field, at, () => says.fault(at, 'day-not-real', nameOf(asked))) };
}

function nameOf({ field, of }: DateAsked): Named {
  return of ? of(named(field)) : named(field);
}

/** The boxes of a whole or partial ISO date. */
export function showDate(value: string, prefix = ''): Record<string, string> {
  const [, year = '', month = '', day = ''] = ISO.exec(value) ?? [];
  const plain = (digits: string) => digits.replace(/^0/u, '');
  return { [`${prefix}day`]: plain(day), [`${prefix}month`]: plain(month), [`${prefix}year`]: year };
}

/** A stored whole or partial date as people read it. */
export function sayDate(value: string): string {
  const date = parsePartialDate(value);
  return date ? formatPartialDate(date) : value;
}

/** `no`: today at the latest; `allowed`; `only`: today at the earliest. */
export type Future = 'no' | 'allowed' | 'only';

/** What is wrong with a stored date in respect of today (ISO). */
export function dateFaults(value: string, asked: DateAsked, future: Future, today: string): readonly Fault[] {
  const { partial = false, prefix = '' } = asked;
  const at = `${prefix}day`;
  const date = parsePartialDate(value);
  if (!date || (!partial && date.precision !== 'day')) return says.fault(at, 'day-not-real', nameOf(asked));
  // A partial date is compared as far as it is known.
  const now = today.slice(0, value.length);
  if (future === 'only' && value < now) return says.fault(at, 'day-before-today', nameOf(asked));
  return future === 'no' && value > now ? says.fault(at, 'day-after-today', nameOf(asked)) : NO_FAULTS;
}

function tripleOf(read: Read, prefix: string, partial: boolean): Triple {
  const typed = {
    day: bare(read(`${prefix}day`)),
    month: bare(read(`${prefix}month`)),
    year: bare(read(`${prefix}year`)),
  };
  // Written whole into the first box, in digits or in words.
  const whole = typed.month || typed.year ? null : parsePartialDate(read(`${prefix}day`));
  if (whole && (partial || whole.precision === 'day')) return tripleOfDate(whole);
  if (!partial) return typed;
  // 00 and 99 stand for "not known" on old papers.
  const known = (text: string) => (text === '00' || text === '99' ? '' : text);
  return { day: known(typed.day), month: known(typed.month), year: typed.year };
}

function tripleOfDate(date: PartialDate): Triple {
  return {
    day: date.precision === 'day' ? String(date.day) : '',
    month: date.precision === 'year' ? '' : String(date.month),
    year: String(date.year),
  };
}

/** "tháng 3" → "3" */
function bare(typed: string): string {
  return tidy(typed).replace(/^(?:ngày|tháng|thg|năm)\s*/iu, '');
}

function absentParts(typed: Triple, partial: boolean): DatePart[] {
  if (!partial) return PARTS.filter((each) => !typed[each]);
  if (!typed.year) return ['year'];
  return typed.day && !typed.month ? ['month'] : [];
}

function said(language: 'vi' | 'en', parts: readonly string[]): readonly string[] {
  return PARTS.filter((part) => parts.includes(part)).map((part) => WORDS[language][part]);
}
