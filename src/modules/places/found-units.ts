// The units of the day that a typed place stands for, each with the sentence that leads from the old name to it.
import { communesOf, type PlaceChoice } from './choices.ts';
import { isOver, type Meaning } from './meanings.ts';
import type { Places, Unit } from './register.ts';
import { lower, nameOfMeaning, nameWithFormer, nameWithOld } from './say-unit.ts';
import { placeReader, type Understood } from './understand.ts';

export interface FoundUnit {
  /** In force on the day. */
  readonly unit: Unit;
  /** The place that was typed: "Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang" */
  readonly path: string;
  /** It is no longer in force. */
  readonly old: boolean;
  /** All that it became. */
  readonly today: readonly Unit[];
  readonly basis: readonly string[];
  /** The unit in full, what was typed after it in brackets. */
  readonly label: string;
  /** For the person, in Vietnamese. */
  readonly sentence: string;
}

/** The units of a day by what people call them, old names too, the likeliest first; of a district that is no more its communes. */
export function findUnits(places: Places, q: string, date: Temporal.PlainDate): FoundUnit[] {
  return unitsFor(places, placeReader(places, date)(q), date);
}

/** The same for a place that was read already. */
export function unitsFor(places: Places, { meanings }: Understood, date: Temporal.PlainDate): FoundUnit[] {
  return meanings.flatMap((meaning) => ofMeaning(places, meaning, date.toString()));
}

function ofMeaning(places: Places, meaning: Meaning, day: string): FoundUnit[] {
  const { unit, today } = meaning;
  const path = places.pathOf(unit, day);
  if (!isOver(unit, day)) {
    const said = nameWithFormer(places, unit, day);
    return [{ unit, path, old: false, today: [unit], basis: [], label: path, sentence: said }];
  }
  const { basis } = places.successorsOf(unit, day);
  if (unit.kind === 'district' && today[0]?.kind === 'commune')
    return communesOf(places, unit, day).map((choice) => ofDistrict(choice, path, basis));
  const law = basis.length > 0 ? `, theo Nghị quyết ${basis.join(' và ')}` : '';
  return today.map((now) => {
    const parted = today.length > 1 ? 'một phần nay thuộc' : 'nay là';
    const sentence = `${path} (cũ) – ${parted} ${lower(places.pathOf(now, day))}${law}`;
    const label =
      today.length > 1 ? nameWithOld(places, now, [unit], null, day) : nameOfMeaning(places, meaning, day);
    return { unit: now, path, old: true, today, basis, label, sentence };
  });
}

function ofDistrict({ unit, label }: PlaceChoice, path: string, basis: readonly string[]): FoundUnit {
  return { unit, path, old: true, today: [unit], basis, label, sentence: label };
}
