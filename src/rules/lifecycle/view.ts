// What the rules of the lifecycle need to know of a dossier.
import type { Parties } from './on-behalf.ts';
import type { State } from './states.ts';

export interface DossierView extends Parties {
  readonly state: State;
  /** The official who has it; null = the desk. */
  readonly holderId: string | null;
  /** Who proposed the result that waits for a signature; null = no proposal is open. */
  readonly proposerId: string | null;
  readonly supplements: number;
  readonly moneyState: 'none' | 'due' | 'paid';
  /** When the fee falls due by its rule. */
  readonly feeWhen: 'free' | 'reception' | 'return';
  /** True when the fee can be paid on the portal (level 4). */
  readonly paidOnline: boolean;
}
