// What the rules of the lifecycle need to know of a dossier.
import type { FeeSituation } from '../fees/fee-asked.ts';
import type { Parties } from './on-behalf.ts';

/** With its fee, as `rules/fees` ask about it. */
export interface DossierView extends Parties, FeeSituation {
  /** The official who has it; null = the desk. */
  readonly holderId: string | null;
  /** Who proposed the result that waits for a signature; null = no proposal is open. */
  readonly proposerId: string | null;
  readonly supplements: number;
}
