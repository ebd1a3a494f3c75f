// Finding a place by the name people still use, and telling them what it is called now.
import { formatDate } from '../../rules/kernel/index.ts';
import {
  buildIndex,
  PLACE_SYNONYMS,
  type SearchDoc,
  type SearchIndex,
  search,
} from '../../rules/terms/search.ts';
import type { Places, Unit, UnitKind } from './register.ts';

export interface FoundUnit {
  readonly unit: Unit;
  /** A day on which the code means this unit. */
  readonly asOf: string;
  /** "Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang" */
  readonly path: string;
  /** No longer in force on the day asked for. */
  readonly old: boolean;
  /** What it is on the day asked for: itself, its successor, or several to choose from. */
  readonly today: readonly Unit[];
  /** Divided among several: the hamlet or street decides. */
  readonly partial: boolean;
  readonly basis: readonly string[];
  /** One sentence for the person. */
  readonly sentence: string;
  readonly why: string;
  readonly score: number;
}

export interface FindOptions {
  readonly limit?: number;
  /** Communes only, when absent. */
  readonly kinds?: readonly UnitKind[];
  /** Only units that lie in it on the day asked for (a province's code, with their old names). */
  readonly within?: string;
}

interface PlaceDoc extends SearchDoc {
  readonly unit: Unit;
}

const indexes = new WeakMap<Places, SearchIndex<PlaceDoc>>();

function indexOf(places: Places): SearchIndex<PlaceDoc> {
  let index = indexes.get(places);
  if (index === undefined) {
    index = buildIndex(
      places.units.map((unit) => docOf(places, unit)),
      PLACE_SYNONYMS,
    );
    indexes.set(places, index);
  }
  return index;
}

function docOf(places: Places, unit: Unit): PlaceDoc {
  const above = [...places.lineOf(unit, unit.validFrom), ...places.lineOf(unit)].filter(
    (one) => one.code !== unit.code,
  );
  return {
    id: `${unit.code}@${unit.validFrom}`,
    name: unit.name,
    keywords: [unit.type, ...new Set(above.map((one) => one.fullName))],
    codes: [],
    popularity: unit.validTo === null ? 1 : unit.validTo >= '2025-07-01' ? 0.5 : 0,
    unit,
  };
}

/** Builds the index now, so that the first question does not wait for it. */
export function warmUp(places: Places): void {
  indexOf(places);
}

/**
 * Units by name, old and new, best first; a place whose name and unit did not change is listed once.
 * @param date units that came later are not known yet on that day
 */
export function findUnits(
  places: Places,
  q: string,
  date: Temporal.PlainDate,
  options: FindOptions = {},
): FoundUnit[] {
  const { limit = 10, kinds = ['commune'], within } = options;
  const day = date.toString();
  const hits = search(indexOf(places), q, {
    limit: limit * 6,
    filter: ({ unit }) => kinds.includes(unit.kind) && unit.validFrom <= day,
  });
  const found = hits.map(({ doc, why, score }) => foundUnit(places, doc.unit, day, why, score));
  const inside =
    within === undefined
      ? found
      : found.filter((one) => one.today.some((unit) => liesIn(places, unit, within, day)));
  return withoutEchoes(places, inside).slice(0, limit);
}

function liesIn(places: Places, unit: Unit, code: string, day: string): boolean {
  return places.lineOf(unit, day).some((one) => one.code === code);
}

function foundUnit(places: Places, unit: Unit, day: string, why: string, score: number): FoundUnit {
  const old = unit.validTo !== null && unit.validTo <= day;
  const {
    units: today,
    partial,
    basis,
  } = old ? places.successorsOf(unit, day) : { units: [unit], partial: false, basis: [] };
  const path = places.pathOf(unit, day);
  const sentence = old ? sentenceOf(places, unit, path, today, basis, day) : path;
  return { unit, asOf: places.dayWithin(unit, day), path, old, today, partial, basis, sentence, why, score };
}

function sentenceOf(
  places: Places,
  unit: Unit,
  path: string,
  today: readonly Unit[],
  basis: readonly string[],
  day: string,
): string {
  const law = basis.length > 0 ? `, theo Nghị quyết ${basis.join(' và ')}` : '';
  const names = today.map((one) => lower(places.pathOf(one, day)));
  if (names.length === 0) {
    const until =
      unit.validTo === null ? '' : `, đến trước ngày ${formatDate(Temporal.PlainDate.from(unit.validTo))}`;
    return `${path} (cũ${until})`;
  }
  if (names.length === 1) return `${path} (cũ) – nay là ${names[0]}${law}`;
  if (unit.kind === 'district')
    return `${path} (cũ) – nay gồm ${names.length} xã, phường${law}. Bạn hãy chọn theo xã cũ của mình.`;
  return `${path} (cũ) – nay được chia về ${names.join('; hoặc ')}${law}. Bạn hãy chọn theo thôn, xóm, phố của mình.`;
}

function lower(path: string): string {
  return path.charAt(0).toLowerCase() + path.slice(1);
}

/** Drops earlier intervals that say nothing new: same name, and become a unit that is listed already. */
function withoutEchoes(places: Places, found: readonly FoundUnit[]): FoundUnit[] {
  const current = new Set(found.filter((one) => !one.old).map((one) => one.unit));
  const seen = new Set<string>();
  return found.filter((one) => {
    const [only] = one.today;
    const becameListed = one.old && one.today.length === 1 && only !== undefined && current.has(only);
    if (becameListed && only.fullName === one.unit.fullName && sameTop(places, one, only)) return false;
    const key = `${one.unit.code} ${one.unit.fullName} ${one.old ? only?.code : ''} ${one.path}`;
    return !seen.has(key) && seen.add(key);
  });
}

function sameTop(places: Places, one: FoundUnit, now: Unit): boolean {
  return places.lineOf(one.unit).at(-1)?.name === places.lineOf(now).at(-1)?.name;
}
