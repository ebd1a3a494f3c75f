// The one formatter: dates dd/mm/yyyy, money 8.000 đ, hours 15:30. The same in every language but for the word between hour and day.
import type { Language } from './sentences.ts';
import { tidy } from './text.ts';
import { civil } from './time.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `27/11/2026` */
export function formatDate(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** `15:30` */
export function formatTime(at: Temporal.PlainDateTime | Temporal.PlainTime): string {
  return `${two(at.hour)}:${two(at.minute)}`;
}

/** `09:00 ngày 27/11/2026` (`09:00 on 27/11/2026`), in Vietnamese civil time. */
export function formatInstant(instant: Temporal.Instant, language: Language = 'vi'): string {
  return formatDateTime(civil(instant), language);
}

const ON = { vi: 'ngày', en: 'on' } as const;

/** `09:00 ngày 27/11/2026` (`09:00 on 27/11/2026`) */
export function formatDateTime(at: Temporal.PlainDateTime, language: Language = 'vi'): string {
  return `${formatTime(at)} ${ON[language]} ${formatDate(at)}`;
}

/** Money as people write it, the digits (with signs between thousands) as its first group: `8.000`, `8 000 đ`, `8000đ`. */
export const MONEY_WRITTEN = /^(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(?:đ|đồng|vnđ|vnd)?\.?$/iu;

/** Whole đồng as somebody wrote them; undefined when it is no such amount. */
export function readMoney(text: string): number | undefined {
  const digits = MONEY_WRITTEN.exec(tidy(text))?.[1]?.replace(/[., ]/gu, '');
  const amount = digits === undefined ? Number.NaN : Number(digits);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** `8.000 đ`; 0 is `0 đ`. Whole đồng. */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, '.')} đ`;
}
