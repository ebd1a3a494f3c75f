// What people really type: full-width digits, decomposed letters, spaces and dots between groups; and what is never a paper's number.

import { tidy } from '../kernel/index.ts';
import { vi } from './words.vi.ts';

/** Outcome of a check: `warn` is accepted and shown to the officer; `out` is the normalised value. `why` is one sentence for the person. */
export type Check =
  | { readonly ok: true; readonly out: string; readonly why: string }
  | { readonly ok: 'warn'; readonly out: string; readonly why: string }
  | { readonly ok: false; readonly out: null; readonly why: string };

/** What else is known about the person, to compare with. */
export interface CheckContext {
  /** As declared: nam or nữ, male or female. Anything else is not compared. */
  readonly sex?: string;
  readonly birthYear?: number;
  /** yyyy-mm-dd, the day in Vietnam; without it nothing is compared with today. */
  readonly today?: string;
}

/** What a sentence needs beside its code; nothing for a sentence that stands whole. */
type Told<C extends PaperCode> = (typeof vi)[C] extends (params: infer P extends Params) => string
  ? [params: P]
  : [];
type Params = Readonly<Record<string, string | number | undefined>>;

export type PaperCode = keyof typeof vi;

/** A check with the code of its sentence and what the sentence needs, so that it can be said in another language (`words.en.ts`). */
export type PaperCheck = Check & {
  readonly code: PaperCode;
  readonly params: Params;
};

export function accepted<C extends PaperCode>(out: string, code: C, ...told: Told<C>): PaperCheck {
  return { ok: true, out, ...said(code, told) };
}

export function doubted<C extends PaperCode>(out: string, code: C, ...told: Told<C>): PaperCheck {
  return { ok: 'warn', out, ...said(code, told) };
}

export function refused<C extends PaperCode>(code: C, ...told: Told<C>): PaperCheck {
  return { ok: false, out: null, ...said(code, told) };
}

function said(code: PaperCode, [params = {}]: readonly [params?: Params]) {
  const sentence: string | ((params: never) => string) = vi[code];
  return { code, params, why: typeof sentence === 'string' ? sentence : sentence(params as never) };
}

const HYPHENS = /[\p{Pd}\u2043\u2212]/gu;
const GROUPING = /[ .,/-]/gu;

/** As the eye reads it, with typographic hyphens made plain, every run of white space one space, outer spaces cut. */
export function plain(text: string): string {
  return tidy(text).replace(HYPHENS, '-');
}

/** Digits that people group with spaces, dots, hyphens or strokes, brought together. */
export function ungrouped(text: string): string {
  return plain(text).replace(GROUPING, '');
}

/** Codes, which have no spaces and are written in capitals. */
export function codeText(text: string): string {
  return plain(text).replace(/ /gu, '').toUpperCase();
}

/** Whether a text is digits and nothing else. */
export function isDigits(text: string): boolean {
  return /^\d+$/u.test(text);
}
