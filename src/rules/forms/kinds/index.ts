// The table of kinds: a new kind is one file beside it and one line here. Types, checks of files and pages all follow from it.
import type { SentenceSet } from '../../kernel/index.ts';
import type { Value } from '../answers.ts';
import type { AnyField } from '../field.ts';
import { address } from './address.ts';
import { appointment } from './appointment.ts';
import { checkbox } from './checkbox.ts';
import { country } from './country.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { ethnic } from './ethnic.ts';
import { gender } from './gender.ts';
import { idDoc } from './id-doc.ts';
import { id12 } from './id12.ts';
import type { Kind } from './kind.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { partialDate } from './partial-date.ts';
import { personName } from './person-name.ts';
import { phone } from './phone.ts';
import { radio } from './radio.ts';
import { select } from './select.ts';
import { taxCode } from './tax-code.ts';
import { text } from './text.ts';
import { time } from './time.ts';

const TABLE = [
  text,
  personName,
  date,
  partialDate,
  time,
  appointment,
  id12,
  phone,
  email,
  taxCode,
  idDoc,
  address,
  select,
  radio,
  ethnic,
  country,
  gender,
  checkbox,
  number,
  money,
] as const;

/** A question that a person answers, of any kind of the table. */
export type InputField = Parameters<(typeof TABLE)[number]['ask']>[0];

export type InputType = InputField['type'];

/** Every kind by the name that definitions use. */
export const KINDS: ReadonlyMap<string, Kind<AnyField, Value>> = new Map(
  TABLE.map((kind) => [kind.type, kind]),
);

/** @throws Error when no kind has that name */
export function kindOf(field: AnyField): Kind<AnyField, Value> {
  const kind = KINDS.get(field.type);
  if (!kind) throw new Error(`there is no kind of question named ${field.type}`);
  return kind;
}

/** Whatever any kind may have to say, each set once. */
export const KIND_SENTENCES: readonly SentenceSet[] = [...new Set(TABLE.flatMap((kind) => kind.sentences))];
