// What the rules of forms are told about the world outside the form.
import type { Language } from '../kernel/index.ts';
import type { Value } from './answers.ts';

/** A place one may live in, as the register knew it on a day. */
export interface UnitChoice {
  readonly code: string;
  /** ISO day on which the code means this unit. */
  readonly asOf: string;
  /** "Xã Lương Phong, Huyện Hiệp Hòa, Tỉnh Bắc Giang" */
  readonly name: string;
}

export interface FormContext {
  readonly today: Temporal.PlainDate;
  /** The unit that a code means on a day (ISO); without it, places are taken as written. */
  readonly unit?: (code: string, asOf: string) => UnitChoice | undefined;
  /** Every unit that a text may mean, old and new names. */
  readonly findUnits?: (text: string) => readonly UnitChoice[];
  /** The agency chosen for the dossier ("Kính gửi") and the place where the declaration is made. */
  readonly agencyName?: string;
  readonly madeAt?: string;
  /** When the agency chosen can be visited, as `halfDayText` writes it, soonest first; any half-day is good without it. */
  readonly halfDays?: () => readonly string[];
  /** The fee of these answers in words, for the computed fee line. */
  readonly feeText?: (answers: Readonly<Record<string, Value>>) => string | undefined;
  /** Who reads the answers in words; Vietnamese when absent, as on every paper. */
  readonly language?: Language;
}

/** A context with today as ISO text, worked out once for a whole run of checks. */
export interface Run {
  readonly ctx: FormContext;
  readonly today: string;
  readonly language: Language;
}

/** What checks of one request share, computed once. */
export function runOf(ctx: FormContext): Run {
  return { ctx, today: ctx.today.toString(), language: ctx.language ?? 'vi' };
}
