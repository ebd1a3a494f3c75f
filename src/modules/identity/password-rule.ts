// What a new password must be (S-06), point by point so that the page can show which points are met.
import { isLonger, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import type { PointCode } from './password-words.vi.ts';
import type { IdentityRefusal } from './refusals.ts';

export const SHORTEST = 8;
/** Hashing must not become a way to keep the machine busy. */
export const LONGEST = 128;

export interface PasswordPoint {
  readonly code: PointCode;
  readonly met: boolean;
}

const letters = (password: string) => [...password.normalize('NFC')].length;

/** Each point of the rule and whether the password meets it. */
export function passwordPoints(password: string): PasswordPoint[] {
  const text = password.normalize('NFC');
  return [
    { code: 'length', met: letters(text) >= SHORTEST },
    { code: 'lower', met: /\p{Ll}/u.test(text) },
    { code: 'upper', met: /\p{Lu}/u.test(text) },
    { code: 'digit', met: /\d/u.test(text) },
    { code: 'special', met: /[^\p{L}\p{N}]/u.test(text) },
  ];
}

// The ones that satisfy the rule and are still tried first by whoever guesses.
const COMMONEST = new Set(
  (
    'password1! password@1 password@123 password123! p@ssw0rd p@ssw0rd1 p@ssword1 p@ssword123 passw0rd! passw0rd@ ' +
    'abc@1234 abc@12345 abc@123456 abcd@1234 abcd@123 abc123!@# abc123@@ aa@123456 aa123456@ aa123456! a@123456 ' +
    'admin@123 admin@1234 admin123! admin@2023 qwerty@123 qwerty123! qwerty1! qwer@1234 1qaz@wsx 1qaz!qaz 1q2w3e4r! ' +
    'zaq1@wsx matkhau@123 matkhau@1 matkhau123! matkhau1! vietnam@123 vietnam1! vietnam@1 vietnam@2023 hanoi@123 hanoi@2023 ' +
    'saigon@123 iloveyou1! iloveyou@1 welcome1! welcome@1 welcome@123 test@123 test@1234 user@123 user@1234 anhyeuem@1 ' +
    'yeuem@123 emyeuanh@1 dichvucong@1 dichvucong@123 congdan@123 canbo@123 canbo@2023 bacgiang@123 bacninh@123'
  ).split(' '),
);

/** What is known about the person and must not be in their password. */
export interface AboutOwner {
  /** CCCD, CMND or an official's name. */
  readonly username: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  readonly birthDate: string;
}

function holdsOwner(password: string, { username, birthDate }: AboutOwner): boolean {
  const text = password.toLowerCase();
  if (username.length >= SHORTEST && text.includes(username.toLowerCase())) return true;
  const [year, month, day] = birthDate.split('-');
  if (!year || !month || !day) return false;
  const digits = text.replace(/[\s./_-]/gu, '');
  return [`${day}${month}${year}`, `${year}${month}${day}`, `${day}${month}${year.slice(2)}`].some((date) =>
    digits.includes(date),
  );
}

/** A new password, NFC, or what to change in it. */
export function checkNewPassword(
  password: string,
  confirmation: string,
  owner: AboutOwner,
): Result<string, IdentityRefusal> {
  const text = password.normalize('NFC');
  const wrong = { status: 422, field: 'password' } as const;
  if (text === '') return refuse({ ...wrong, code: 'password-empty' });
  if (isLonger(text, LONGEST)) {
    return refuse({ ...wrong, code: 'answer-too-long', params: { what: 'password', most: LONGEST } });
  }
  const points = passwordPoints(text)
    .filter(({ met }) => !met)
    .map(({ code }) => code);
  if (points.length > 0) return refuse({ ...wrong, code: 'password-lacks', params: { points } });
  if (holdsOwner(text, owner)) return refuse({ ...wrong, code: 'password-holds-owner' });
  if (COMMONEST.has(text.toLowerCase())) return refuse({ ...wrong, code: 'password-common' });
  if (confirmation.normalize('NFC') !== text) {
    return refuse({ ...wrong, field: 'confirmation', code: 'password-differs' });
  }
  return ok(text);
}
