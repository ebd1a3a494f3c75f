// The one formatter: dates dd/mm/yyyy, money 8.000 đ, hours 15:30.
import { civil } from './time.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** `27/11/2026` */
export function formatDate(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** `09:00 ngày 27/11/2026`, in Vietnamese civil time. */
export function formatInstant(instant: Temporal.Instant): string {
  return formatDateTime(civil(instant));
}

/** `09:00 ngày 27/11/2026` */
export function formatDateTime(at: Temporal.PlainDateTime): string {
  return `${two(at.hour)}:${two(at.minute)} ngày ${formatDate(at)}`;
}

/** `8.000 đ`; 0 is `0 đ`. Whole đồng. */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, '.')} đ`;
}
