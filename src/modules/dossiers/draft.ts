// What a draft is to everything above the store.
import type { Answers } from '../../rules/forms/index.ts';
import type { DraftId, PersonId } from '../../rules/kernel/index.ts';
import type { GivenFile } from './dossier.ts';

export interface Draft {
  readonly id: DraftId;
  /** Who fills it in. */
  readonly personId: PersonId;
  /** Whose matter it is. */
  readonly ownerId: PersonId;
  readonly procedureId: string;
  readonly formHash: string | null;
  readonly agencyId: string | null;
  readonly answers: Answers;
  readonly submitChannel: string | null;
  readonly returnChannel: string | null;
  readonly returnAddress: string;
  /** Where the person left off. */
  readonly step: string;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
  /** Set once it has been sent. */
  readonly dossierId: string | null;
  readonly files: readonly GivenFile[];
}

export interface NewDraft {
  personId: string;
  /** Whose matter it is; the person's own unless told. */
  ownerId?: string;
  procedureId: string;
  formHash: string | null;
  answers: Answers;
  now: Temporal.Instant;
  /** Start another one although one is open. */
  another?: boolean;
}

export interface DraftChange {
  agencyId?: string;
  answers?: Answers;
  submitChannel?: string;
  returnChannel?: string;
  returnAddress?: string;
  step?: string;
}

export type NewFile = Omit<GivenFile, 'id'>;
