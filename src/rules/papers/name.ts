// Names of people: kept as given, in NFC; the check is against slips and pranks, not against rare names.
import { accepted, doubted, type PaperCheck, plain, refused } from './cleaning.ts';

/** Longest name, in characters. */
export const LONGEST_NAME = 100;

// Marks that no single character joins with its letter stay behind it: Ê̆, Ơ̆, Ư̆ of the Ê-đê and the Gia-rai.
const LETTER = '(?=\\p{L})\\p{Script=Latin}[\\u0300-\\u036f]{0,2}';
const SHAPE = new RegExp(`^${LETTER}(?:${LETTER}|['-](?!['-])|(?<=\\p{L}\\p{M}*)\\.(?= |$)| )*$`, 'u');
// Letters of quốc ngữ, f j w z, and those of the writings of minority peoples, with a short mark or a tone behind them.
const VIETNAMESE =
  /^(?:[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵƀčñĕĭŏŭ' -][\u0306\u030c]?)*$/u;
/** Of a son who bears his father's name, as passports of other countries write it. */
const JUNIOR = / (?:jr|sr)\.?$/u;

/** Họ tên: letters, spaces, apostrophes and hyphens, at most 100 characters, case kept. */
export function checkName(text: string): PaperCheck {
  const name = plain(text)
    .replace(/[\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032\ua78c\u0060\u00b4]/gu, "'")
    // Old fonts write the Icelandic letter, which looks the same.
    .replace(/\u00d0/gu, 'Đ')
    .replace(/\u00f0/gu, 'đ');
  if (name === '') return refused('name-empty');
  if (/\d/u.test(name)) return refused('name-digits');
  if ([...name].length > LONGEST_NAME) return refused('name-too-long', { longest: LONGEST_NAME });
  if (!SHAPE.test(name) || name.endsWith('-')) return refused('name-signs');
  const out = name.normalize('NFC');
  const written = out.toLowerCase().replace(JUNIOR, '');
  if (written.includes('.')) return doubted(out, 'name-stop');
  return VIETNAMESE.test(written) ? accepted(out, 'name-right') : doubted(out, 'name-foreign');
}
