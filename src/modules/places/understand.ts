// A typed place is understood or it is asked: it is a match only when one place bears the name and all the rest agrees with it.
import {
  asTyped,
  LONGEST_PLACE,
  type Piece,
  type PlaceReason,
  type PlaceWord,
  piecesOf,
  placeReason,
  placeWords,
} from '../../rules/places/index.ts';
import { isMarked } from '../../rules/terms/search-text.ts';
import { type Kin, kinOn } from './kin.ts';
import { isOver, type Meaning, meaningsOf } from './meanings.ts';
import { type Names, namesOf } from './names.ts';
import { bestOf, isOfSaidType, type Reading, readingsOf, type Slot, slotOf } from './readings.ts';
import type { Places } from './register.ts';
import { nameOfMeaning } from './say-unit.ts';

/** What a text may mean. */
export interface Understood {
  /** The one place it means; null when it must be asked. */
  readonly match: Meaning | null;
  /** All it may mean, the likeliest first; the match alone when there is one. */
  readonly meanings: readonly Meaning[];
  /** Hamlet, street and house number, as typed. */
  readonly detail: string;
  readonly why: PlaceReason;
}

/** Reads places as they are known on a day. */
export function placeReader(places: Places, today: Temporal.PlainDate): (text: string) => Understood {
  const day = today.toString();
  const names = namesOf(places);
  const kin = kinOn(places, day);
  return (text) => new Reader(places, names, kin, day, text.trim()).understood();
}

type Way = readonly Piece[];

class Reader {
  readonly places: Places;
  readonly names: Names;
  readonly kin: Kin;
  readonly day: string;
  readonly typed: string;
  readonly words: readonly PlaceWord[];
  readonly ways: readonly Way[];
  readonly unmarked: boolean;
  readonly slots = new Map<string, Slot>();

  constructor(places: Places, names: Names, kin: Kin, day: string, typed: string) {
    this.places = places;
    this.names = names;
    this.kin = kin;
    this.day = day;
    this.typed = typed;
    this.words = placeWords(typed);
    this.unmarked = !this.words.some(isMarked);
    this.ways = piecesOf(this.words, names.has);
  }

  understood(): Understood {
    if (this.typed.length > LONGEST_PLACE) return this.nothing(placeReason('place-too-long'));
    if (this.typed === '') return this.nothing(placeReason('place-empty'));
    return this.known() ?? this.nearly() ?? this.inPart() ?? this.nothing(this.unknown());
  }

  /** Every word is understood. */
  known(): Understood | undefined {
    const ways = this.ways.filter((way) => way.some(isName) && !way.some(isUnknown));
    const doubtful: Reading[] = [];
    for (const group of byDetails(ways)) {
      const readings = this.readGroup(group);
      if (readings.length === 0) continue;
      const way = group[0]!;
      const own = readings.every(({ slot }) => bearsNameOfItsOwn(slot.piece, group));
      const agreed = doubtful.every(({ unit }) => readings.some((one) => one.unit === unit));
      if (own && agreed) return this.answer(readings, way);
      doubtful.push(...readings);
      // "số 12 phố Huế, Hai Bà Trưng": the street, or a ward of that name? Both are offered.
      if (own) break;
    }
    return doubtful.length === 0 ? undefined : this.unsure(doubtful);
  }

  readGroup(group: readonly Way[]): Reading[] {
    for (const once of [false, true]) {
      const readings = group.flatMap((way) => this.read(once ? withoutTwice(way) : way));
      if (readings.length > 0) return bestOf(readings);
    }
    return [];
  }

  unsure(readings: readonly Reading[]): Understood {
    const why = placeReason('place-unsure', { typed: this.typed });
    return { match: null, meanings: this.meanings(readings), detail: '', why };
  }

  read(way: Way, slips: (piece: Piece) => number | undefined = () => undefined): Reading[] {
    const slots: Slot[] = [];
    for (const piece of way) {
      if (piece.is === 'detail') continue;
      const slot = this.slot(piece, slips(piece));
      if (slot.units.length === 0) return [];
      slots.push(slot);
    }
    return readingsOf(slots, this.kin);
  }

