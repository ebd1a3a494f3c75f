// What every kind of field can do: name its boxes, read them, show a value in them again, judge it, and say it in words.
import type { Value } from '../answers.ts';
import type { Field } from '../definition.ts';

/** A place one may live in, as the register knew it on a day. */
export interface UnitChoice {
  readonly code: string;
  /** ISO day on which the code means this unit. */
  readonly asOf: string;
  /** "Xã Lương Phong, Huyện Hiệp Hòa, Tỉnh Bắc Giang" */
  readonly name: string;
}

/** What the rules are told about the world outside the form. */
export interface FormContext {
  readonly today: Temporal.PlainDate;
  /** The unit that a code means on a day (ISO); without it, places are taken as written. */
  readonly unit?: (code: string, asOf: string) => UnitChoice | undefined;
  /** Every unit that a text may mean, old and new names. */
  readonly findUnits?: (text: string) => readonly UnitChoice[];
  /** The agency chosen for the dossier ("Kính gửi") and the place where the declaration is made. */
  readonly agencyName?: string;
  readonly madeAt?: string;
  /** The fee of these answers in words, for the computed fee line. */
  readonly feeText?: (answers: Readonly<Record<string, Value>>) => string | undefined;
}

/** A context with today as ISO text, worked out once for a whole run of checks. */
export interface Run {
  readonly ctx: FormContext;
  readonly today: string;
}

/** What checks of one request share, computed once. */
export function runOf(ctx: FormContext): Run {
  return { ctx, today: ctx.today.toString() };
}

/** A fault of one box: `at` is the suffix of the box to mend. */
export interface Fault {
  readonly at: string;
  readonly message: string;
  /** The places among which the person has to choose. */
  readonly choices?: readonly UnitChoice[];
}

/** Nothing typed (`null`), a value, or what is wrong with what was typed. */
export type Parsed<V> = null | { readonly value: V } | { readonly faults: readonly Fault[] };

/** Reads one box of the field by its suffix. */
export type Read = (suffix: string) => string;

export interface Kind<F extends Field, V extends Value> {
  /** Suffixes of the boxes, the first of which error links lead to by default. */
  boxes(field: F): readonly string[];
  parse(read: Read, field: F, run: Run): Parsed<V>;
  show(value: V, field: F): Readonly<Record<string, string>>;
  faults(value: V, field: F, run: Run): readonly Fault[];
  format(value: V, field: F, run: Run): string;
}

export const NO_FAULTS: readonly Fault[] = [];

/** One fault at one box. */
export function fault(at: string, message: string): readonly Fault[] {
  return [{ at, message }];
}
