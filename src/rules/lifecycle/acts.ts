// The lifecycle as a table (NĐ 118/2025, TT 03/2025; codes of the national synchronisation). One record an act: from it come the
// buttons and their guards, addresses, the journal's facts, lines of the control sheet, who is told, and the tests of who may.
import type { Refusal } from '../kernel/index.ts';
import { OPEN, State } from '../states/index.ts';
import {
  askedAtCounter,
  feeOpen,
  type Guard,
  hasProposal,
  holdsIt,
  inOrder,
  noProposal,
  notByProposer,
  onceOnly,
  paidAtReception,
  paidBeforeResult,
} from './guards.ts';
import type { Role } from './roles.ts';

/** One way to do an act: by whom, from where, to where. */
interface Way {
  readonly by: Role;
  readonly from: readonly State[];
  /** Null: back to the state before the supplement was asked; `kept`: it stays where it is. */
  readonly to: State | 'kept' | null;
  /** Why not now; null when nothing stands against it. */
  readonly guard?: Guard;
}

export interface ActRecord {
  /** Its name in the journal, in the past tense. */
  readonly fact: `dossier.${string}`;
  /** The last part of its address: `/ho-so/:id/<path>`. */
  readonly path: string;
  /** The slip it issues (TT 03/2025/TT-VPCP, Phụ lục). */
  readonly paper: '01' | '02' | '03' | null;
  /** How the desk asks for it: one press, a reason in writing, or a page of its own. */
  readonly asks: 'press' | 'reason' | 'page';
  /** The act its state leads to: shown first and strongest. */
  readonly main?: true;
  /** Its button is there only while nothing stands against it: most dossiers never need it. */
  readonly seldom?: true;
  /** Who holds the dossier afterwards; `before` = who held it when the supplement was asked. */
  readonly holder: 'kept' | 'actor' | 'desk' | 'before';
  /** The end of the work, whose moment is the one scored (QĐ 766/QĐ-TTg). */
  readonly ends?: true;
  /** Who gives and who takes on the control sheet. */
  readonly hop: readonly [from: 'actor' | 'owner', to: 'actor' | 'owner' | 'desk' | 'leader' | 'proposer'];
  /** The owner is told. */
  readonly tells: boolean;
  /** What becomes of the bill: its fee may now be asked, or is asked no longer. */
  readonly bill?: 'asked' | 'closed';
  readonly ways: readonly Way[];
}

const record = <const R extends ActRecord>(row: R): R => row;

export const ACTS = {
  withdraw: record({
    fact: 'dossier.withdrawn',
    path: 'rut',
    paper: null,
    asks: 'press',
    holder: 'kept',
    ends: true,
    hop: ['owner', 'desk'],
    tells: true,
    bill: 'closed',
    ways: [{ by: 'applicant', from: [State.New], to: State.Withdrawn }],
  }),
  answerSupplement: record({
    fact: 'dossier.supplement-answered',
    path: 'bo-sung',
    paper: null,
    asks: 'page',
    holder: 'before',
    hop: ['owner', 'desk'],
    tells: true,
    ways: [{ by: 'applicant', from: [State.SupplementAsked], to: null }],
  }),
  accept: record({
    fact: 'dossier.accepted',
    path: 'tiep-nhan',
    paper: '01',
    asks: 'page',
    main: true,
    holder: 'desk',
    hop: ['owner', 'actor'],
    tells: true,
    bill: 'asked',
    ways: [{ by: 'intake', from: [State.New], to: State.Accepted, guard: paidAtReception }],
  }),
  askForSupplement: record({
    fact: 'dossier.supplement-asked',
    path: 'bo-sung',
    paper: '02',
    asks: 'page',
    holder: 'desk',
    hop: ['actor', 'owner'],
    tells: true,
    ways: [
      { by: 'intake', from: [State.New], to: State.SupplementAsked },
      {
        by: 'examiner',
        from: [State.InProgress],
        to: State.SupplementAsked,
        guard: inOrder(holdsIt, noProposal, onceOnly),
      },
    ],
  }),
  refuseIntake: record({
    fact: 'dossier.refused',
    path: 'tu-choi',
    paper: '03',
    asks: 'page',
    holder: 'desk',
    ends: true,
    hop: ['actor', 'owner'],
    tells: true,
    bill: 'closed',
    ways: [{ by: 'intake', from: [State.New], to: State.Refused }],
  }),
  take: record({
    fact: 'dossier.taken',
    path: 'thu-ly',
    paper: null,
    asks: 'press',
    main: true,
    holder: 'actor',
    hop: ['owner', 'actor'],
    tells: false,
    ways: [{ by: 'examiner', from: [State.Accepted], to: State.InProgress }],
  }),
  propose: record({
    fact: 'dossier.proposed',
    path: 'de-xuat',
    paper: null,
    asks: 'page',
    main: true,
    holder: 'kept',
    hop: ['actor', 'leader'],
    tells: false,
    ways: [
      {
        by: 'examiner',
        from: [State.InProgress],
        to: State.InProgress,
        guard: inOrder(holdsIt, noProposal),
      },
    ],
  }),
  sign: record({
    fact: 'dossier.finished',
    path: 'ky',
    paper: null,
    asks: 'page',
    main: true,
    holder: 'desk',
    ends: true,
    hop: ['actor', 'desk'],
    tells: true,
    bill: 'asked',
    ways: [
      {
        by: 'leader',
        from: [State.InProgress],
        to: State.Finished,
        guard: inOrder(hasProposal, notByProposer),
      },
    ],
  }),
  returnToExaminer: record({
    fact: 'dossier.returned-to-examiner',
    path: 'tra-lai',
    paper: null,
    asks: 'reason',
    holder: 'kept',
    hop: ['actor', 'proposer'],
    tells: false,
    ways: [{ by: 'leader', from: [State.InProgress], to: State.InProgress, guard: hasProposal }],
  }),
  // Money does not move the dossier: who has it, and since when, stays.
  takeFee: record({
    fact: 'dossier.fee-taken',
    path: 'thu-phi',
    paper: null,
    asks: 'page',
    seldom: true,
    holder: 'kept',
    hop: ['actor', 'owner'],
    tells: false,
    ways: [{ by: 'intake', from: OPEN, to: 'kept', guard: askedAtCounter }],
  }),
  exemptFee: record({
    fact: 'dossier.fee-exempted',
    path: 'mien-phi',
    paper: null,
    asks: 'page',
    seldom: true,
    holder: 'kept',
    hop: ['actor', 'owner'],
    tells: false,
    ways: [{ by: 'intake', from: OPEN, to: 'kept', guard: feeOpen }],
  }),
  deliver: record({
    fact: 'dossier.delivered',
    path: 'tra-ket-qua',
    paper: null,
    asks: 'page',
    main: true,
    holder: 'kept',
    hop: ['actor', 'owner'],
    tells: true,
    bill: 'closed',
    ways: [{ by: 'intake', from: [State.Finished], to: State.Delivered, guard: paidBeforeResult }],
  }),
} as const;

export type ActName = keyof typeof ACTS;

/** Every act's name, in the order of the buttons. */
export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[];

/** The record of an act. */
export function recordOf(act: ActName): ActRecord {
  return ACTS[act];
}

/** Whoever did an act, of the two names on its line of the control sheet. */
export function doerOn(hop: { readonly act: ActName; readonly from: string; readonly to: string }): string {
  return recordOf(hop.act).hop[1] === 'actor' ? hop.to : hop.from;
}

export interface OfferedAct {
  readonly act: ActName;
  /** Why it cannot be done just now; null when it can. */
  readonly blocked: Refusal | null;
}
