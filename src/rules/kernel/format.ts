// The one formatter: dates dd/mm/yyyy, money 8.000 đ, hours 15:30. The same in every language but for the word between hour and day.
import type { Language } from './sentences.ts';
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

/** `8.000 đ`; 0 is `0 đ`. Whole đồng. */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, '.')} đ`;
}
