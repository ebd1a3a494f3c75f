// The two questions a form asks of the register: what does this code mean on that day, and which place is meant by this text.
import { LRUCache } from 'lru-cache';
import type { FormContext, FoundPlace, UnitChoice } from '../../rules/forms/index.ts';
import { LONGEST_PLACE } from '../../rules/places/index.ts';
import { offer, type PlaceChoice } from './choices.ts';
import type { Places } from './register.ts';
import { nameOn } from './say-unit.ts';
import { placeReader } from './understand.ts';

const MOST_KEPT = 2_000;

/**
 * `unit` and `findPlace` of a form's context, by old and new names, each said as on the day: today's name first.
 * @param today places that come later are not known yet
 */
export function unitsForForms(
  places: Places,
  today: Temporal.PlainDate,
): Required<Pick<FormContext, 'unit' | 'findPlace'>> {
  const day = today.toString();
  const understand = placeReader(places, today);
  const kept = new LRUCache<string, FoundPlace>({ max: MOST_KEPT });
  const find = (text: string, wide: boolean): FoundPlace => {
    const understood = understand(text);
    const { taken, choices, why } = offer(places, understood, day, { wide });
    return {
      taken: taken && choiceOf(taken),
      choices: choices.map(choiceOf),
      detail: understood.detail,
      why,
    };
  };
  return {
    unit(code, asOf) {
      const unit = places.unitAt(code, asOf);
      return unit && { code, asOf, name: nameOn(places, unit, day) };
    },
    // Neighbours type the same places all day; the answer for a text is the same until the register changes.
    findPlace(text, wide) {
      if (text.length > LONGEST_PLACE) return find(text, wide);
      const key = `${wide} ${text}`;
      const known = kept.get(key) ?? find(text, wide);
      kept.set(key, known);
      return known;
    },
  };
}

function choiceOf({ unit, asOf, label }: PlaceChoice): UnitChoice {
  return { code: unit.code, asOf, name: label };
}
