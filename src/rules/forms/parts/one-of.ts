// One of a list: the form's own, or one that the country keeps.
import { type Fault, NO_FAULTS } from '../fault.ts';
import type { AnyField, Option } from '../field.ts';
import { type Compared, NOT_GIVEN, noDoubts, type Parsed, type Read } from '../kinds/kind.ts';
import type { Members, Shapes } from '../shapes.ts';
import { generalSentences, inOwnWords, notChosen, wrong } from './general.ts';

/** What is said of whom a person is may be limited, but never answered beforehand: who reads over it declares what is not true. */
export const LIMITED = {
  /** The only values the procedure admits, with the sentence that says why. */
  'only?': { members: { values: { list: 'text', least: 1 }, message: 'text' } },
} as const satisfies Shapes;

export const CHOSEN = {
  ...LIMITED,
  /** Preselected on an empty form. */
  'initial?': 'text',
} as const satisfies Shapes;

type Chosen = AnyField & Members<typeof CHOSEN>;

/** All that choices from a list have in common. */
export function oneOf<F extends Chosen>(optionsOf: (field: F) => readonly Option[]) {
  const has = (field: F, value: string) => optionsOf(field).some((option) => option.value === value);
  return {
    misfits: (field: F) => {
      const values = optionsOf(field).map((option) => option.value);
      const named = [...(field.initial === undefined ? [] : [field.initial]), ...(field.only?.values ?? [])];
      return [...twice(values), ...named.filter((value) => !has(field, value)).map(noSuchOption)];
    },
    boxes: () => [''],
    parse(read: Read): Parsed<string> {
      const typed = read('').normalize('NFC').trim();
      return typed === '' ? null : { value: typed };
    },
    show: (value: string) => ({ '': value }),
    missing: (field: F) => notChosen(field),
    faults(value: string, field: F): readonly Fault[] {
      if (!has(field, value)) return wrong(field, '', () => notChosen(field));
      return field.only && !field.only.values.includes(value)
        ? inOwnWords('', field.only.message)
        : NO_FAULTS;
    },
    doubts: noDoubts,
    compare: (field: F): Compared => ({ as: 'text', values: optionsOf(field).map((option) => option.value) }),
    format: (value: string, field: F) => labelOf(optionsOf(field), value),
    unanswered: NOT_GIVEN,
    share: 1,
    start: (known: string | undefined, field: F) => known ?? field.initial,
    sentences: [generalSentences],
  };
}

/** The label of a value; the value itself when the list does not have it. */
export function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** For the author: values that stand twice in a list. */
export function twice(values: readonly string[]): readonly string[] {
  const repeated = new Set(values.filter((value, at) => values.indexOf(value) !== at));
  return [...repeated].map((value) => `Lựa chọn “${value}” có hai lần.`);
}

function noSuchOption(value: string): string {
  return `“${value}” không có trong các lựa chọn.`;
}
