// A name that its owner knows again and a stranger does not.
import { unaccentForSms } from '../../rules/terms/sms.ts';

const MOST = 16;

/** `Nguyễn Thị Ánh Bình` → `N.T.A.Binh`: initials and the last word, unaccented, at most 16 characters. */
export function maskName(name: string): string {
  const words = plain(name).split(' ').filter(Boolean);
  const last = words.pop() ?? '';
  const initials = words.map((word) => `${word[0]?.toUpperCase()}.`);
  const room = MOST - initials.slice(0, 5).join('').length;
  return initials.slice(0, 5).join('') + last.slice(0, room);
}

/** Only signs that cost one septet and that no carrier's template check minds. */
export function plain(text: string): string {
  return unaccentForSms(text)
    .replace(/[^A-Za-z0-9 .,:/()'-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
