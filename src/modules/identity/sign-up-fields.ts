// The fields of the sign-up form (S-03), each with its own sentence; what passes is normalised.
import { dateOf, ok, type Result, refuse, tooLong } from '../../rules/kernel/index.ts';
import {
  type Check,
  check,
  EMPTY_ID_SENTENCE,
  isMobile,
  readPersonalNumber,
} from '../../rules/papers/index.ts';
import { fieldRefusal, type IdentityRefusal } from './refusals.ts';

/** As typed. */
export interface SignUpFields {
  readonly idNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
}

type Field = keyof SignUpFields;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;
const LONGEST_EMAIL = 254;
/** Characters of any other answer. */
const LONGEST = 100;
/** Years; nobody alive was born earlier. */
const OLDEST = 130;

const refused = (why: string): Check => ({ ok: false, out: null, why });

/** Looks at an answer only when it has the length of one. */
function within(label: string, typed: string, look: (text: string) => Check, most = LONGEST): Check {
  const why = tooLong(label, typed, most);
  return why ? refused(why) : look(typed);
}

/** A form at the counter may hold a number whose year disagrees, for the officer to decide; nobody decides here, so it is refused. */
function yearFault(number: string | null, born: string | null, today: string): string | null {
  const year = readPersonalNumber(number ?? '')?.birthYear;
  if (year === undefined) return null;
  if (year > Temporal.PlainDate.from(today).year)
    return `Số cccd này ghi năm sinh ${year}, ở sau năm nay. Hãy kiểm tra lại số cccd.`;
  const declared = born?.slice(0, 4);
  if (!declared || Number(declared) === year) return null;
  return `Số cccd này là của người sinh năm ${year}, khác với năm sinh ${declared} bạn đã nhập. Hãy kiểm tra lại số cccd và ngày sinh.`;
}

function idNumber(typed: string, today: string): Check {
  const number = typed.normalize('NFKC').replace(/[\s.-]/gu, '');
  if (number === '') return refused(EMPTY_ID_SENTENCE);
  if (/^\d+$/u.test(number) && number.length !== 9 && number.length !== 12) {
    return refused(`Số cmt có 9 chữ số, số cccd có 12 chữ số; bạn đã nhập ${number.length} chữ số.`);
  }
  return check(number.length === 9 ? 'cmnd' : 'cccd', number, { today });
}

function birthDate(typed: string, today: string): Check {
  if (typed.trim() === '') return refused('Bạn phải nhập ngày sinh.');
  const found = check('partialDate', typed, { today });
  if (found.ok === false) return found;
  if (found.ok === 'warn') return refused('Ngày sinh ở sau hôm nay. Hãy kiểm tra lại ngày sinh.');
  const year = Number(found.out.slice(0, 4));
  if (year >= Temporal.PlainDate.from(today).year - OLDEST) return found;
  return refused(`Năm sinh ${year} đã quá xa. Hãy kiểm tra lại ngày sinh.`);
}

function phone(typed: string): Check {
  const found = check('phone', typed);
  if (found.ok === false || isMobile(typed)) return found;
  return refused('Số cố định không nhận được mã OTP. Hãy nhập số di động của bạn.');
}

function email(typed: string): Check {
  const text = typed.normalize('NFC').trim();
  if (text === '' || EMAIL.test(text)) return { ok: true, out: text, why: '' };
  return refused('Email chưa đúng dạng. Hãy nhập như ten@vidu.vn hoặc để trống.');
}

/**
 * Checks every field, so that all mistakes are shown at once.
 * @returns the normalised fields (numbers as digits, phone as E.164, date as ISO), or one refusal per wrong field in the form's order
 */
export function checkSignUpFields(
  typed: SignUpFields,
  now: Temporal.Instant,
): { ok: true; value: SignUpFields } | { ok: false; refusals: IdentityRefusal[] } {
  const today = dateOf(now).toString();
  const checks: Record<Field, Check> = {
    idNumber: within('Số CMT/CCCD', typed.idNumber, (text) => idNumber(text, today)),
    fullName: within('Họ tên', typed.fullName, (text) => check('name', text)),
    birthDate: within('Ngày sinh', typed.birthDate, (text) => birthDate(text, today)),
    phone: within('Số điện thoại', typed.phone, phone),
    email: within('Email', typed.email, email, LONGEST_EMAIL),
  };
  const impossible = yearFault(checks.idNumber.out, checks.birthDate.out, today);
  if (impossible) checks.idNumber = refused(impossible);
  const entries = Object.entries(checks) as [Field, Check][];
  const refusals = entries.flatMap(([field, found]) =>
    found.ok === false ? [fieldRefusal(field, found.why)] : [],
  );
  if (refusals.length > 0) return { ok: false, refusals };
  const value = Object.fromEntries(entries.map(([field, found]) => [field, found.out ?? '']));
  return { ok: true, value: value as unknown as SignUpFields };
}

/** The same, told as one refusal: the first in the form's order. */
export function signUpFields(
  typed: SignUpFields,
  now: Temporal.Instant,
): Result<SignUpFields, IdentityRefusal> {
  const checked = checkSignUpFields(typed, now);
  if (checked.ok) return ok(checked.value);
  return refuse(checked.refusals[0] as IdentityRefusal);
}
