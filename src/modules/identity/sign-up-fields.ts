// The fields of the sign-up form (S-03), each with its own sentence; what passes is normalised.
import { dateOf, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { type Check, check, EMPTY_ID_SENTENCE, isMobile } from '../../rules/papers/index.ts';
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

function idNumber(typed: string, today: string): Check {
  const number = typed.normalize('NFKC').replace(/[\s.-]/gu, '');
  if (number === '') return { ok: false, out: null, why: EMPTY_ID_SENTENCE };
  if (/^\d+$/u.test(number) && number.length !== 9 && number.length !== 12) {
    const why = `Số cmt có 9 chữ số, số cccd có 12 chữ số; bạn đã nhập ${number.length} chữ số.`;
    return { ok: false, out: null, why };
  }
  return check(number.length === 9 ? 'cmnd' : 'cccd', number, { today });
}

function birthDate(typed: string, today: string): Check {
  if (typed.trim() === '') return { ok: false, out: null, why: 'Bạn phải nhập ngày sinh.' };
  const found = check('partialDate', typed, { today });
  if (found.ok !== 'warn') return found;
  return { ok: false, out: null, why: 'Ngày sinh ở sau hôm nay. Hãy kiểm tra lại ngày sinh.' };
}

function phone(typed: string): Check {
  const found = check('phone', typed);
  if (found.ok === false || isMobile(typed)) return found;
  return { ok: false, out: null, why: 'Số cố định không nhận được mã OTP. Hãy nhập số di động của bạn.' };
}

function email(typed: string): Check {
  const text = typed.normalize('NFC').trim();
  if (text === '' || (EMAIL.test(text) && text.length <= LONGEST_EMAIL))
    return { ok: true, out: text, why: '' };
  return { ok: false, out: null, why: 'Email chưa đúng dạng. Hãy nhập như ten@vidu.vn hoặc để trống.' };
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
    idNumber: idNumber(typed.idNumber, today),
    fullName: check('name', typed.fullName),
    birthDate: birthDate(typed.birthDate, today),
    phone: phone(typed.phone),
    email: email(typed.email),
  };
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
