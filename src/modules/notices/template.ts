// What the sentence of an SMS is given, and what it gives back.

export interface Spoken {
  /** Masked. */
  readonly name: string;
  /** The dossier's number, or its request code before it has one. */
  readonly number: string;
  /** `09:00 27/11/2026`, empty when there is none. */
  readonly due: string;
  /** `8.000d` */
  readonly amount: string;
  /** Of it, what has come and what is left. */
  readonly received: string;
  readonly left: string;
  /** What came beyond it. */
  readonly beyond: string;
  /** `07:30-11:30 01/12/2026`, when the owner is to come; empty when not. */
  readonly visit: string;
  /** Of an act that has no sentence of its own: its line in the owner's history. */
  readonly what: string;
}

/** The sentences before the place, and the word that leads to it. */
export type Template = (said: Spoken) => { readonly says: string; readonly at: string };
