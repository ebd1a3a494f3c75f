// Names of people: kept as given, in NFC; the check is against slips and pranks, not against rare names.
import { tidy } from '../kernel/index.ts';
import { accepted, doubted, type PaperCheck, plain, refused } from './cleaning.ts';

/** Longest name, in characters. */
export const LONGEST_NAME = 100;

const LETTER = '(?=\\p{L})\\p{Script=Latin}';
const SHAPE = new RegExp(`^${LETTER}(?:${LETTER}|['-](?!['-])| )*$`, 'u');
// Letters of quốc ngữ, and f j w z, which names of minority peoples use.
const VIETNAMESE = /^[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' -]*$/u;

/** Họ tên: letters, spaces, apostrophes and hyphens, at most 100 characters, case kept. */
export function checkName(text: string): PaperCheck {
  const name = plain(text)
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    // Old fonts write the Icelandic letter, which looks the same.
    .replace(/\u00d0/gu, 'Đ')
    .replace(/\u00f0/gu, 'đ')
    .replace(/ {2,}/gu, ' ');
  if (name === '') return refused('name-empty');
  if (/\d/u.test(name)) return refused('name-digits');
  if ([...name].length > LONGEST_NAME) return refused('name-too-long', { longest: LONGEST_NAME });
  if (!SHAPE.test(name) || name.endsWith('-')) return refused('name-signs');
  const out = tidy(name);
  return VIETNAMESE.test(out.toLowerCase()) ? accepted(out, 'name-right') : doubted(out, 'name-foreign');
}
