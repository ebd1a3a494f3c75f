// A date as it is spoken and as old registers write it. Mùng, rằm, tháng giêng, tháng chạp belong to the moon's calendar: they are none.
import { unaccent } from '../kernel/index.ts';
import { isDigits } from './cleaning.ts';

const UNITS = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]);
const JANUARY_TO_DECEMBER = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];

/** `ngày 15 tháng 8 năm 1955` → `15/8/1955`; what is no date in words comes back as it was. @param text as `plain` leaves it */
export function inDigits(text: string): string {
  const said = text.toLowerCase().replace(/[,.]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return vietnamese(said) ?? english(said) ?? text;
}

// "năm" is both "year" and "five": the year's word stands before a year, which has four digits or several words.
const SHAPE =
  /^(?:(?:ngày )?(?<day>.+?) )?(?:tháng|thg) (?<month>\d{1,2}|\S+(?: (?:một|hai))?) (?:năm )?(?<year>\d{4}|\d{2}|\S+(?: \S+)+)$/u;

function vietnamese(said: string): string | undefined {
  const year = /^(?:năm|sinh năm) (\d{4})$/u.exec(said)?.[1];
  if (year) return year;
  const groups = SHAPE.exec(said)?.groups;
  if (!groups) return undefined;
  const { day, month = '', year: last = '' } = groups;
  const parts = [...(day === undefined ? [] : [numberOf(day)]), numberOf(month), yearOf(last)];
  return parts.some(Number.isNaN) ? undefined : parts.join('/');
}

const TENS = /^(?:(\S+) )?(?:mười|mươi)(?: (\S+))?$/u;
/** "hai lăm": twenty-five, said short; or one word alone. */
const SHORT = /^(?:(\S+) )?(\S+)$/u;

/** A number up to 99. @returns NaN when it is none */
function numberOf(said: string): number {
  if (/^\d{1,2}$/u.test(said)) return Number(said);
  const tens = TENS.exec(said);
  if (tens) return unitOf(tens[1] ?? 'một') * 10 + unitOf(tens[2] ?? 'không');
  const [, ten = 'không', unit = ''] = SHORT.exec(said) ?? [];
  return unitOf(ten) * 10 + unitOf(unit);
}

function unitOf(word: string): number {
  return UNITS.get(word) ?? Number.NaN;
}

// "Trăm tám" is a hundred and eighty to most, and a hundred and eight to some: it is not guessed.
const THOUSANDS =
  /^(?<thousands>\S+) (?:nghìn|ngàn)(?: (?<hundreds>\S+) trăm(?! (?!mười)\S+$))?(?:(?: (?:linh|lẻ))? (?<ones>.+))?$/u;

/** "một nghìn chín trăm năm mươi lăm", "một chín năm lăm", "hai nghìn không trăm linh năm"; in digits it stays. @returns NaN when it is none */
function yearOf(said: string): number | string {
  if (isDigits(said)) return said;
  const groups = THOUSANDS.exec(said)?.groups;
  if (!groups) {
    const words = said.replace(/ (?:linh|lẻ) /u, ' không ').split(' ');
    return words.length === 4 ? Number(words.map(unitOf).join('')) : Number.NaN;
  }
  const { thousands, hundreds, ones } = groups;
  return partOf(thousands) * 1000 + partOf(hundreds) * 100 + partOf(ones);
}

/** A part of a year that may be unsaid. */
function partOf(said: string | undefined): number {
  return said === undefined ? 0 : numberOf(said);
}

const DAY_MONTH = /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<name>\p{L}{3,9}) (?<year>\d{4})$/u;
const MONTH_DAY = /^(?<name>\p{L}{3,9}) (?<day>\d{1,2})(?:st|nd|rd|th)? (?<year>\d{4})$/u;

/** `15 August 1955`, `Aug 15, 1955`. */
function english(said: string): string | undefined {
  const plain = unaccent(said);
  const groups = (DAY_MONTH.exec(plain) ?? MONTH_DAY.exec(plain))?.groups;
  if (!groups) return undefined;
  const { day, name = '', year } = groups;
  const month = JANUARY_TO_DECEMBER.findIndex((one) => one.startsWith(name)) + 1;
  return month === 0 ? undefined : `${day}/${month}/${year}`;
}
