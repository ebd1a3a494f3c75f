// Telephone numbers of Vietnam, stored as E.164; only mobiles can take a one-time code.
import { accepted, doubted, type PaperCheck, plain, refused, ungrouped } from './cleaning.ts';

// A foreigner's habit keeps the 0 behind the country's code: +84 (0)912…
const MOBILE = /^(?:0|(?:\+|00)?840?)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7})$/u;
const LANDLINE = /^(?:0|(?:\+|00)?840?)(2\d{8,9})$/u;

/** Without the word or address mark before it and the signs between its groups. */
const compact = (text: string) =>
  ungrouped(
    plain(text)
      .replace(/^(?:tel|sđt|đt|điện thoại)\s*[.:]+/iu, '')
      .replace(/[()]/gu, ''),
  );

/** E.164 of a mobile or landline number as people write it. @returns null when it is neither */
export function normalizePhone(text: string): string | null {
  const number = compact(text);
  const found = MOBILE.exec(number) ?? LANDLINE.exec(number);
  return found ? `+84${found[1]}` : null;
}

/** Whether the number, in any accepted writing, is a mobile one. */
export function isMobile(text: string): boolean {
  return MOBILE.test(compact(text));
}

/** Số điện thoại: mobiles are accepted, landlines with a warning since they take no one-time code. */
export function checkPhone(text: string): PaperCheck {
  const number = compact(text);
  if (number === '') return refused('phone-empty');
  const out = normalizePhone(text);
  if (out && isMobile(text)) return accepted(out, 'phone-right');
  if (out) return doubted(out, 'phone-landline');
  if (!/^\+?\d+$/u.test(number)) return refused('phone-not-digits');
  if (/^(?:0|(?:\+|00)?840?)1\d{9}$/u.test(number)) return refused('phone-old-eleven');
  return refused(/^(?:0|\+?84)/u.test(number) ? 'phone-unknown' : 'phone-start');
}
