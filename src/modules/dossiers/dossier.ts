// What a dossier is to everything above the store: one object with its lists, whatever columns keep it.
import type { MoneyState } from '../../rules/fees/index.ts';
import type { Answers } from '../../rules/forms/index.ts';
import type { DossierId, Language, PersonId } from '../../rules/kernel/index.ts';
import type { ActName, State } from '../../rules/lifecycle/index.ts';
import type { FeeQuote } from './fee.ts';

export type { MoneyState };

/** What its receipts have made of a dossier's bill. */
export interface Settlement {
  readonly moneyState: 'paid' | 'exempt';
  readonly at: Temporal.Instant;
}

export type DeliveryState = 'none' | 'ready' | 'delivered';

/** The dossier itself. Moments are instants, money is whole đồng. */
export interface Dossier {
  readonly id: DossierId;
  /** Moves on with every act; an act asked from an older one is refused. */
  readonly version: number;
  /** Given when sent. */
  readonly requestCode: string;
  /** Given once, by acceptance. */
  readonly number: string | null;
  /** Printed on the slip; with the number it shows the state only. */
  readonly secret: string;
  readonly procedureId: string;
  readonly formHash: string | null;
  readonly answers: Answers;
  /** Whose matter it is. */
  readonly ownerId: PersonId;
  /** Who sent it. */
  readonly submitterId: PersonId;
  readonly submitterName: string;
  /** Who pays its fee. */
  readonly payerId: PersonId;
  readonly ownerName: string;
  readonly ownerPhone: string;
  readonly agencyId: string;
  readonly submitChannel: string;
  readonly returnChannel: string;
  readonly returnAddress: string;
  /** When its applicant comes to the agency (`halfDayText`); null when nobody does. */
  readonly appointment: string | null;
  /** What it was sent in: in it its owner is told; papers are Vietnamese whatever it is. */
  readonly language: Language;
  readonly state: State;
  /** The quote, frozen when sent. */
  readonly fee: FeeQuote;
  readonly moneyState: MoneyState;
  readonly moneyPaidAt: Temporal.Instant | null;
  readonly deliveryState: DeliveryState;
  /** The official who has it; null = the desk of the agency. */
  readonly holderId: string | null;
  readonly heldSince: Temporal.Instant;
  readonly submittedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly dueOriginal: Temporal.Instant | null;
  readonly dueCurrent: Temporal.Instant | null;
  readonly dueWhy: string;
  readonly finishedAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
}

/** A dossier locked for an act, with what stands open on it. */
export interface LockedDossier extends Dossier {
  /** The proposal that waits for a signature: at most one. */
  readonly proposal: Proposal | null;
  /** Supplements asked after acceptance. */
  readonly supplementsAsked: number;
}

/** A dossier with everything that was given, issued and done. */
export interface WholeDossier extends Dossier {
  readonly files: readonly DossierFile[];
  readonly papers: readonly IssuedSlip[];
  readonly hops: readonly Hop[];
  readonly proposals: readonly Proposal[];
  readonly supplements: readonly Supplement[];
}

export interface GivenFile {
  readonly id: string;
  readonly component: string;
  readonly sha256: string;
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

export interface DossierFile extends GivenFile {
  /** The supplement it came with; null = with the dossier. */
  readonly supplementId: string | null;
}

export type SlipKind = '01' | '02' | '03';

export interface IssuedSlip {
  readonly id: string;
  readonly kind: SlipKind;
  readonly issuedAt: Temporal.Instant;
}

/** A line of the control sheet: who gave, who took, when. */
export interface Hop {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly act: ActName;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/** The paper that is proposed: its template ("name@version") and the values of its boxes. */
export interface ProposedResult {
  readonly template: string;
  readonly values: Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
}

export interface Proposal {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly byId: string;
  readonly byName: string;
  readonly note: string;
  readonly result: ProposedResult;
  /** When the leader gave it back; null while it waits or was signed. */
  readonly returnedAt: Temporal.Instant | null;
  readonly returnedWhy: string;
}

export interface AskedItem {
  readonly id: string;
  readonly kind: 'component' | 'field';
  /** Key of the component or of the form's field. */
  readonly subject: string;
  readonly name: string;
  readonly wrong: string;
  readonly todo: string;
}

export interface Supplement {
  readonly id: string;
  readonly seq: number;
  /** The state to go back to when it is answered. */
  readonly fromState: State;
  /** Who held the dossier when it was asked. */
  readonly fromHolder: string | null;
  readonly askedAt: Temporal.Instant;
  readonly reason: string;
  readonly answeredAt: Temporal.Instant | null;
  readonly note: string;
  /** The whole form as mended so far; null while nothing is mended. */
  readonly answers: Answers | null;
  readonly dueBefore: Temporal.Instant | null;
  readonly dueAfter: Temporal.Instant | null;
  readonly items: readonly AskedItem[];
  /** Papers gathered for the answer. */
  readonly files: readonly GivenFile[];
}

/** The proposal that waits for a signature among a dossier's proposals. */
export function openProposalOf({ proposals }: Pick<WholeDossier, 'proposals'>): Proposal | null {
  return proposals.find((one) => one.returnedAt === null) ?? null;
}

/** The supplement that waits for an answer. */
export function openSupplementOf({ supplements }: Pick<WholeDossier, 'supplements'>): Supplement | null {
  return supplements.find((one) => one.answeredAt === null) ?? null;
}
