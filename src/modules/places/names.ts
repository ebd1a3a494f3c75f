// The names of the register, found without marks and however they are spaced ("Sapa"), and those that are spelt nearly so.
import { FORMER_NAMES, type PlaceWord, placeWords, squeezed } from '../../rules/places/index.ts';
import type { Places, Unit } from './register.ts';

/** One spelling and every unit, of any time, that bears it. */
export interface NamedUnits {
  readonly words: readonly PlaceWord[];
  readonly units: readonly Unit[];
  /** A name of before the register that others bear by right: it counts only as what lies above. */
  readonly onlyAbove: boolean;
}

export interface Names {
  has(squeezedName: string): boolean;
  of(squeezedName: string): readonly NamedUnits[];
  /** Spellings that differ in one letter, or two in long names, from the nearest. */
  near(squeezedName: string, most: number): readonly { readonly named: NamedUnits; readonly slips: number }[];
}

const known = new WeakMap<Places, Names>();

/** The names of a register; made once. */
export function namesOf(places: Places): Names {
  let names = known.get(places);
  if (names === undefined) {
    names = makeNames(places);
    known.set(places, names);
  }
  return names;
}

const keys = new Map<string, string>();

/** Quy Nhơn and Qui Nhơn, Hòa and Hoà are spellings of one name. */
export function nameKey({ name }: Unit): string {
  return keyOf(name);
}

function keyOf(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = placeWords(name)
      .map((word) => word.key)
      .join(' ');
    keys.set(name, key);
  }
  return key;
}

export function bearSameName(one: Unit, other: Unit): boolean {
  return one.name === other.name || nameKey(one) === nameKey(other);
}

function makeNames(places: Places): Names {
  const byName = Map.groupBy(places.units, (unit) => unit.name);
  const bySqueezed = new Map<string, NamedUnits[]>();
  const add = (words: readonly PlaceWord[], units: readonly Unit[], onlyAbove: boolean) => {
    const key = squeezed(words);
    const list = bySqueezed.get(key);
    const entry = { words, units, onlyAbove };
    if (list) list.push(entry);
    else bySqueezed.set(key, [entry]);
  };
  for (const [name, units] of byName) add(placeWords(name), units, false);
  const byKey = Map.groupBy(places.units, nameKey);
  for (const { said, means, onlyAbove = false } of FORMER_NAMES) {
    const units = means.flatMap((name) =>
      (byKey.get(keyOf(name)) ?? []).filter((unit) => unit.kind !== 'commune'),
    );
    const provinces = units.filter((unit) => unit.kind === 'province');
    add(placeWords(said), provinces.length > 0 ? provinces : units, onlyAbove);
  }
  const byLength = Map.groupBy(bySqueezed.keys(), (key) => key.length);
  return {
    has: (key) => bySqueezed.has(key),
    of: (key) => bySqueezed.get(key) ?? [],
    near(key, limit) {
      const most = Math.min(limit, slipsAllowed(key.length));
      const found: { named: NamedUnits; slips: number }[] = [];
      for (let length = key.length - most; length <= key.length + most; length++) {
        for (const other of byLength.get(length) ?? []) {
          const slips = slipsBetween(key, other, most);
          if (slips <= most) for (const named of bySqueezed.get(other) ?? []) found.push({ named, slips });
        }
      }
      return found.sort((a, b) => a.slips - b.slips);
    },
  };
}

function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Letters left out, put in, changed or exchanged with their neighbour; more than `most` is as good as anything. */
function slipsBetween(a: string, b: string, most: number): number {
  const beyond = most + 1;
  let before: number[] = [];
  let row: number[] = [];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(beyond);
    next[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return beyond;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
