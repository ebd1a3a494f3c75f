// The lifecycle of a dossier: roles, acts, and on whose behalf.
export { FINAL, OPEN, STATE_NAMES, State, stateOf } from '../states/index.ts';
export { ACT_NAMES, type ActName, type ActRecord, doerOn, type OfferedAct, recordOf } from './acts.ts';
export { type LifecycleRefusal, liftedBy } from './guards.ts';
export { actsFor, type CitizenWho, hasRight, mayAct, type OfficialWho, type Who } from './may-act.ts';
export {
  type ActingPerson,
  CITIZEN_ACTS,
  type CitizenAct,
  MANDATE_KINDS,
  type Mandate,
  type MandateKind,
  mayActFor,
  type Parties,
} from './on-behalf.ts';
export { type Role, SEAT_ROLES, type SeatRole, seatRoleOf } from './roles.ts';
export { ACT_WORDS, lifecycleSentences } from './said.ts';
export type { DossierView } from './view.ts';
export type { ActWords, WordsOfActs } from './words.vi.ts';
