// What every kind of question says: how it is asked, read, checked, compared, printed, prefilled and doubted. One file a kind.
import type { SentenceSet } from '../../kernel/index.ts';
import type { Value } from '../answers.ts';
import type { Asked, Said } from '../asked.ts';
import type { Test, View } from '../condition.ts';
import type { Run } from '../context.ts';
import type { Fault } from '../fault.ts';
import type { AnyField, PrefillSource } from '../field.ts';
import type { PaperLine } from '../paper-line.ts';
import type { Shapes } from '../shapes.ts';

/** Nothing typed (`null`), a value, or what is wrong with what was typed. */
export type Parsed<V> = null | { readonly value: V } | { readonly faults: readonly Fault[] };

/** Reads one box of the field by its suffix. */
export type Read = (suffix: string) => string;

/** What stands around an answer: the other answers in sight, and the field's own conditions by their path (`minAge.unless`). */
export interface Around {
  readonly run: Run;
  readonly view: View;
  readonly tests: ReadonlyMap<string, Test>;
}

/** The answer to another question, in the same row first. */
export function told({ view }: Around, key: string | undefined): Value | undefined {
  return key === undefined ? undefined : (view.row?.[key] ?? view.whole[key]);
}

/** What a condition may ask of an answer. */
export type Compared =
  /** A text; `values`: no others can be. */
  | { readonly as: 'text'; readonly values?: readonly string[] }
  /** Several texts, each among these. */
  | { readonly as: 'texts'; readonly values: readonly string[] }
  | { readonly as: 'number'; readonly min: number; readonly max: number }
  | { readonly as: 'day' }
  | { readonly as: 'tick' }
  /** Compared part by part; the whole is only there or not. */
  | { readonly as: 'parts'; readonly parts: Readonly<Record<string, Compared>> };

export interface Kind<F extends AnyField, V extends Value> {
  readonly type: F['type'];
  /** What an author may say of such a question, beyond what may be said of any (`field.ts`). */
  readonly options: Shapes;
  /** What of the options does not go together, in words for the author; their shapes are right already. */
  misfits(field: F): readonly string[];
  /** How it looks to whoever answers it now. */
  ask(field: F, run: Run): Asked;
  /** Suffixes of the boxes that are posted. */
  boxes(field: F): readonly string[];
  parse(read: Read, field: F, run: Run): Parsed<V>;
  /** What stands in the boxes for a value, by suffix: `parse` reads the same value from it. */
  show(value: V, field: F): Readonly<Record<string, string>>;
  /** What is said when it must be answered and is not. */
  missing(field: F): readonly Fault[];
  /** What keeps a value from being sent. */
  faults(value: V, field: F, around: Around): readonly Fault[];
  /** What is told to the person and to the official, and keeps nobody from sending. */
  doubts(value: V, field: F, around: Around): readonly Fault[];
  compare(field: F): Compared;
  /** On the check page, in the summary and on the filed copy. */
  format(value: V, field: F, run: Run): string;
  /** What stands for it in a column of a paper, where words would be read as part of it. */
  mark?(value: V): string | undefined;
  /** The same when there is no answer. */
  readonly unanswered: Said;
  /** On the blank form. */
  onPaper(field: F): readonly PaperLine[];
  /** How much room it wants beside others in a table written by hand. */
  readonly share: number;
  /** What of the account it can take. */
  readonly prefills: readonly PrefillSource[];
  /** The answer of an empty form; `known`: what the account has, when the form asks for it. */
  start(known: string | undefined, field: F): V | undefined;
  /** Every sentence its faults and doubts may need. */
  readonly sentences: readonly SentenceSet[];
}

export const NOT_GIVEN: Said = { vi: 'Không khai', en: 'Not given' };

/** For kinds whose answer is one text in one box, kept as it is read. */
export const ONE_TEXT = {
  boxes: () => [''],
  show: (value: string) => ({ '': value }),
  compare: (): Compared => ({ as: 'text' }),
  unanswered: NOT_GIVEN,
  start: (known: string | undefined) => known,
} as const;

export const noMisfits = (): readonly string[] => [];
export const noDoubts = (): readonly Fault[] => [];
