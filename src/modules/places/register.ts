// The register of administrative units in memory: who is whose child, what became of whom, on which day.
import { validOn } from '../../rules/kernel/index.ts';

export type UnitKind = 'province' | 'district' | 'commune';

/** A unit during one interval of its life; another name, type or parent is another interval. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  /** "Xã Lương Phong" */
  readonly fullName: string;
  readonly kind: UnitKind;
  /** "xã", "thị trấn", "tỉnh" … */
  readonly type: string;
  readonly parentCode: string | null;
  /** ISO day, inclusive. */
  readonly validFrom: string;
  /** ISO day, exclusive; null = in force. */
  readonly validTo: string | null;
  readonly regime: 'three-tier' | 'two-tier';
}

export interface Succession {
  readonly oldCode: string;
  readonly newCode: string;
  readonly effective: string;
  /** The old unit went to more than one new unit. */
  readonly partial: boolean;
  /** "1658/NQ-UBTVQH15" */
  readonly basis: string;
}

/** What a unit has become. */
export interface Successors {
  readonly units: readonly Unit[];
  /** An address in the old unit cannot be converted without its hamlet or street. */
  readonly partial: boolean;
  /** The resolutions on the way; empty for a mere change of name. */
  readonly basis: readonly string[];
}

export interface Places {
  readonly units: readonly Unit[];
  /** The unit that a code means on a day. */
  unitAt(code: string, date: Temporal.PlainDate | string): Unit | undefined;
  /** Direct children on a day, by name; the provinces when the code is null. */
  childrenOf(code: string | null, date: Temporal.PlainDate | string): readonly Unit[];
  /** The unit and those above it on a day of its life, from the smallest. */
  lineOf(unit: Unit, date?: Temporal.PlainDate | string): readonly Unit[];
  /** "Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang" */
  pathOf(unit: Unit, date?: Temporal.PlainDate | string): string;
  /** What a unit is on a day: itself while in force, else those that took its place, over all changes between. */
  successorsOf(unit: Unit, date: Temporal.PlainDate | string): Successors;
  /** Everything a code has meant, in order of time. */
  intervalsOf(code: string): readonly Unit[];
  /** The units whose place it took when its interval began; its former self after a mere change of name, type or parent. */
  predecessorsOf(unit: Unit): readonly Unit[];
  /** A day on which the interval is in force: the day asked for, or the last one before its end. */
  dayWithin(unit: Unit, date: Temporal.PlainDate | string): string;
}

const MAX_STEPS = 8;
const byName = new Intl.Collator('vi', { numeric: true });

/** Builds the register. @param units intervals that do not overlap within a code */
export function placesOf(units: readonly Unit[], successions: readonly Succession[]): Places {
  const byCode = Map.groupBy(units, (unit) => unit.code);
  const byParent = Map.groupBy(units, (unit) => unit.parentCode);
  const from = Map.groupBy(successions, (succession) => succession.oldCode);
  const into = Map.groupBy(successions, (succession) => succession.newCode);

  const unitAt: Places['unitAt'] = (code, date) => byCode.get(code)?.find((unit) => validOn(unit, iso(date)));
  const childrenOf: Places['childrenOf'] = (code, date) =>
    (byParent.get(code) ?? [])
      .filter((unit) => validOn(unit, iso(date)))
      .sort((a, b) => byName.compare(a.name, b.name) || (a.code < b.code ? -1 : 1));
  const dayWithin: Places['dayWithin'] = (unit, date) => {
    const day = iso(date);
    if (day < unit.validFrom) return unit.validFrom;
    return unit.validTo !== null && day >= unit.validTo ? dayBefore(unit.validTo) : day;
  };
  const lineOf: Places['lineOf'] = (unit, date) => {
    const day = dayWithin(unit, date ?? unit.validTo ?? '9999-12-31');
    const line = [unit];
    for (let parent = unit.parentCode; parent !== null && line.length < 4; ) {
      const above = unitAt(parent, day);
      if (above === undefined) break;
      line.push(above);
      parent = above.parentCode;
    }
    return line;
  };
  const pathOf: Places['pathOf'] = (unit, date) =>
    lineOf(unit, date)
      .map((one, at) => (at === 0 ? one.fullName : lowerType(one)))
      .join(', ');

  const step = (unit: Unit, end: string): { next: Unit[]; partial: boolean; basis: string[] } => {
    const pairs = (from.get(unit.code) ?? []).filter((pair) => pair.effective === end);
    if (pairs.length > 0) {
      const next = pairs.flatMap((pair) => unitAt(pair.newCode, end) ?? []);
      return { next, partial: pairs.some((pair) => pair.partial), basis: pairs.map((pair) => pair.basis) };
    }
    const same = unitAt(unit.code, end);
    if (same?.kind === unit.kind) return { next: [same], partial: false, basis: [] };
    return unit.kind === 'district' ? byChildren(unit, end) : { next: [], partial: false, basis: [] };
  };
  // A district has no successor of its own: it went where its communes went.
  const byChildren = (unit: Unit, end: string) => {
    const steps = childrenOf(unit.code, dayBefore(end)).map((child) => step(child, end));
    const next = [...new Set(steps.flatMap((one) => one.next))];
    return { next, partial: next.length > 1, basis: steps.flatMap((one) => one.basis) };
  };

  const successorsOf: Places['successorsOf'] = (unit, date) => {
    const day = iso(date);
    let current = [unit];
    let partial = false;
    const basis = new Set<string>();
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      if (current.every((one) => one.validTo === null || one.validTo > day)) break;
      const next = new Set<Unit>();
      for (const one of current) {
        if (one.validTo === null || one.validTo > day) {
          next.add(one);
          continue;
        }
        const taken = step(one, one.validTo);
        partial ||= taken.partial;
        for (const name of taken.basis) if (/\d/u.test(name)) basis.add(name);
        for (const successor of taken.next) next.add(successor);
      }
      current = [...next];
    }
    return { units: current.filter((one) => validOn(one, day)), partial, basis: [...basis] };
  };

  const predecessorsOf: Places['predecessorsOf'] = (unit) => {
    const last = dayBefore(unit.validFrom);
    const pairs = (into.get(unit.code) ?? []).filter((pair) => pair.effective === unit.validFrom);
    if (pairs.length > 0) return pairs.flatMap((pair) => unitAt(pair.oldCode, last) ?? []);
    const same = unitAt(unit.code, last);
    return same?.kind === unit.kind ? [same] : [];
  };
  const intervalsOf: Places['intervalsOf'] = (code) => byCode.get(code) ?? [];

  return {
    units,
    unitAt,
    childrenOf,
    lineOf,
    pathOf,
    successorsOf,
    predecessorsOf,
    intervalsOf,
    dayWithin,
  };
}

function iso(date: Temporal.PlainDate | string): string {
  return typeof date === 'string' ? date : date.toString();
}

const before = new Map<string, string>();

/** The day before, both as ISO texts. */
export function dayBefore(day: string): string {
  let known = before.get(day);
  if (known === undefined) {
    known = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
    before.set(day, known);
  }
  return known;
}

/** "Huyện Hiệp Hòa" → "huyện Hiệp Hòa", as within an address. */
function lowerType(unit: Unit): string {
  return unit.fullName.charAt(0).toLowerCase() + unit.fullName.slice(1);
}
