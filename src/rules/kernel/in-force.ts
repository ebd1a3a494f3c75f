// Whether something dated holds on a day: from its first day in force to the day before it no longer does. Days are ISO texts.

export interface InForce {
  /** Inclusive. */
  readonly from: string;
  /** Exclusive; null: no end is known. */
  readonly to: string | null;
}

/** @param day ISO, in Vietnam */
export function inForce({ from, to }: InForce, day: string): boolean {
  return from <= day && (to === null || day < to);
}

/** The same for what calls its days `validFrom` and `validTo`. */
export function validOn(
  one: { readonly validFrom: string; readonly validTo: string | null },
  day: string,
): boolean {
  return inForce({ from: one.validFrom, to: one.validTo }, day);
}
