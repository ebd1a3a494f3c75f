// Expected refusals are values; bugs are thrown. A refusal carries a code and what its sentence needs; the sentence is
// chosen where it is read, in the reader's language (sentences.ts). Apart, a detail for the log.

/** What a sentence may be told of: formatted only when it is said. */
export type RefusalParam =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly string[]
  | Temporal.Instant
  | Temporal.PlainDate
  | Temporal.PlainDateTime;

/** What the caller may not do now. `detail` never reaches a page. */
export interface Refusal {
  /** Kebab-case; its sentence stands under it in the tables of whoever refuses. */
  readonly code: string;
  /** What the sentence is told of. */
  readonly params?: Readonly<Record<string, RefusalParam>>;
  /** The field the sentence belongs to, as named in the form. */
  readonly field?: string;
  /** For the log only. */
  readonly detail?: string;
  /** HTTP status the sites answer with (403, 404, 409, 422, 429); 409 when absent. */
  readonly status?: number;
}

export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** The act went through, with its value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The act was refused; the site says why in the reader's language. */
export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
