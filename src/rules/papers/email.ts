// E-mail addresses: one strict rule for every box, so that what is accepted can be written to.
import { accepted, type PaperCheck, plain, refused } from './cleaning.ts';

/** Characters of an address, and of the part before its @ (RFC 5321, 4.5.3.1). */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

// Letters, digits and the signs mail providers give; dots never first, last or twice.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/iu;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$`, 'iu');
/** Kept for examples (RFC 2606): nobody reads mail there. */
const NOBODYS = /\.(?:test|example|invalid|localhost|local)$/iu;

/** Thư điện tử: `ten@vidu.vn`; the domain in small letters. Spaces, the stop behind and "mailto:" before are slips of copying. */
export function checkEmail(text: string): PaperCheck {
  const typed = plain(text)
    .replace(/^mailto:/iu, '')
    .replace(/^[<"'(]+|[>"'),;.]+$/gu, '')
    .replace(/ /gu, '');
  if (typed === '') return refused('email-empty');
  const at = typed.lastIndexOf('@');
  if (at <= 0) return refused('email-form');
  const [local, domain] = [typed.slice(0, at), typed.slice(at + 1)];
  if (typed.length > LONGEST || local.length > LONGEST_LOCAL)
    return refused('email-too-long', { longest: LONGEST });
  if (/[^\x21-\x7e]/u.test(typed)) return refused('email-marks');
  if (!LOCAL.test(local) || !DOMAIN.test(domain) || NOBODYS.test(domain)) return refused('email-form');
  return accepted(`${local}@${domain.toLowerCase()}`, 'email-right');
}
