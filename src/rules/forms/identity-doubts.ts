// Where what is said of a person does not agree: with itself, with the account, with the register, with whoever reads it. Told, never in the way.
import { fold, tidy, upperFirst } from '../kernel/index.ts';
import { check } from '../papers/index.ts';
import type { Answers } from './answers.ts';
import { errorAt, type FormError } from './check.ts';
import type { FormContext } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { type Fault, type Named, named, sentences } from './fault.ts';
import type { InputType } from './kinds/index.ts';
import { type Party, type PartyAnswer, type PartyPart, partiesOf } from './parties.ts';
import { paperFault } from './parts/paper-fault.ts';

/** A person as the account or the register knows them. */
export interface KnownIdentity {
  /** Personal number and the old one. */
  readonly numbers: readonly string[];
  readonly fullName: string;
  /** ISO, as far as it is known; empty when it is not. */
  readonly birthDate: string;
}

/** With whom the answers are compared; nobody is not compared with. */
export interface Acquaintances {
  /** Whoever filed or is filing. */
  readonly account?: KnownIdentity | undefined;
  /** Whoever else the system knows by a number of the form. */
  readonly register?: readonly KnownIdentity[];
  /** The official who reads it. */
  readonly reader?: KnownIdentity | undefined;
}

const says = sentences(
  {
    'identity-twice': ({ name }: Named) =>
      `${upperFirst(name)}: hai mục cùng số này nhưng khác họ tên hoặc ngày sinh. Bạn hãy kiểm tra lại giấy tờ.`,
    'identity-account': ({ name }: Named) =>
      `${upperFirst(name)} khác với tài khoản đã đăng nhập. Nếu khai cho chính mình, bạn hãy kiểm tra lại giấy tờ.`,
    'identity-register': ({ name }: Named) =>
      `${upperFirst(name)}: trong hệ thống, số này là của người có họ tên hoặc ngày sinh khác.`,
    'identity-reader': ({ name }: Named) =>
      `${upperFirst(name)} là của chính người đang xem: hãy để công chức khác giải quyết.`,
  },
  {
    'identity-twice': ({ label }) =>
      `“${label}”: two places have this number with another name or date of birth. Please check the papers.`,
    'identity-account': ({ label }) =>
      `“${label}” is not what the account says. If this is about you, please check your papers.`,
    'identity-register': ({ label }) =>
      `“${label}”: the system knows this number with another name or date of birth.`,
    'identity-reader': ({ label }) => `“${label}” is the reader's own: let another official settle it.`,
  },
);

export const identitySentences = says.set;

/** The numbers of persons in a form's answers, each once. */
export function numbersIn(definition: FormDefinition, answers: Answers, ctx: FormContext): readonly string[] {
  const found = partiesOf(definition, answers, ctx.today.toString()).map(({ number }) => number?.text);
  return [...new Set(found.filter((number) => number !== undefined))];
}

/** What does not agree about the persons of a form (Điều 13 Nghị định 137/2015/NĐ-CP: the number says sex and year of birth). */
export function identityDoubts(
  definition: FormDefinition,
  answers: Answers,
  ctx: FormContext,
  { account, register = [], reader }: Acquaintances,
): readonly FormError[] {
  const today = ctx.today.toString();
  const parties = partiesOf(definition, answers, today);
  return parties.flatMap((party, at) => [
    ...againstItself(party, today),
    ...(parties.slice(0, at).some((other) => sameNumber(party, other) && differ(party, other))
      ? told(party.number, 'identity-twice')
      : []),
    ...(account ? againstAccount(party, account) : []),
    ...register
      .filter((known) => has(known, party) && differ(party, partyOf(known)))
      .flatMap(() => told(party.number, 'identity-register')),
    ...(reader && has(reader, party) ? told(party.number, 'identity-reader') : []),
  ]);
}

/** The number against day of birth and sex, where the form does not compare them itself. */
function againstItself({ number, birthDate, gender }: Party, today: string): readonly FormError[] {
  if (!number || !/^\d{12}$/u.test(number.text) || 'agreesWith' in number.at.item.field) return [];
  const judged = check('cccd', number.text, {
    today,
    ...(birthDate && { birthYear: Number(birthDate.text.slice(0, 4)) }),
    ...(gender && { sex: gender.text }),
  });
  return judged.ok === 'warn'
    ? paperFault(BOX[number.at.item.field.type] ?? '', number.at.item.field, judged).map((fault) =>
        errorAt(number.at, fault),
      )
    : [];
}

/** Only what the form takes from the account is held against it, the first that differs. */
function againstAccount(party: Party, account: KnownIdentity): readonly FormError[] {
  const known = partyOf(account);
  const differing = (['number', 'fullName', 'birthDate'] as const).find((part) => {
    const own = party[part];
    if (!own?.at.item.field.prefill) return false;
    return part === 'number'
      ? !account.numbers.includes(own.text)
      : unlike(part, own.text, known[part]?.text);
  });
  return differing ? told(party[differing], 'identity-account') : [];
}

type Texts = Readonly<Partial<Record<PartyPart, Pick<PartyAnswer, 'text'>>>>;

function partyOf({ fullName, birthDate }: KnownIdentity): Texts {
  return { fullName: { text: fullName }, ...(birthDate && { birthDate: { text: birthDate } }) };
}

function has({ numbers }: KnownIdentity, { number }: Party): boolean {
  return number !== undefined && numbers.includes(number.text);
}

function sameNumber(one: Party, other: Party): boolean {
  return one.number !== undefined && one.number.text === other.number?.text;
}

/** In name or day of birth, as far as both say them. */
function differ(one: Texts, other: Texts): boolean {
  return (['fullName', 'birthDate'] as const).some((part) =>
    unlike(part, one[part]?.text, other[part]?.text),
  );
}

function unlike(part: PartyPart, one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false;
  if (part === 'fullName') return !sameName(one, other);
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) !== other.slice(0, known);
}

/** In capitals or not; written without any mark, as old registers do, it may be any name with marks. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [tidy(one).toLowerCase(), tidy(other).toLowerCase()];
  return a === b || (fold(a) === fold(b) && (a === fold(a) || b === fold(b)));
}

/** The box to look at, in questions of several. */
const BOX: Readonly<Partial<Record<InputType, string>>> = {
  idDoc: 'number',
  date: 'day',
  partialDate: 'day',
};

function told(answer: PartyAnswer | undefined, code: Parameters<typeof says.fault>[1]): readonly FormError[] {
  if (!answer) return [];
  const { field } = answer.at.item;
  const faults: readonly Fault[] = says.fault(BOX[field.type] ?? '', code, named(field));
  return faults.map((fault) => errorAt(answer.at, fault));
}
