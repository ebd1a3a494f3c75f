// From units to places: intervals of one life, and namesakes that became one, are one place to whoever types the name.
import { fold } from '../../rules/kernel/index.ts';
import { livesOf } from './kin.ts';
import { bearSameName, nameKey } from './names.ts';
import type { Places, Unit } from './register.ts';

/** One place that was meant. */
export interface Meaning {
  /** The unit of that name; of several dissolved ones that became one, none: then the place is what they became. */
  readonly unit: Unit;
  /** What it is on the day: itself, its successor, or several. */
  readonly today: readonly Unit[];
  /** Dissolved namesakes that it stands for ("thị trấn Yên Viên" and "xã Yên Viên"); nobody has to tell them apart. */
  readonly twins: readonly Unit[];
}

/** The places that units mean on a day, each once; those in force first. */
export function meaningsOf(places: Places, units: readonly Unit[], day: string): Meaning[] {
  const lives = [...new Set(units.map((unit) => latestLife(places, unit, day)))];
  const all = lives.map((unit): Meaning => ({ unit, today: todayOf(places, unit, day), twins: [] }));
  return joinTwins(places, withoutFormerSelves(places, all, day), day).sort(
    (a, b) => rankOf(a, day) - rankOf(b, day),
  );
}

/** In force, known by what it became, no longer known. */
function rankOf({ unit, today }: Meaning, day: string): number {
  if (!isOver(unit, day)) return 0;
  return today.length > 0 ? 1 : 2;
}

export function isOver(unit: Unit, day: string): boolean {
  return unit.validTo !== null && unit.validTo <= day;
}

function todayOf(places: Places, unit: Unit, day: string): readonly Unit[] {
  return isOver(unit, day) ? places.successorsOf(unit, day).units : [unit];
}

/** A unit that only changed its type or its parent is told by its latest interval. */
function latestLife(places: Places, unit: Unit, day: string): Unit {
  return livesOf(places, unit).findLast((one) => one.validFrom <= day) ?? unit;
}

/** Phường Sa Pa of before 01/07/2025 became phường Sa Pa: one place. So is a name that another unit of the parent took over. */
function withoutFormerSelves(places: Places, all: readonly Meaning[], day: string): Meaning[] {
  return all.filter(({ unit, today }) => {
    const others = all.filter((other) => other.unit !== unit);
    const livesOn = others.some(
      (other) => today.length === 1 && today[0] === other.unit && isSpeltAlike(unit, other.unit),
    );
    const later = others.filter((other) => bearSameName(other.unit, unit));
    const wentOn = later.some(
      (other) =>
        tookOver(places, unit, other.unit, day) &&
        (today.length === 0 ||
          (today.length === 1 && other.today.length === 1 && other.today[0] === today[0])),
    );
    return !livesOn && !wentOn;
  });
}

/** M'Đrắk and M'Drắk. */
function isSpeltAlike(one: Unit, other: Unit): boolean {
  return one.kind === other.kind && fold(one.name) === fold(other.name);
}

/** In the same parent the name goes on, with another unit. */
function tookOver(places: Places, unit: Unit, other: Unit, day: string): boolean {
  if (other.kind !== unit.kind || unit.validTo === null) return false;
  const ends = other.validTo ?? day;
  const [parent, otherParent] = [unit, other].map((one) => places.lineOf(one)[1]?.name);
  return ends > unit.validTo && parent === otherParent;
}

function joinTwins(places: Places, all: readonly Meaning[], day: string): Meaning[] {
  const groups = Map.groupBy(all, ({ unit }) =>
    isOver(unit, day) && unit.kind === 'commune'
      ? `${nameKey(unit)} ${places.lineOf(unit)[1]?.code} ${unit.validTo}`
      : unit.code + unit.validFrom,
  );
  return [...groups.values()].map((group) => {
    const [first, ...rest] = group as [Meaning, ...Meaning[]];
    if (rest.length === 0) return first;
    const today = [...new Set(group.flatMap((one) => one.today))];
    return { unit: today.length === 1 ? today[0]! : first.unit, today, twins: group.map((one) => one.unit) };
  });
}
