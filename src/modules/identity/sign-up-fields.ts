// The fields of the sign-up form (S-03), each refused with a sentence of its own; what passes is normalised.
import { dateOf, isLonger, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { check, isMobile, type PaperCheck, readPersonalNumber, ungrouped } from '../../rules/papers/index.ts';
import type { IdentityRefusal } from './refusals.ts';

/** As typed. */
export interface SignUpFields {
  readonly idNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
}

type Field = keyof SignUpFields;
/** In the form's order. */
const FIELDS = ['idNumber', 'fullName', 'birthDate', 'phone', 'email'] as const satisfies readonly Field[];
const LONGEST_EMAIL = 254;
/** Characters of any other answer. */
const LONGEST = 100;
/** Years; nobody alive was born earlier. */
const OLDEST = 130;

/** An answer as it is kept, or why not. */
type Read = { readonly out: string } | { readonly no: Refusal };

/** What a check of the paper's rules says, on a field: a doubt is none here. */
function readFrom({ ok: fine, out, code, params }: PaperCheck): Read {
  return fine === false ? { no: { code, params } } : { out };
}

const no = (refusal: IdentityRefusal): Read => ({ no: refusal });

/** Looks at an answer only when it has the length of one. */
function within(what: Field, typed: string, look: (text: string) => Read, most = LONGEST): Read {
  return isLonger(typed, most) ? no({ code: 'answer-too-long', params: { what, most } }) : look(typed);
}

/** A form at the counter may hold a number whose year disagrees, for the officer to decide; nobody decides here, so it is refused. */
function yearFault(number: Read, born: Read, today: string): Read | null {
  const year = 'out' in number ? readPersonalNumber(number.out)?.birthYear : undefined;
  if (year === undefined) return null;
  if (year > Temporal.PlainDate.from(today).year) return no({ code: 'birth-year-to-come', params: { year } });
  const declared = 'out' in born ? born.out.slice(0, 4) : undefined;
  if (!declared || Number(declared) === year) return null;
  return no({ code: 'birth-year-differs', params: { year, declared } });
}

function idNumber(typed: string, today: string): Read {
  const number = ungrouped(typed);
  if (number === '') return { no: { code: 'id-empty' } };
  if (/^\d+$/u.test(number) && number.length !== 9 && number.length !== 12)
    return no({ code: 'id-digits', params: { typed: number.length } });
  return readFrom(check(number.length === 9 ? 'cmnd' : 'cccd', number, { today }));
}

function birthDate(typed: string, today: string): Read {
  if (typed.trim() === '') return no({ code: 'birth-date-empty' });
  const found = check('partialDate', typed, { today });
  if (found.code === 'date-after-today') return no({ code: 'birth-date-to-come' });
  if (found.ok === false) return readFrom(found);
  const year = Number(found.out.slice(0, 4));
  if (year >= Temporal.PlainDate.from(today).year - OLDEST) return { out: found.out };
  return no({ code: 'birth-year-far', params: { year } });
}

function phone(typed: string): Read {
  const found = check('phone', typed);
  if (found.ok === false || isMobile(typed)) return readFrom(found);
  return no({ code: 'landline-no-code' });
}

function email(typed: string): Read {
  const { ok: fine, out, code } = check('email', typed);
  if (code === 'email-empty') return { out: '' };
  return fine === false ? no({ code: 'email-shape' }) : { out };
}

/**
 * Checks every field, so that all mistakes are shown at once.
 * @returns the normalised fields (numbers as digits, phone as E.164, date as ISO), or one refusal (422) per wrong field in
 *   the form's order
 */
export function checkSignUpFields(
  typed: SignUpFields,
  now: Temporal.Instant,
): { ok: true; value: SignUpFields } | { ok: false; refusals: Refusal[] } {
  const today = dateOf(now).toString();
  const number = within('idNumber', typed.idNumber, (text) => idNumber(text, today));
  const born = within('birthDate', typed.birthDate, (text) => birthDate(text, today));
  const read: Record<Field, Read> = {
    idNumber: yearFault(number, born, today) ?? number,
    fullName: within('fullName', typed.fullName, (text) => readFrom(check('name', text))),
    birthDate: born,
    phone: within('phone', typed.phone, phone),
    email: within('email', typed.email, email, LONGEST_EMAIL),
  };
  const value: Record<Field, string> = { ...typed };
  const refusals: Refusal[] = [];
  for (const field of FIELDS) {
    const answer = read[field];
    if ('no' in answer) refusals.push({ ...answer.no, field, status: 422 });
    else value[field] = answer.out;
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value };
}

/** The same, told as one refusal: the first in the form's order. */
export function signUpFields(typed: SignUpFields, now: Temporal.Instant): Result<SignUpFields> {
  const checked = checkSignUpFields(typed, now);
  if (checked.ok) return ok(checked.value);
  return refuse(checked.refusals[0] as Refusal);
}
