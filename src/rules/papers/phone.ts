// Telephone numbers of Vietnam, stored as E.164; only mobiles can take a one-time code.
import { accepted, doubted, type PaperCheck, plain, refused } from './cleaning.ts';

const MOBILE = /^(?:0|\+?84)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7})$/u;
const LANDLINE = /^(?:0|\+?84)(2\d{8,9})$/u;

const compact = (text: string) => plain(text).replace(/[ .()-]/gu, '');

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
  if (/^(?:0|\+?84)1\d{9}$/u.test(number)) return refused('phone-old-eleven');
  return refused(/^(?:0|\+?84)/u.test(number) ? 'phone-unknown' : 'phone-start');
}
