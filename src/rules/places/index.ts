// How people write a place: its parts, the words before a name, names of old and of every day, and what is said about it.
export { FORMER_NAMES } from './former-names.ts';
export { type Piece, piecesOf } from './pieces.ts';
export {
  asTyped,
  commaParts,
  type Fit,
  fitOf,
  LONGEST_PLACE,
  type PlaceWord,
  placeWords,
  squeezed,
} from './place-text.ts';
export { type PlaceReason, placeReason, placeReasons, sayPlaceReason } from './reasons.ts';
export { beginsDetail, type UnitLevel, type UnitWord, unitWordAt } from './words-before.ts';
