// What the rules of forms are told about the world outside the form.
import type { Language } from '../kernel/index.ts';
import type { PlaceReason } from '../places/index.ts';
import type { Value } from './answers.ts';

/** A place one may live in, as the register knew it on a day. */
export interface UnitChoice {
  readonly code: string;
  /** ISO day on which the code means this unit. */
  readonly asOf: string;
  /** In full, today's name first: "Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)" */
  readonly name: string;
}

/** What a typed place may mean. */
export interface FoundPlace {
  /** The one place it means; null when it must be asked. */
  readonly taken: UnitChoice | null;
  /** What to choose from, each name once; empty when nothing fits. */
  readonly choices: readonly UnitChoice[];
  /** Hamlet, street and house number that were typed with it. */
  readonly detail: string;
  readonly why: PlaceReason;
}

export interface FormContext {
  readonly today: Temporal.PlainDate;
  /** The unit that a code means on a day (ISO); without it, places are taken as written. */
  readonly unit?: (code: string, asOf: string) => UnitChoice | undefined;
  /** Which place is meant by a text, old and new names. @param wide a district or a province is an answer too */
  readonly findPlace?: (text: string, wide: boolean) => FoundPlace;
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
