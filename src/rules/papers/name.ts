// Names of people: kept as given, in NFC; the check is against slips and pranks, not against rare names.
import { tidy } from '../kernel/index.ts';
import { accepted, type Check, doubted, plain, refused } from './cleaning.ts';

/** Longest name, in characters. */
export const LONGEST_NAME = 100;

const LETTER = '(?=\\p{L})\\p{Script=Latin}';
const SHAPE = new RegExp(`^${LETTER}(?:${LETTER}|['-](?!['-])| )*$`, 'u');
// Letters of quốc ngữ, and f j w z, which names of minority peoples use.
const VIETNAMESE = /^[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ' -]*$/u;

/** Họ tên: letters, spaces, apostrophes and hyphens, at most 100 characters, case kept. */
export function checkName(text: string): Check {
  const name = plain(text)
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    // Old fonts write the Icelandic letter, which looks the same.
    .replace(/\u00d0/gu, 'Đ')
    .replace(/\u00f0/gu, 'đ')
    .replace(/ {2,}/gu, ' ');
  if (name === '') return refused('Bạn phải nhập họ tên.');
  if (/\d/u.test(name)) return refused('Họ tên không có chữ số, bạn hãy bỏ chữ số.');
  if ([...name].length > LONGEST_NAME)
    return refused(`Họ tên dài nhất ${LONGEST_NAME} ký tự, bạn hãy viết ngắn lại.`);
  if (!SHAPE.test(name) || name.endsWith('-')) {
    return refused("Họ tên chỉ gồm chữ cái, dấu cách, dấu ' và dấu -, bạn hãy bỏ ký hiệu khác.");
  }
  const out = tidy(name);
  if (!VIETNAMESE.test(out.toLowerCase()))
    return doubted(out, 'Họ tên có chữ cái ngoài tiếng Việt, bạn hãy kiểm tra đúng như giấy tờ.');
  return accepted(out, 'Họ tên đúng dạng.');
}
