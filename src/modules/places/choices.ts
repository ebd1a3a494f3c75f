// What a person is offered: places they can live in, each label once, today's name first.

import { formatDate } from '../../rules/kernel/index.ts';
import { type PlaceReason, placeReason } from '../../rules/places/index.ts';
import { isOver, type Meaning } from './meanings.ts';
import { dayBefore, type Places, type Unit } from './register.ts';
import { nameOfMeaning, nameWithOld } from './say-unit.ts';
import type { Understood } from './understand.ts';

/** A unit on a day of its life, with the old and new names that are said of it. */
export interface PlaceChoice {
  readonly unit: Unit;
  readonly asOf: string;
  readonly label: string;
}

export interface Offered {
  /** Taken without asking. */
  readonly taken: PlaceChoice | null;
  readonly choices: readonly PlaceChoice[];
  readonly why: PlaceReason;
}

export interface OfferOptions {
  /** A district or a province is an answer too (quê quán); otherwise its communes are offered. */
  readonly wide: boolean;
}

const MOST = 30;
/** Among more places than these none is shown by its parts. */
const MOST_DIVIDED = 6;

/** What is taken or offered for a text that was understood. */
export function offer(places: Places, understood: Understood, day: string, { wide }: OfferOptions): Offered {
  const { match, meanings, why } = understood;
  const whole = (one: Meaning): PlaceChoice => {
    const { unit } = one;
    return { unit, asOf: places.dayWithin(unit, day), label: nameOfMeaning(places, one, day) };
  };
  const within = (one: Meaning): PlaceChoice[] => {
    if (one.twins.length > 0)
      return one.today.length === 1 ? [whole(one)] : partsOf(places, one, one.twins, day);
    if (one.unit.kind === 'commune')
      return one.today.length > 1 && meanings.length <= MOST_DIVIDED
        ? [...partsOf(places, one, [one.unit], day), whole(one)]
        : [whole(one)];
    return wide ? [whole(one)] : one.unit.kind === 'district' ? communesOf(places, one.unit, day) : [];
  };
  if (match && (wide ? match.twins.length === 0 || match.today.length === 1 : isOnePlace(match)))
    return { taken: whole(match), choices: [], why };
  const choices = eachOnce(meanings.flatMap(within));
  return {
    taken: null,
    choices: choices.slice(0, MOST),
    why: match ? whyNot(places, match, day) : whyFor(places, understood, choices, day),
  };
}

/** A commune that is one unit on the day. */
export function isOnePlace({ unit, today }: Meaning): boolean {
  return unit.kind === 'commune' && today.length <= 1;
}

/** Why an understood place is not enough where a commune is asked for. */
function whyNot(places: Places, match: Meaning, day: string): PlaceReason {
  const { unit, today } = match;
  if (unit.kind === 'commune')
    return placeReason('place-divided', { name: places.pathOf(unit, day), count: today.length });
  const name = places.pathOf(unit, day);
  if (unit.kind === 'district')
    return isOver(unit, day)
      ? placeReason('place-district-former', {
          name,
          day: formatDate(Temporal.PlainDate.from(unit.validTo!)),
        })
      : placeReason('place-district', { name });
  return placeReason('place-province', {
    name: nameOfMeaning(places, match, day),
    example: exampleIn(places, today, day),
  });
}

/** Several were meant; where none of them holds a commune to choose, the name of one is asked for. */
function whyFor(
  places: Places,
  { meanings, why }: Understood,
  choices: readonly PlaceChoice[],
  day: string,
): PlaceReason {
  const [first] = meanings;
  if (choices.length > 0 || first?.unit.kind !== 'province' || why.code === 'place-part-unknown') return why;
  return whyNot(places, first, day);
}

function exampleIn(places: Places, today: readonly Unit[], day: string): string {
  const [province] = today;
  let unit = province && places.childrenOf(province.code, day)[0];
  if (unit?.kind === 'district') unit = places.childrenOf(unit.code, day)[0];
  return province ? `${unit?.name}, ${province.name}` : '';
}

function partsOf(places: Places, { today }: Meaning, old: readonly Unit[], day: string): PlaceChoice[] {
  const above = places.lineOf(old[0]!)[1] ?? null;
  return today.map((unit) => {
    const from = old.filter((one) => places.successorsOf(one, day).units.includes(unit));
    return { unit, asOf: day, label: nameWithOld(places, unit, from, above, day) };
  });
}

/** The communes of a district: of the day while it is in force; afterwards those that its own became, with the old names. */
export function communesOf(places: Places, district: Unit, day: string): PlaceChoice[] {
  if (!isOver(district, day)) {
    return places
      .childrenOf(district.code, day)
      .map((unit) => ({ unit, asOf: day, label: places.pathOf(unit, day) }));
  }
  const became = new Map<Unit, Unit[]>();
  for (const old of places.childrenOf(district.code, dayBefore(district.validTo!))) {
    for (const unit of places.successorsOf(old, day).units) {
      became.set(unit, [...(became.get(unit) ?? []), old]);
    }
  }
  return [...became]
    .map(([unit, old]) => ({ unit, asOf: day, label: nameWithOld(places, unit, old, district, day) }))
    .sort((a, b) => byName.compare(a.unit.name, b.unit.name));
}

const byName = new Intl.Collator('vi', { numeric: true });

/** Two radios never bear one label, nor one unit. */
function eachOnce(choices: readonly PlaceChoice[]): PlaceChoice[] {
  const seen = new Set<string>();
  return choices.filter(({ unit, asOf, label }) => {
    const keys = [label, `${unit.code}@${asOf}`];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}