  slot(piece: Piece, slips: number | undefined): Slot {
    const key = `${piece.words.map((word) => word.key).join(' ')}|${piece.said?.types[0] ?? ''}|${slips}`;
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = slotOf(this.names, piece, { day: this.day, unmarked: this.unmarked, slips });
      this.slots.set(key, slot);
    }
    return { ...slot, piece };
  }

  answer(readings: readonly Reading[], way: Way): Understood {
    const meanings = this.meanings(readings);
    const detail = detailOf(way);
    const [first] = meanings;
    if (first === undefined) return this.nothing(this.unknown());
    const alone = meanings.length === 1;
    // A hamlet lies in a commune: "thôn Khánh Vân, Bắc Giang" is not told by its province.
    const sure =
      readings.every((one) => this.isSure(one, way)) && (detail === '' || first.unit.kind === 'commune');
    if (alone && sure)
      return {
        match: first,
        meanings,
        detail,
        why: placeReason('place-understood', { name: nameOfMeaning(this.places, first, this.day) }),
      };
    const why = alone
      ? placeReason('place-unsure', { typed: this.typed })
      : placeReason('place-several', { typed: this.typed });
    return { match: null, meanings, detail, why };
  }

  /**
   * The kind that was said must not be another one; a wrong type of the same kind is forgiven when something else agrees. A unit of
   * today with a province of before is meant only by its kind: "Phan Rang, Ninh Thuận" was a city.
   */
  isSure(reading: Reading, way: Way): boolean {
    const { unit, slot, around } = reading;
    if (slot.otherKind || (around && !isOver(unit, this.day) && !slot.piece.said)) return false;
    return isOfSaidType(reading) || way.filter(isName).length > 1;
  }

  /** A name is misspelt, or stands for a hamlet without saying so. */
  nearly(): Understood | undefined {
    const ways = leastUnknown(this.ways);
    const near = ways.flatMap((way) => {
      if (way.some(isUnknown)) return this.read(way, (piece) => (isUnknown(piece) ? MOST_SLIPS : undefined));
      const [first] = way.filter(isName);
      return this.read(way, (piece) => (piece === first ? 1 : undefined)).filter(
        ({ slot }) => slot.piece === first,
      );
    });
    const within = ways.flatMap((way) => this.readWithout(way));
    const spelt = near.sort((a, b) => a.off - b.off).slice(0, MOST_NEAR);
    const readings = [...spelt, ...within.map((one) => one.reading)];
    if (readings.length === 0) return undefined;
    const meanings = this.meanings(readings);
    const [hamlet] = within;
    const why =
      spelt.length === 0 && hamlet
        ? placeReason('place-within', { part: asTyped(hamlet.without) })
        : placeReason('place-near', { typed: this.typed });
    return {
      match: null,
      meanings,
      detail: hamlet && spelt.length === 0 ? asTyped(hamlet.without) : '',
      why,
    };
  }

  /** The commune that is named next, when what stands first is left out. */
  readWithout(way: Way): { reading: Reading; without: readonly PlaceWord[] }[] {
    const places = way.filter((piece) => piece.is !== 'detail');
    for (let left = 1; left < places.length && left <= MOST_LEFT_OUT; left++) {
      const out = places.slice(0, left);
      const rest = places.slice(left);
      const [next] = rest;
      if (out.some((piece) => piece.said) || rest.some(isUnknown) || !next) continue;
      if (rest.length === 1 && !next.said) continue;
      const best = bestOf(this.read(rest));
      const communes = best.filter(({ unit, slot }) => unit.kind === 'commune' && slot.piece === next);
      const without = out.flatMap((piece) => piece.words);
      if (communes.length > 0) return communes.map((reading) => ({ reading, without }));
    }
    return [];
  }

  /** Some of the names belong together, others do not. */
  inPart(): Understood | undefined {
    const ways = leastUnknown(this.ways);
    const known = ways.find((way) => !way.some(isUnknown) && way.some(isName));
    if (known) {
      const [first] = known.filter(isName);
      const elsewhere = first ? this.read([first]).filter(({ unit }) => unit.kind === 'commune') : [];
      const meanings = this.meanings(bestOf(elsewhere));
      return {
        match: null,
        meanings,
        detail: '',
        why: placeReason('place-disagrees', { typed: this.typed }),
      };
    }
    const [rest] = ways.flatMap((way) => this.readRest(way));
    if (rest === undefined) return undefined;
    const meanings = this.meanings(rest.readings);
    const name = nameOfMeaning(this.places, meanings[0]!, this.day);
    return {
      match: null,
      meanings,
      detail: '',
      why: placeReason('place-part-unknown', { part: rest.part, name }),
    };
  }

  /** Without what nobody knows. */
  readRest(way: Way): { readings: Reading[]; part: string }[] {
    const readings = this.read(way.filter((piece) => !isUnknown(piece)));
    const part = way
      .filter(isUnknown)
      .map((piece) => asTyped(piece.words))
      .join(', ');
    return way.some(isName) && readings.length > 0 ? [{ readings: bestOf(readings), part }] : [];
  }

  meanings(readings: readonly Reading[]): Meaning[] {
    return meaningsOf(this.places, [...new Set(readings.map((one) => one.unit))], this.day);
  }

  unknown(): PlaceReason {
    return placeReason('place-unknown', { typed: this.typed });
  }

  nothing(why: PlaceReason): Understood {
    return { match: null, meanings: [], detail: '', why };
  }
}

const MOST_TRIED = 12;
const MOST_NEAR = 8;
const MOST_SLIPS = 2;
const MOST_LEFT_OUT = 2;

function isName(piece: Piece): boolean {
  return piece.is === 'name';
}

function isUnknown(piece: Piece): boolean {
  return piece.is === 'unknown';
}

/** Said to be a unit, or at the beginning of its comma part; not at the end of a street's name. */
function bearsNameOfItsOwn(piece: Piece, group: readonly Way[]): boolean {
  if (piece.said || piece.words[0]?.gap === 'comma') return true;
  return group.every((way) => {
    const before = way[way.indexOf(piece) - 1];
    return before?.is !== 'detail';
  });
}

/** What has a name is not taken for a misspelling. */
function leastUnknown(ways: readonly Way[]): Way[] {
  const unknown = (way: Way) => way.filter(isUnknown).length;
  const least = Math.min(...ways.map(unknown));
  return ways.filter((way) => unknown(way) === least).slice(0, MOST_TRIED);
}

function detailOf(way: Way): string {
  return way
    .filter((piece) => piece.is === 'detail')
    .map((piece) => asTyped(piece.words))
    .join(', ');
}

/** The ways with as many words taken for a hamlet or a street, the fewest first. */
function byDetails(ways: readonly Way[]): Way[][] {
  const words = (way: Way) =>
    way.reduce((sum, piece) => sum + (piece.is === 'detail' ? piece.words.length : 0), 0);
  return [...Map.groupBy(ways, words)].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** "Hà Nội, Hà Nội": said twice, meant once. */
function withoutTwice(way: Way): Way {
  const seen = new Set<string>();
  return way.filter((piece) => {
    const key = `${piece.is} ${piece.words.map((word) => word.key).join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}
