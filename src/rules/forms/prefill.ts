// An empty form is never quite empty: what the account knows is written in, lists start at their usual value, rows at one.
import type { Answers, Value } from './answers.ts';
import { type ComputedItem, compile, type InputItem } from './compile.ts';
import type { FormDefinition } from './definition.ts';
import type { PrefillSource } from './field.ts';

/** What the account knows of the person. Dates are ISO, whole or partial. */
export type Prefiller = Readonly<Partial<Record<PrefillSource, string | null | undefined>>>;

/** The answers a new draft starts with. */
export function prefill(definition: FormDefinition, person: Prefiller): Answers {
  const answers: Record<string, Value> = {};
  for (const item of compile(definition).pages.flatMap((page) => page.items)) {
    const { key } = item.field;
    if (item.is === 'repeat') {
      const { min } = item.field;
      const rows = Array.from({ length: min }, (_, at) => ({
        id: `r${at + 1}`,
        answers: startOfRow(item.children),
      }));
      if (min > 0) answers[key] = { next: min + 1, rows };
    } else {
      const value = startOf(item, person);
      if (value !== undefined) answers[key] = value;
    }
  }
  return answers;
}

/** What a new row starts with. */
export function startOfRow(children: readonly (InputItem | ComputedItem)[]): Answers {
  const answers: Record<string, Value> = {};
  for (const child of children) {
    const value = startOf(child, {});
    if (value !== undefined) answers[child.field.key] = value;
  }
  return answers;
}

function startOf(item: InputItem | ComputedItem, person: Prefiller): Value | undefined {
  if (item.is === 'computed') return undefined;
  const { field, kind } = item;
  return kind.start((field.prefill && person[field.prefill]) || undefined, field);
}
