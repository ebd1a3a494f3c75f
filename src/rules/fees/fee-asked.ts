// When a fee is asked, and where: one answer for the pages of both sites, the bill, the guards of the acts and the worklists.
import { State } from '../states/index.ts';

/** Where the money of a dossier stands; moved by receipts alone. */
export type MoneyState = 'none' | 'due' | 'paid' | 'exempt';

export type FeePlace = 'portal' | 'counter';

/** What is asked about: a dossier, or a draft as if it were sent now. */
export interface FeeSituation {
  /** The quote, frozen when the dossier was sent. */
  readonly fee: {
    /** Whole đồng. */
    readonly total: number;
    readonly when: 'free' | 'reception' | 'return';
    /** It can be paid on the portal: service level 4 and an account of the agency. */
    readonly online: boolean;
    /** Why a part of the amount is not known, in words. */
    readonly undecided?: string | undefined;
  };
  readonly moneyState: MoneyState;
  readonly state: State;
  /** How it was filed: `counter` brings the person to the desk when it is received; `online`, `post` do not. */
  readonly submitChannel: string;
}

/** Nothing is asked, now or later. */
export interface FeeNotAsked {
  readonly asked: 'no';
  /**
   * - `free`: it costs nothing. `undecided`: the amount is not known yet.
   * - `paid`, `exempt`: receipts have settled it. `ended`: the dossier was refused, withdrawn or delivered.
   */
  readonly why: 'free' | 'undecided' | 'paid' | 'exempt' | 'ended';
}

export interface FeeAsked {
  readonly asked: 'now' | 'later';
  /** Where it may be paid once it is asked; the counter takes every fee. */
  readonly where: readonly FeePlace[];
  /** What waits for it: accepting the dossier, or handing the result over. */
  readonly before: 'reception' | 'result';
  /**
   * - `at-reception`: due when the dossier is received, and can be paid by then.
   * - `filed-from-afar`: due at reception, but paid only at the counter, where whoever files from afar comes for the result.
   * - `reception-passed`: due at reception and still open though the dossier was accepted.
   * - `at-return`: due when there is a result.
   */
  readonly why: 'at-reception' | 'filed-from-afar' | 'reception-passed' | 'at-return';
}

const COUNTER: readonly FeePlace[] = ['counter'];
const BOTH: readonly FeePlace[] = ['portal', 'counter'];
/** No fee is asked any more. */
const ENDED: ReadonlySet<State> = new Set<State>([State.Refused, State.Withdrawn, State.Delivered]);
/** The dossier may still be waiting to be accepted. */
const AT_RECEPTION: ReadonlySet<State> = new Set<State>([State.New, State.SupplementAsked]);

/**
 * Whether, when and where the fee of a dossier is asked (`HinhThucThu` 1 at reception, 4 at return; the guards 1 → 2 and
 * 9 → 10 of the lifecycle). Below level 4 a fee is paid in person (mức độ 3), so that it cannot hold back the acceptance of
 * what was filed from afar; it must be there before the result goes out.
 */
export function feeAsked({ fee, moneyState, state, submitChannel }: FeeSituation): FeeNotAsked | FeeAsked {
  if (moneyState === 'paid' || moneyState === 'exempt') return { asked: 'no', why: moneyState };
  if (fee.total === 0 || moneyState === 'none')
    return { asked: 'no', why: fee.undecided && fee.total === 0 ? 'undecided' : 'free' };
  if (ENDED.has(state)) return { asked: 'no', why: 'ended' };
  const where = fee.online ? BOTH : COUNTER;
  if (fee.when === 'return')
    return { asked: state === State.Finished ? 'now' : 'later', where, before: 'result', why: 'at-return' };
  if (!fee.online && submitChannel !== 'counter')
    return { asked: 'now', where, before: 'result', why: 'filed-from-afar' };
  if (AT_RECEPTION.has(state)) return { asked: 'now', where, before: 'reception', why: 'at-reception' };
  return { asked: 'now', where, before: 'result', why: 'reception-passed' };
}

/** The money can be given there now. */
export function payableAt(place: FeePlace, situation: FeeSituation): boolean {
  const fee = feeAsked(situation);
  return fee.asked === 'now' && fee.where.includes(place);
}

/** The dossier may not be accepted before the fee is settled. */
export function holdsAcceptance(situation: FeeSituation): boolean {
  const fee = feeAsked(situation);
  return fee.asked === 'now' && fee.before === 'reception';
}

/** The result may not be handed over before the fee is settled. */
export function holdsDelivery(situation: FeeSituation): boolean {
  return feeAsked(situation).asked !== 'no';
}
