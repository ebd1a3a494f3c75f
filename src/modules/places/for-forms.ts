// The two questions a form asks of the register: what does this code mean on that day, and which places may this text mean.
import { LRUCache } from 'lru-cache';
import type { FormContext, UnitChoice } from '../../rules/forms/index.ts';
import { wordsOf } from '../../rules/terms/search-text.ts';
import { type FoundUnit, findUnits } from './find-units.ts';
import type { Places } from './register.ts';

const NEAREST = 5;
const MOST = 12;
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 200;
const TYPES = new Set('xa phuong thi tran tt p x'.split(' '));

/**
 * `unit` and `findUnits` of a form's context: communes by old and new names. A text that fits exactly one place gives one
 * choice; one that fits several, or none exactly, gives the nearest to choose from.
 * @param today places that come later are not known yet
 */
export function unitsForForms(
  places: Places,
  today: Temporal.PlainDate,
): Required<Pick<FormContext, 'unit' | 'findUnits'>> {
  return {
    unit(code, asOf) {
      const unit = places.unitAt(code, asOf);
      return unit && { code, asOf, name: places.pathOf(unit, asOf) };
    },
    findUnits: remembered((text) => {
      const found = findUnits(places, text, today, { limit: 40 });
      const exact = exactly(found, text);
      return (exact.length > 0 ? exact.slice(0, MOST) : found.slice(0, NEAREST)).map(choiceOf);
    }),
  };
}

/** Neighbours type the same places all day; the answer for a text is the same until the register changes. */
function remembered<T extends object>(find: (text: string) => T): (text: string) => T {
  const known = new LRUCache<string, T>({ max: MOST_KEPT });
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = find(text);
    if (text.length <= LONGEST_KEPT) known.set(text, found);
    return found;
  };
}

function choiceOf({ unit, asOf, path }: FoundUnit): UnitChoice {
  return { code: unit.code, asOf, name: path };
}

/** Places whose name the text has whole and whose line has every word of the text; marks count where some place fits them. */
function exactly(found: readonly FoundUnit[], text: string): FoundUnit[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return [];
  const by = (mark: 'key' | 'folded') =>
    found.filter(({ unit, path }) => {
      const line = new Set(wordsOf(path).map((word) => word[mark]));
      const name = wordsOf(unit.name).map((word) => word[mark]);
      const words = asked.map((word) => word[mark]);
      const fits = asked.every((word) => line.has(word[mark]) || TYPES.has(word.folded));
      return fits && words.join(' ').includes(name.join(' '));
    });
  const marked = by('key');
  const fitting = marked.length > 0 ? marked : by('folded');
  return withoutFormerSelves(fitting);
}

/** Thị trấn Thắng that became xã Thắng is one place to whoever types "Thắng". */
function withoutFormerSelves(fitting: readonly FoundUnit[]): FoundUnit[] {
  const current = fitting.filter((one) => !one.old);
  const livesOn = (one: FoundUnit) =>
    one.old &&
    current.some(
      (now) => one.today.length === 1 && one.today[0] === now.unit && one.unit.name === now.unit.name,
    );
  return fitting.filter((one) => !livesOn(one));
}
