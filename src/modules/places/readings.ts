// Which units a cut of the typed words may mean: one name is the place, and each other must be borne by something above it.
import { type Fit, fitOf, type Piece, squeezed } from '../../rules/places/index.ts';
import type { Kin } from './kin.ts';
import { bearSameName, type NamedUnits, type Names } from './names.ts';
import type { Unit } from './register.ts';

/** A name that was typed, with the units it may mean. */
export interface Slot {
  readonly piece: Piece;
  readonly key: string;
  readonly units: readonly Candidate[];
  /** No unit of the kind that was said ("phường") bears it: the kind is left out of account. */
  readonly otherKind: boolean;
}

interface Candidate {
  readonly unit: Unit;
  /** 0: to the mark; 1: marks left out; more: letters or marks differ. */
  readonly off: number;
  readonly onlyAbove: boolean;
}

export interface Reading {
  readonly unit: Unit;
  readonly slot: Slot;
  /** The others agree only with what it became or came from. */
  readonly around: boolean;
  /** How far the spelling is off, over all names. */
  readonly off: number;
}

const MARKS_OFF: Readonly<Record<Fit, number>> = { exact: 0, bare: 1, otherMarks: 2 };
/** Of a text without any marks: "Sa Pa" may be Sa Pả as well. */
const UNMARKED_OFF: Readonly<Record<Fit, number>> = { exact: 0, bare: 0, otherMarks: 2 };
const A_SLIP = 3;
const NEARLY = 2;

export interface Reach {
  /** Units that came later are not known yet. */
  readonly day: string;
  /** The whole text was typed without marks. */
  readonly unmarked: boolean;
  /** How many letters may differ; without it marks must not contradict. */
  readonly slips?: number | undefined;
}

/** The candidates of a name. */
export function slotOf(names: Names, piece: Piece, reach: Reach): Slot {
  const { slips } = reach;
  const key = squeezed(piece.words);
  const all = names.of(key).flatMap((named) => candidates(named, piece, 0, reach));
  const near =
    slips === undefined
      ? all.filter(({ off }) => off < NEARLY)
      : names.near(key, slips).flatMap((one) => candidates(one.named, piece, one.slips, reach));
  const { said } = piece;
  const ofKind = said ? near.filter(({ unit }) => said.levels.includes(unit.kind)) : near;
  const otherKind = ofKind.length === 0 && near.length > 0;
  return { piece, key, units: otherKind ? near : ofKind, otherKind };
}

function candidates(
  named: NamedUnits,
  { words }: Piece,
  slips: number,
  { day, unmarked }: Reach,
): Candidate[] {
  const marks = unmarked ? UNMARKED_OFF : MARKS_OFF;
  const off = slips > 0 ? A_SLIP * slips : marks[fitOf(words, named.words)];
  const { onlyAbove } = named;
  return named.units.flatMap((unit) => (unit.validFrom <= day ? [{ unit, off, onlyAbove }] : []));
}

/** Every unit that one of the names may mean while all others lie above it; each name stands for a unit of its own. */
export function readingsOf(slots: readonly Slot[], kin: Kin): Reading[] {
  return slots.flatMap((slot, at) => {
    const others = slots.filter((_, other) => other !== at);
    return slot.units.flatMap(({ unit, off, onlyAbove }): Reading[] => {
      if (onlyAbove) return [];
      const above = offAbove(others, kin.above(unit), unit);
      if (above !== null) return [{ unit, slot, around: false, off: off + above }];
      const around = offAbove(others, kin.around(unit), unit);
      return around === null ? [] : [{ unit, slot, around: true, off: off + around }];
    });
  });
}

/** How far off the others are at best; null when one of them lies elsewhere. */
function offAbove(slots: readonly Slot[], kin: ReadonlySet<Unit>, ...taken: Unit[]): number | null {
  const [slot, ...rest] = slots;
  if (slot === undefined) return 0;
  const fitting = slot.units
    .filter(({ unit }) => kin.has(unit) && !taken.some((one) => isTwice(one, unit)))
    .sort((a, b) => a.off - b.off);
  for (const { unit, off } of fitting) {
    const others = offAbove(rest, kin, ...taken, unit);
    if (others !== null) return off + others;
  }
  return null;
}

function isTwice(one: Unit, other: Unit): boolean {
  return one.kind === other.kind && bearSameName(one, other);
}

/** The readings that stand when all are looked at: those of its own life before others, then the best spelt, then the said type. */
export function bestOf(readings: readonly Reading[]): Reading[] {
  const own = readings.filter((one) => !one.around);
  const kept = own.length > 0 ? own : readings;
  const least = Math.min(...kept.map((one) => one.off));
  const spelt = kept.filter((one) => one.off === least);
  const typed = spelt.filter(isOfSaidType);
  return typed.length > 0 ? typed : spelt;
}

/** "huyện" was said and it is a huyện; or nothing was said. */
export function isOfSaidType({ unit, slot }: Reading): boolean {
  return slot.piece.said?.types.includes(unit.type) ?? true;
}
