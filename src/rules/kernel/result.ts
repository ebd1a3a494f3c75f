// Expected refusals are values; bugs are thrown. A refusal carries a sentence for the person and, apart, a detail for the log.

/** What the caller may not do now, in words the person can act on. `detail` never reaches a page. */
export interface Refusal {
  readonly code: string;
  /** Vietnamese sentence shown to the person. */
  readonly message: string;
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

/** The act was refused, in words for the person who asked. */
export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
