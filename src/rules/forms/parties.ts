// Who stands in a form: the names, numbers, days of birth and sexes that belong together, section by section, row by row.
import { type Answers, isUnfinished } from './answers.ts';
import { compile, type InputItem } from './compile.ts';
import type { FormDefinition } from './definition.ts';
import type { InputField } from './kinds/index.ts';
import { type Step, walk } from './walk.ts';

/** One answer of a party, with the question it was given to. */
export interface PartyAnswer {
  readonly text: string;
  readonly at: Step<InputItem>;
}

export type PartyPart = 'number' | 'fullName' | 'birthDate' | 'gender';

/** A person of the form, as far as the form says who it is. */
export type Party = Readonly<Partial<Record<PartyPart, PartyAnswer>>>;

/** Everybody that the visible answers speak of, in the form's order. `today` is an ISO day. */
export function partiesOf(definition: FormDefinition, answers: Answers, today: string): readonly Party[] {
  const parties = new Map<string, Partial<Record<PartyPart, PartyAnswer>>>();
  walk(compile(definition), answers, today, (step) => {
    if (!isInput(step)) return;
    const part = partOf(step.item.field);
    const text = part && textOf(step.value);
    if (!part || !text) return;
    const whose = step.name.replace(/[.\]][^.\]]*$/u, '');
    const party = parties.get(whose) ?? {};
    parties.set(whose, party);
    party[part] ??= { text, at: step };
  });
  return [...parties.values()];
}

function isInput(step: Step): step is Step<InputItem> {
  return step.item.is === 'input';
}

function partOf({ type, key, prefill }: InputField): PartyPart | undefined {
  if (type === 'id12' || type === 'idDoc') return 'number';
  if (type === 'gender') return 'gender';
  if (type === 'personName' || prefill === 'fullName' || /(?:^|\.)fullName$/u.test(key)) return 'fullName';
  return (type === 'date' || type === 'partialDate') && /(?:^|\.)birthDate$/u.test(key)
    ? 'birthDate'
    : undefined;
}

/** Papers whose number is the person's own. */
const OWN_NUMBER: ReadonlySet<string> = new Set(['cccd', 'cancuoc', 'cmnd']);

function textOf(value: Step['value']): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || isUnfinished(value) || !('number' in value)) return undefined;
  return OWN_NUMBER.has(value.kind) ? value.number : undefined;
}
