// A date as it is spoken and as old registers write it. Mùng, rằm, tháng giêng, tháng chạp belong to the moon's calendar: they are none.
import { unaccent } from '../kernel/index.ts';

const UNITS: Readonly<Record<string, number>> = {
  không: 0,
  linh: 0,
  lẻ: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const JANUARY_TO_DECEMBER = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
];

/** `ngày 15 tháng 8 năm 1955` → `15/8/1955`; what is no date in words comes back as it was. */
export function inDigits(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const said = text.normalize('NFC').toLowerCase().replace(/[,.]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return vietnamese(said) ?? english(said) ?? text;
}

// "năm" is both "year" and "five": the year's word stands before a year, which has four digits or several words.
const SHAPE =
  /^(?:(?:ngày )?(?<day>.+?) )?(?:tháng|thg) (?<month>\d{1,2}|\S+(?: (?:một|hai))?) (?:năm )?(?<year>\d{4}|\d{2}|\S+(?: \S+)+)$/u;

function vietnamese(said: string): string | undefined {
  const year = /^(?:năm|sinh năm) (\d{4})$/u.exec(said)?.[1];
  if (year) return year;
  const { day, month = '', year: last = '' } = SHAPE.exec(said)?.groups ?? {};
  const parts = [day === undefined ? '' : numberOf(day), numberOf(month), yearOf(last)];
  return parts.includes(undefined) ? undefined : parts.filter((part) => part !== '').join('/');
}

/** A number up to 99. */
function numberOf(said: string): number | undefined {
  if (/^\d{1,2}$/u.test(said)) return Number(said);
  const words = said.split(' ');
  const ten = words.findIndex((word) => word === 'mười' || word === 'mươi');
  if (ten === -1) return words.length === 2 ? tens(words[0], words[1]) : unitOf(words, 0);
  if (ten > 1 || words.length > ten + 2) return undefined;
  const before = ten === 0 ? 1 : unitOf(words, 0);
  const after = ten === words.length - 1 ? 0 : unitOf(words, ten + 1);
  return before === undefined || after === undefined ? undefined : before * 10 + after;
}

/** "hai lăm": twenty-five, said short. */
function tens(first = '', second = ''): number | undefined {
  const [ten, unit] = [UNITS[first], UNITS[second]];
  return ten === undefined || unit === undefined ? undefined : ten * 10 + unit;
}

function unitOf(words: readonly string[], at: number): number | undefined {
  return UNITS[words[at] ?? ''];
}

/** "một nghìn chín trăm năm mươi lăm", "một chín năm lăm", "hai nghìn không trăm linh năm". */
function yearOf(said: string): number | string | undefined {
  if (/^\d{2}(?:\d{2})?$/u.test(said)) return said;
  const words = said.split(' ');
  const thousand = words.findIndex((word) => word === 'nghìn' || word === 'ngàn');
  if (thousand === -1) {
    const digits = words.map((word) => UNITS[word]);
    return digits.length === 4 && !digits.includes(undefined) ? Number(digits.join('')) : undefined;
  }
  const hundred = words.indexOf('trăm');
  const rest = words
    .slice(Math.max(thousand, hundred) + 1)
    .filter((word) => word !== 'linh' && word !== 'lẻ');
  const parts = [
    numberOf(words.slice(0, thousand).join(' ')),
    hundred === -1 ? 0 : numberOf(words.slice(thousand + 1, hundred).join(' ')),
    rest.length === 0 ? 0 : numberOf(rest.join(' ')),
  ];
  const [thousands, hundreds, ones] = parts;
  if (thousands === undefined || hundreds === undefined || ones === undefined) return undefined;
  return thousands * 1000 + hundreds * 100 + ones;
}

const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9}) (\d{4})$/u;
const MONTH_DAY = /^(\p{L}{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u;

/** `15 August 1955`, `Aug 15, 1955`. */
function english(said: string): string | undefined {
  const plain = unaccent(said);
  const [, day, month = '', year] = DAY_MONTH.exec(plain) ?? [];
  const [, name = month, later = day, last = year] = MONTH_DAY.exec(plain) ?? [];
  const at = name.length < 3 ? -1 : JANUARY_TO_DECEMBER.findIndex((one) => one.startsWith(name));
  return at === -1 || later === undefined ? undefined : `${later}/${at + 1}/${last}`;
}
