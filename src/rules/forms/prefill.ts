// An empty form is never quite empty: what the account knows is written in, lists start at their usual value, rows at one.
import type { Answers, Value } from './answers.ts';
import type { Field, FormDefinition, PrefillSource } from './definition.ts';
import { addRow, initialOf } from './rows.ts';

/** What the account knows of the person. Dates are ISO, whole or partial. */
export type Prefiller = Readonly<Partial<Record<PrefillSource, string | null | undefined>>>;

/** The answers a new draft starts with. */
export function prefill(definition: FormDefinition, person: Prefiller): Answers {
  let answers: Answers = {};
  for (const field of definition.pages.flatMap((page) => page.fields)) {
    const value = startValue(field, person);
    if (value !== undefined) answers = { ...answers, [field.key]: value };
    if (field.type !== 'repeat') continue;
    for (let row = 0; row < field.min; row += 1) answers = addRow(answers, field, initialOf(field));
  }
  return answers;
}

function startValue(field: Field, person: Prefiller): Value | undefined {
  const known = field.prefill && person[field.prefill];
  if (!known) return 'initial' in field ? field.initial : undefined;
  switch (field.type) {
    case 'idDoc':
      return { kind: /^\d{9}$/u.test(known) ? 'cmnd' : 'cccd', number: known };
    case 'date':
      return known.length === 10 ? known : undefined;
    case 'personName':
    case 'text':
      return field.uppercase ? known.toLocaleUpperCase('vi') : known;
    default:
      return known;
  }
}
