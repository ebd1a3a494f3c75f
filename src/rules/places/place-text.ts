// A place as it was typed, cut into comma parts and words. What stands between the words says where a name may end.
import { type Word, wordOf } from '../terms/search-text.ts';

/** What stands before a word: a comma or the like ends every name, a dash may stand within one ("Bà Rịa - Vũng Tàu"). */
export type Gap = 'comma' | 'dash' | 'space';

export interface PlaceWord extends Word {
  readonly gap: Gap;
  /** As it was typed, capitals kept. */
  readonly typed: string;
}

/** Longer texts are no place. In characters. */
export const LONGEST_PLACE = 200;

const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63~]/gu;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** "trước 01/07/2025 là": a day, and what is said around it. */
const DAY = /(?:đến trước|phần trước|trước|từ)?\s*\d{1,2}\/\d{1,2}\/\d{4}(?:\s*là)?/giu;
/** Said around names, never part of one. */
const AROUND =
  /(?<![\p{L}\p{N}])(?:trước đây là|trước đây|đến trước|trước|nay là|nay thuộc|nay gồm|một phần|gồm|hoặc|thuộc|của|cũ|ubnd|việt nam|viet nam|vn)(?![\p{L}\p{N}])/giu;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:\/\p{N}+)*|[^\p{L}\p{M}\p{N}]+/gu;
/** "Q1", "P.12", "phường5": a number glued to its unit word. */
const GLUED_NUMBER = /^(q|p|f|quận|quan|phường|phuong)(\d{1,2})$/iu;
const LEADING_ZEROS = /^0+(?=\d)/u;

/** The words of a place, lower case, each with what stands before it; empty when nothing can be read or the text is too long. */
export function placeWords(text: string): readonly PlaceWord[] {
  if (text.length > LONGEST_PLACE) return [];
  const plain = text
    .normalize('NFC')
    .replace(FULL_WIDTH, (char) => String.fromCodePoint(char.charCodeAt(0) - 0xfee0))
    .replace(/[\n\r\t]/gu, ',')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(DAY, ',')
    .replace(AROUND, ',');
  const words: PlaceWord[] = [];
  let gap: Gap = 'comma';
  for (const [token] of plain.matchAll(TOKEN)) {
    if (!/[\p{L}\p{N}]/u.test(token)) {
      gap = gapOf(token, gap);
      continue;
    }
    const glued = GLUED_NUMBER.exec(token);
    for (const typed of glued ? [glued[1]!, glued[2]!] : [token]) {
      words.push({ ...wordOf(typed.toLowerCase().replace(LEADING_ZEROS, '')), gap, typed });
      gap = 'space';
    }
  }
  return words;
}

function gapOf(between: string, before: Gap): Gap {
  if (before === 'comma' || /[,;:()[\]{}|/\\"“”<>]/u.test(between)) return 'comma';
  return between.includes('-') ? 'dash' : 'space';
}

/** The comma parts, each at least one word. */
export function commaParts(words: readonly PlaceWord[]): readonly (readonly PlaceWord[])[] {
  const parts: PlaceWord[][] = [];
  for (const word of words) {
    if (word.gap === 'comma' || parts.length === 0) parts.push([]);
    parts.at(-1)!.push(word);
  }
  return parts;
}

/** How well typed words agree with the words of a name: to the mark, with marks left out, or with other marks. */
export type Fit = 'exact' | 'bare' | 'otherMarks';

/** Words of the highlands that are written with several marks: Đắk, Đăk, Dak; Lắk, Lăk. */
const FREE_MARKS = new Set(['dak', 'lak', 'pak', 'rlap', 'drak']);
const RANK: Readonly<Record<Fit, number>> = { exact: 0, bare: 1, otherMarks: 2 };

/** Compares words that are the same without marks; glued ones ("Sapa") letter by letter. */
export function fitOf(typed: readonly Word[], name: readonly Word[]): Fit {
  if (typed.length === name.length) return worst(typed.map((word, at) => wordFit(word, name[at]!)));
  const glued = (words: readonly Word[]) => words.map((word) => word.shown).join('');
  return lettersFit(glued(typed), glued(name));
}

function worst(fits: readonly Fit[]): Fit {
  return fits.reduce((a, b) => (RANK[a] >= RANK[b] ? a : b), 'exact');
}

function wordFit(typed: Word, name: Word): Fit {
  if (typed.key === name.key || FREE_MARKS.has(name.folded)) return 'exact';
  return lettersFit(typed.key, name.key);
}

function lettersFit(typed: string, name: string): Fit {
  const [a, b] = [clusters(typed), clusters(name)];
  if (a.length !== b.length) return 'otherMarks';
  return worst(
    a.map((letter, at) => {
      const other = b[at]!;
      if (letter === other) return 'exact';
      return [...letter].every((sign) => other.includes(sign)) ? 'bare' : 'otherMarks';
    }),
  );
}

/** Letters with their marks; đ is a d with a mark. */
function clusters(text: string): string[] {
  return (
    text
      .replaceAll('đ', 'd\u0335')
      .normalize('NFD')
      .match(/\P{M}\p{M}*/gu) ?? []
  );
}

/** The name as one word without marks, by which names are found. */
export function squeezed(words: readonly Word[]): string {
  return words.map((word) => word.folded).join('');
}

/** The words as they were typed, one after the other. */
export function asTyped(words: readonly PlaceWord[]): string {
  const before = { comma: ', ', dash: '-', space: ' ' };
  return words.map((word, at) => (at === 0 ? '' : before[word.gap]) + word.typed).join('');
}
