export { offer } from './choices.ts';
export { unitsForForms } from './for-forms.ts';
export { type FoundUnit, findUnits, unitsFor } from './found-units.ts';
export { loadPlaces } from './load-places.ts';
export { namesOf as warmUp } from './names.ts';
export { openPlaces } from './reads.ts';
export {
  type Places,
  placesOf,
  type Succession,
  type Successors,
  type Unit,
  type UnitKind,
} from './register.ts';
export { lower, nameOfMeaning } from './say-unit.ts';
export { placeReader, type Understood } from './understand.ts';
