// The same question for the button and for the act itself: may this person do this now?
import { ok, type Result, refuse } from '../kernel/index.ts';
import type { State } from '../states/index.ts';
import { ACT_NAMES, ACTS, type ActName, type ActRecord, type OfferedAct } from './acts.ts';
import type { LifecycleRefusal } from './guards.ts';
import { type ActingPerson, CITIZEN_ACTS, type CitizenAct, mayActFor } from './on-behalf.ts';
import type { SeatRole } from './roles.ts';
import type { DossierView } from './view.ts';

/** An official, with the seats held today at the dossier's agency; owning a dossier gives an official no act on it. */
export interface OfficialWho {
  readonly as: 'official';
  readonly personId: string;
  readonly roles: readonly SeatRole[];
}

/** Somebody of the applicant's side, with the mandates held. */
export interface CitizenWho extends ActingPerson {
  readonly as: 'citizen';
  /** The day in Vietnam. */
  readonly on: Temporal.PlainDate;
}

/** Who asks. */
export type Who = OfficialWho | CitizenWho;

function waysOf(act: ActName, view: DossierView, who: Who): ActRecord['ways'] {
  const { ways }: ActRecord = ACTS[act];
  return ways.filter(({ by }) => {
    if (who.as === 'official') return by !== 'applicant' && who.roles.includes(by);
    return by === 'applicant' && isCitizenAct(act) && mayActFor(who, view.ownerId, view, act, who.on);
  });
}

function isCitizenAct(act: string): act is CitizenAct {
  return CITIZEN_ACTS.some((one) => one === act);
}

/** Whether the act is this person's to do at all, in whatever state. */
export function hasRight(act: ActName, view: DossierView, who: Who): boolean {
  return waysOf(act, view, who).length > 0;
}

/** The acts to offer this person on this dossier, in the table's order: the buttons of the page. */
export function actsFor(view: DossierView, who: Who): OfferedAct[] {
  return ACT_NAMES.flatMap((act) => {
    const way = waysOf(act, view, who).find(({ from }) => from.includes(view.state));
    return way ? [{ act, blocked: way.guard?.(view, who.personId) ?? null }] : [];
  });
}

/**
 * May this person do this act now? The guard of the act itself.
 * @param before the state to go back to when a supplement is answered
 * @returns the state it leads to, or a refusal: `no-right` (403), `wrong-state` (409), or what its guard says (409)
 * @throws Error when the act leads back and `before` was not told
 */
export function mayAct(
  act: ActName,
  view: DossierView,
  who: Who,
  before?: State,
): Result<State, LifecycleRefusal> {
  const ways = waysOf(act, view, who);
  if (ways.length === 0) return refuse({ code: 'no-right', status: 403 });
  const way = ways.find(({ from }) => from.includes(view.state));
  if (!way) return refuse({ code: 'wrong-state', status: 409, params: { state: view.state } });
  const blocked = way.guard?.(view, who.personId);
  if (blocked) return refuse(blocked);
  const to = way.to === 'kept' ? view.state : (way.to ?? before);
  if (to === undefined) throw new Error(`the act ${act} needs the state before it`);
  return ok(to);
}
