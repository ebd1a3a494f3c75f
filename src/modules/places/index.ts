export { type FindOptions, type FoundUnit, findUnits, warmUp } from './find-units.ts';
export { unitsForForms } from './for-forms.ts';
export { loadPlaces } from './load-places.ts';
export { openPlaces } from './reads.ts';
export {
  type Places,
  placesOf,
  type Succession,
  type Successors,
  type Unit,
  type UnitKind,
} from './register.ts';
