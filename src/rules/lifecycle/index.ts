export {
  type ActName,
  actsFor,
  type DossierView,
  LIFECYCLE,
  mayAct,
  type OfferedAct,
  type Role,
  type Who,
} from './acts.ts';
export { FINAL, STATE_NAMES, State, stateOf } from './states.ts';
