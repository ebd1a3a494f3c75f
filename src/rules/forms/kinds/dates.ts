// Dates in three boxes; on old papers only the year, or month and year, may be known.
import { tidy } from '../../kernel/index.ts';
import { formatPartialDate, parsePartialDate, partialDateIso } from '../../papers/index.ts';
import type { DateField, Field } from '../definition.ts';
import { Subject, wrong } from '../messages.ts';
import { type Fault, fault, type Kind, NO_FAULTS, type Parsed, type Read } from './kind.ts';

const PARTS = ['day', 'month', 'year'] as const;
const WORDS = { day: 'ngày', month: 'tháng', year: 'năm' } as const;
const WHOLE = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/u;
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const ISO_DAY_LENGTH = 10;

type Triple = Record<(typeof PARTS)[number], string>;

/** What is asked for: the field, how sentences name the date, whether it may be partial, and what stands before the suffixes. */
export interface DateAsked {
  readonly field: Field;
  readonly name: string;
  readonly partial?: boolean;
  /** `issuedOn.` */
  readonly prefix?: string;
}

/** Reads three boxes as a whole or partial ISO date. */
export function readDate(
  read: Read,
  { field, name, partial = false, prefix = '' }: DateAsked,
): Parsed<string> {
  const typed = tripleOf(read, prefix, partial);
  if (!typed.day && !typed.month && !typed.year) return null;
  const absent = absentParts(typed, partial);
  if (absent.length > 0) {
    const parts = absent.map((part) => WORDS[part]).join(' và ');
    return { faults: fault(prefix + absent[0], `${name} phải có ${parts}.`) };
  }
  if (!/^\d{4}$/u.test(typed.year)) {
    return { faults: fault(`${prefix}year`, `Năm trong ${lower(name)} phải có đủ 4 chữ số, ví dụ 1985.`) };
  }
  const date = parsePartialDate([typed.day, typed.month, typed.year].filter(Boolean).join('/'));
  if (date && (partial || date.precision === 'day')) return { value: partialDateIso(date) };
  const at = prefix + (/^0?[1-9]$|^1[0-2]$/u.test(typed.month) ? 'day' : 'month');
  return { faults: fault(at, wrong(field, notReal(name))) };
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

/** What is wrong with a stored date in respect of today (ISO). */
export function dateFaults(
  value: string,
  { name, prefix = '' }: DateAsked,
  future: DateField['future'],
  today: string,
): readonly Fault[] {
  if (!parsePartialDate(value)) return fault(`${prefix}day`, notReal(name));
  // A partial date is compared as far as it is known.
  const now = today.slice(0, value.length);
  if (future === 'only' && value < now) {
    return fault(`${prefix}day`, `${name} phải là hôm nay hoặc một ngày sau hôm nay.`);
  }
  if ((future ?? 'no') === 'no' && value > now) {
    return fault(`${prefix}day`, `${name} không được sau ngày hôm nay.`);
  }
  return NO_FAULTS;
}

function dateKind(partial: boolean): Kind<DateField, string> {
  return {
    boxes: () => PARTS,
    parse: (read, field) => readDate(read, { field, name: Subject(field), partial }),
    show: (value) => showDate(value),
    faults(value, field, run) {
      const asked = { field, name: Subject(field) };
      if (!partial && value.length !== ISO_DAY_LENGTH) return fault('day', notReal(asked.name));
      return dateFaults(value, asked, field.future, run.today);
    },
    format: sayDate,
  };
}

export const date = dateKind(false);
export const partialDate = dateKind(true);

function tripleOf(read: Read, prefix: string, partial: boolean): Triple {
  const typed = {
    day: bare(read(`${prefix}day`)),
    month: bare(read(`${prefix}month`)),
    year: bare(read(`${prefix}year`)),
  };
  const whole = typed.month || typed.year ? null : WHOLE.exec(typed.day);
  if (whole) return { day: whole[1]!, month: whole[2]!, year: whole[3]! };
  if (!partial) return typed;
  // 00 and 99 stand for "not known" on old papers.
  const known = (text: string) => (text === '00' || text === '99' ? '' : text);
  return { day: known(typed.day), month: known(typed.month), year: typed.year };
}

/** "tháng 3" → "3" */
function bare(typed: string): string {
  return tidy(typed).replace(/^(?:ngày|tháng|thg|năm)\s*/iu, '');
}

function absentParts(typed: Triple, partial: boolean): (typeof PARTS)[number][] {
  if (!partial) return PARTS.filter((each) => !typed[each]);
  if (!typed.year) return ['year'];
  return typed.day && !typed.month ? ['month'] : [];
}

function notReal(name: string): string {
  return `${name} phải là ngày có thật, ví dụ 27/3/2024.`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
