// Every kind of field with what it can do; a new kind is one line here and one file beside it.
import type { Value } from '../answers.ts';
import type { Field, InputField } from '../definition.ts';
import { address } from './address.ts';
import { checkbox, choice } from './choices.ts';
import { date, partialDate } from './dates.ts';
import { idDoc } from './identity-document.ts';
import type { Kind } from './kind.ts';
import { money, number } from './numbers.ts';
import { email, id12, phone, taxCode } from './paper-number.ts';
import { personName, text } from './text.ts';

const KINDS = {
  text,
  personName,
  date,
  partialDate,
  id12,
  phone,
  email,
  taxCode,
  idDoc,
  address,
  select: choice,
  radio: choice,
  ethnic: choice,
  country: choice,
  gender: choice,
  checkbox,
  number,
  money,
} satisfies Record<InputField['type'], unknown>;

/** The kind of an input field. The table pairs each type with its own kind, so the widening is safe. */
export function kindOf(field: InputField): Kind<Field, Value> {
  const kind = KINDS[field.type] as unknown as Kind<Field, Value> | undefined;
  if (!kind) throw new Error(`a form names the unknown field type ${field.type}`);
  return kind;
}
