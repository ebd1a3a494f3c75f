// What people really type: full-width digits, decomposed letters, spaces and dots between groups; and what is never a paper's number.

/** Outcome of a check: `warn` is accepted and shown to the officer; `out` is the normalised value. `why` is one sentence for the person. */
export type Check =
  | { readonly ok: true; readonly out: string; readonly why: string }
  | { readonly ok: 'warn'; readonly out: string; readonly why: string }
  | { readonly ok: false; readonly out: null; readonly why: string };

/** What else is known about the person, to compare with. */
export interface CheckContext {
  /** As declared: nam or nữ, male or female. Anything else is not compared. */
  readonly sex?: string;
  readonly birthYear?: number;
  /** yyyy-mm-dd, the day in Vietnam; without it nothing is compared with today. */
  readonly today?: string;
}

export function accepted(out: string, why: string): Check {
  return { ok: true, out, why };
}

export function doubted(out: string, why: string): Check {
  return { ok: 'warn', out, why };
}

export function refused(why: string): Check {
  return { ok: false, out: null, why };
}

const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const HYPHENS = /[\u2010-\u2015\u2212\ufe58\ufe63]/gu;

/** NFC, full-width forms and typographic hyphens made plain, every kind of space made one, outer spaces cut. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(FULL_WIDTH, (char) => String.fromCodePoint(char.charCodeAt(0) - 0xfee0))
    .replace(HYPHENS, '-')
    .trim()
    .replace(/[\p{Zs}]/gu, ' ');
}

/** Digits that people group with spaces, dots or hyphens, brought together. */
export function ungrouped(text: string): string {
  return plain(text).replace(/[ .-]/gu, '');
}

/** Codes, which have no spaces and are written in capitals. */
export function codeText(text: string): string {
  return plain(text).replace(/ /gu, '').toUpperCase();
}

/** Why a text cannot be a number of digits, or null when it can. `what` names the number in Vietnamese. */
export function notDigits(text: string, what: string): string | null {
  if (/^\d+$/u.test(text)) return null;
  return `${what} chỉ gồm chữ số, bạn hãy bỏ chữ cái và ký hiệu khác.`;
}
