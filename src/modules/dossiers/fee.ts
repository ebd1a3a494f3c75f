// The fee as it is frozen on a dossier.

export interface FeeLine {
  readonly name: string;
  readonly quantity: number;
  readonly unitAmount: number;
  readonly amount: number;
  readonly basis: string;
}

export interface FeeQuote {
  readonly lines: readonly FeeLine[];
  /** Whole đồng. */
  readonly total: number;
  readonly when: 'free' | 'reception' | 'return';
  /** Paid on the portal (level 4) or only at the counter. */
  readonly online: boolean;
  /** Why the amount is not known yet, in words. */
  readonly undecided?: string;
}

export const NO_FEE: FeeQuote = { lines: [], total: 0, when: 'free', online: false };
