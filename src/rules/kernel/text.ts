// Vietnamese text: always NFC inside; folded only to search and to compare.

const PLAIN = /^[\t\n\r\x20-\x7e]*$/u;
/** Shown as nothing: zero-width marks, directions, fillers, soft hyphens, the empty braille cell, control characters, halves of a pair. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cs}\u2800\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;
const BLANK = /\p{Zs}/gu;
/** Line ends of every system, and the soft ones of word processors. */
const LINE = /\r\n|[\u0085\u2028\u2029]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;

/**
 * A text as the eye reads it, whichever keyboard, clipboard or phone it came from: NFC, nothing invisible, one kind of space and of
 * line end, letters and digits of plain width. Dashes and quotation marks stay: in a sentence they are meant.
 */
export function asTyped(text: string): string {
  if (PLAIN.test(text)) return text.replace(/\r\n/gu, '\n');
  return text
    .replaceAll('\v', '\n')
    .replaceAll('\f', '\n')
    .replace(LINE, '\n')
    .replace(BLANK, ' ')
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (char) => String.fromCodePoint(char.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
}

/** As typed, outer spaces cut, inner runs of white space made one space. */
export function tidy(text: string): string {
  return asTyped(text).replace(/\s+/gu, ' ').trim();
}

/** What was written on several lines: each tidied, at most one empty line between two, none around. */
export function tidyLines(text: string): string {
  return asTyped(text)
    .split(/\n|\r/u)
    .map(tidy)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Several lines as one sentence would list them: a comma where a line ended without a mark of its own. */
export function oneLine(text: string): string {
  return tidyLines(text)
    .split(/\n+/u)
    .reduce((all, line) => (/[,;:.!?–-]$/u.test(all) ? `${all} ${line}` : `${all}, ${line}`));
}

/** Without tone and vowel marks, đ → d; case kept. */
export function unaccent(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');
}

/** Folded form for search and comparison: unaccented, lower case, single spaces. */
export function fold(text: string): string {
  return unaccent(asTyped(text)).toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** As at the start of a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether what was written stops before its end (after a colon, a comma, a dash) or keeps a gap of a ready text: "[tên cơ quan]". */
export function stopsShort(text: string): boolean {
  return /[:,;–-]$|\[[^\]]*\]/u.test(tidy(text));
}

/** `0821234088` → `082****088` (first three, four stars, last three). */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+?84/u, '0');
  return `${local.slice(0, 3)}****${local.slice(-3)}`;
}

/** `NGUYỄN VĂN AN` → `N… V… AN`: who knows the name recognises it, who does not cannot write to its bearer. */
export function maskName(name: string): string {
  const words = tidy(name).split(' ');
  return words.map((word, at) => (at < words.length - 1 ? `${[...word][0]}…` : word)).join(' ');
}

/** `31/05/2026` → `••/05/2026`; a date without its day, or in other words, stays. */
export function maskDay(date: string): string {
  return date.replace(/^\d\d?(?=\/\d\d?\/\d{4}$)/u, '••');
}

/** The most of one box that is read and kept, in characters: beyond any room a box has, so that each still tells of its own. */
export const LONGEST_KEPT = 5000;

/** Whether an answer has more than `most` characters; white space around it does not count. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && [...asTyped(text).trim()].length > most;
}
