// Vietnamese text: always NFC inside; folded only to search and to compare.

/** NFC, outer spaces cut, inner runs of white space made one space. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
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
  return unaccent(text).toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** `0821234088` → `082****088` (first three, four stars, last three). */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+?84/u, '0');
  return `${local.slice(0, 3)}****${local.slice(-3)}`;
}

/** Whether an answer has more than `most` characters; white space around it does not count. */
export function isLonger(text: string, most: number): boolean {
  return text.length > most && [...text.normalize('NFC').trim()].length > most;
}
