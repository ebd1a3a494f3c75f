// What lies above a unit: of some date of its own life, and of the life of those that came before and after it.
import { bearSameName } from './names.ts';
import type { Places, Unit } from './register.ts';

export interface Kin {
  /** The units it lay in on some day. */
  above(unit: Unit): ReadonlySet<Unit>;
  /** And what it became, what those lie in, and what its predecessors lay in: people write an old commune with a new province. */
  around(unit: Unit): ReadonlySet<Unit>;
}

/** Kinship as seen on a day; each unit's is worked out once. */
export function kinOn(places: Places, day: string): Kin {
  const above = kept((unit: Unit) => {
    const found = new Set<Unit>();
    for (const life of livesOf(places, unit)) climb(places, life, life.validFrom, life.validTo, found);
    return found;
  });
  const around = kept((unit: Unit) => {
    const own = above(unit);
    const found = new Set(own);
    const add = (units: Iterable<Unit>) => {
      for (const one of units) found.add(one);
    };
    for (const later of places.successorsOf(unit, day).units) {
      if (later !== unit) found.add(later);
      add(above(later));
    }
    for (const earlier of ancestorsInTime(places, unit)) add(above(earlier));
    for (const one of own) if (one.kind === 'province') add(places.successorsOf(one, day).units);
    found.delete(unit);
    return found;
  });
  return { above, around };
}

function kept<T>(make: (unit: Unit) => T): (unit: Unit) => T {
  const known = new Map<Unit, T>();
  return (unit) => {
    let found = known.get(unit);
    if (found === undefined) {
      found = make(unit);
      known.set(unit, found);
    }
    return found;
  };
}

/** All intervals in which a code meant this name: only type or parent changed between them. */
export function livesOf(places: Places, unit: Unit): readonly Unit[] {
  return places
    .intervalsOf(unit.code)
    .filter((other) => other.kind === unit.kind && bearSameName(other, unit));
}

function climb(places: Places, unit: Unit, from: string, to: string | null, found: Set<Unit>): void {
  if (unit.parentCode === null) return;
  for (const parent of places.intervalsOf(unit.parentCode)) {
    const begins = parent.validFrom > from ? parent.validFrom : from;
    const ends = parent.validTo !== null && (to === null || parent.validTo < to) ? parent.validTo : to;
    if (ends !== null && begins >= ends) continue;
    found.add(parent);
    climb(places, parent, begins, ends, found);
  }
}

const MOST_STEPS = 6;

function ancestorsInTime(places: Places, unit: Unit): ReadonlySet<Unit> {
  const found = new Set<Unit>();
  let steps: readonly Unit[] = [unit];
  for (let step = 0; step < MOST_STEPS && steps.length > 0; step++) {
    steps = steps.flatMap((one) => places.predecessorsOf(one)).filter((one) => !found.has(one));
    for (const one of steps) found.add(one);
  }
  return found;
}
