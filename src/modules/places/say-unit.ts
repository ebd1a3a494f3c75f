// How a unit is written on a day: today's name first and in full, the old one after it in brackets.
import { formatDate } from '../../rules/kernel/index.ts';
import type { Meaning } from './meanings.ts';
import { isOver } from './meanings.ts';
import { dayBefore, type Places, type Unit } from './register.ts';

/**
 * "Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)"; the plain path while it is
 * in force. A district that is no more is said by the province it lay in, a divided commune by all that it became.
 */
export function nameOn(places: Places, unit: Unit, day: string): string {
  const path = places.pathOf(unit, day);
  if (!isOver(unit, day)) return path;
  const now = nowOf(places, places.successorsOf(unit, day).units, unit, day);
  if (now === '') return `${path} (đến trước ${dayOf(unit)})`;
  if (lower(now) === lower(path)) return now;
  const part = unit.kind === 'district' ? 'phần ' : '';
  return `${now} (${part}trước ${dayOf(unit)} là ${lower(path)})`;
}

function dayOf(unit: Unit): string {
  return unit.validTo === null ? '' : formatDate(Temporal.PlainDate.from(unit.validTo));
}

function nowOf(places: Places, today: readonly Unit[], unit: Unit, day: string): string {
  if (unit.kind === 'district' && today[0]?.kind === 'commune') {
    const tops = new Set(today.map((one) => places.pathOf(places.lineOf(one, day).at(-1)!, day)));
    return oneOf([...tops]);
  }
  const above = new Set(today.map((one) => places.pathOf(one, day).slice(one.fullName.length)));
  if (above.size === 1) return `${oneOf(today.map((one) => one.fullName))}${[...above][0]}`;
  return oneOf(today.map((one) => places.pathOf(one, day)));
}

/** "Phường Ba Đình, phường Hồng Hà hoặc phường Ngọc Hà" */
function oneOf(names: readonly string[]): string {
  const said = names.map((name, at) => (at === 0 ? name : lower(name)));
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} hoặc ${said.at(-1)}`;
}

const MOST_SAID = 6;
const byName = new Intl.Collator('vi', { numeric: true });

/** A unit of the day with the old ones it was made of: "Phường Quy Nhơn, tỉnh Gia Lai (gồm phường Trần Phú, … của thành phố Quy Nhơn, tỉnh Bình Định cũ)". */
export function nameWithOld(
  places: Places,
  now: Unit,
  old: readonly Unit[],
  above: Unit | null,
  day: string,
): string {
  const said = old.slice(0, MOST_SAID).map((unit) => {
    const part = places.successorsOf(unit, day).units.length > 1 ? 'một phần ' : '';
    return part + lower(unit.fullName);
  });
  const list = said.join(', ') + (old.length > MOST_SAID ? '…' : '');
  const path =
    above === null
      ? ''
      : ` của ${lower(places.pathOf(above, above.validTo ? dayBefore(above.validTo) : day))} cũ`;
  return `${places.pathOf(now, day)} (gồm ${list}${path})`;
}

/** A unit of the day with those it was made of; the plain path of a province or district, and of a commune that only kept its name. */
export function nameWithFormer(places: Places, now: Unit, day: string): string {
  const made = now.kind === 'commune' ? places.predecessorsOf(now) : [];
  const old = made.toSorted((a, b) => byName.compare(a.name, b.name));
  const [first] = old;
  if (first === undefined || (old.length === 1 && lower(first.fullName) === lower(now.fullName)))
    return places.pathOf(now, day);
  const above = new Set(old.map((unit) => places.lineOf(unit)[1]));
  const [only] = above;
  return nameWithOld(places, now, old, above.size === 1 && only ? only : null, day);
}

/** A place that was understood, in full; of twins without the type that tells them apart. */
export function nameOfMeaning(places: Places, { unit, today, twins }: Meaning, day: string): string {
  const [twin] = twins;
  if (twin === undefined) return nameOn(places, unit, day);
  const now = today.length === 0 ? '' : nowOf(places, today, twin, day);
  const old = places
    .lineOf(twin)
    .map((one, at) => (at === 0 ? one.name : lower(one.fullName)))
    .join(', ');
  return now === '' ? `${old} (đến trước ${dayOf(twin)})` : `${now} (trước ${dayOf(twin)} là ${old})`;
}

/** "Huyện Hiệp Hòa" → "huyện Hiệp Hòa", as within an address. */
export function lower(path: string): string {
  return path.charAt(0).toLowerCase() + path.slice(1);
}
