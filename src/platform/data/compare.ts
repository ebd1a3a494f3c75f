// Holds the rows of a load against those in force: what is new, what changed, what ends, what is as it was.
import { isDeepStrictEqual } from 'node:util';
import type { Change, Loaded, Placed } from './kind.ts';

export interface Compared<Row> extends Loaded {
  /** Rows to write: new ones, and those that differ. */
  readonly write: readonly Row[];
}

interface By<Row> {
  keyOf(row: Row): string;
  /** The row in a few words. */
  say(row: Row): string;
}

/** Rows of files, each key once; the second of two is refused. */
export function onceEach<Row>(rows: readonly Placed<Row>[], keyOf: (row: Row) => string): Placed<Row>[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row.value);
    if (!seen.has(key)) return seen.add(key);
    row.refuse('đã có ở một dòng trước.');
    return false;
  });
}

/** Rows without dates, each by its key. */
export function compareRows<Row>(
  current: readonly Row[],
  wanted: readonly Placed<Row>[],
  { keyOf, say }: By<Row>,
): Compared<Row> {
  const known = new Map(current.map((row) => [keyOf(row), row]));
  const changes: Change[] = [];
  const write: Row[] = [];
  const rows = onceEach(wanted, keyOf);
  for (const { value } of rows) {
    const before = known.get(keyOf(value));
    if (before !== undefined && isDeepStrictEqual(before, value)) continue;
    write.push(value);
    changes.push({ what: before === undefined ? 'added' : 'changed', row: say(value) });
  }
  return { write, changes, unchanged: rows.length - write.length };
}

export interface Dated {
  /** ISO day, inclusive. */
  readonly from: string;
  /** ISO day, exclusive; null: until the next row of the same thing begins. */
  readonly to: string | null;
}

/**
 * Dated rows: `keyOf` says of what thing, `from` which row of it. One that begins while an earlier one holds ends that one;
 * one that reaches beyond the beginning of a later one by its own `to` is refused. Rows that are not named stay.
 */
export function compareDated<Row extends Dated>(
  current: readonly Row[],
  wanted: readonly Placed<Row>[],
  by: By<Row>,
): Compared<Row> {
  const known = Map.groupBy(current, by.keyOf);
  const changes: Change[] = [];
  const write: Row[] = [];
  let unchanged = 0;
  const rows = onceEach(wanted, (row) => `${by.keyOf(row)} ${row.from}`);
  for (const [key, group] of Map.groupBy(rows, ({ value }) => by.keyOf(value))) {
    const before = new Map((known.get(key) ?? []).map((row) => [row.from, row]));
    for (const { row, given } of timeline([...before.values()], group)) {
      const was = before.get(row.from);
      if (was !== undefined && isDeepStrictEqual(was, row)) {
        if (given) unchanged += 1;
        continue;
      }
      write.push(row);
      const what = was === undefined ? 'added' : isEnding(was, row) ? 'ended' : 'changed';
      changes.push({ what, row: `${by.say(row)} ${period(row)}` });
    }
  }
  return { write, changes, unchanged };
}

/** The rows of one thing in order, each ending where the next begins. */
function timeline<Row extends Dated>(before: readonly Row[], given: readonly Placed<Row>[]) {
  const byDay = new Map<string, { row: Row; given: Placed<Row> | null }>();
  for (const row of before) byDay.set(row.from, { row, given: null });
  for (const placed of given) {
    const { from, to } = placed.value;
    if (to !== null && to < from) placed.refuse(`phải từ ngày “from” (${from}) trở đi.`, 'to');
    byDay.set(from, { row: placed.value, given: placed });
  }
  const inOrder = [...byDay.values()].sort((a, b) => (a.row.from < b.row.from ? -1 : 1));
  // A row that ends on its first day is void: it was never in force.
  const inForce = inOrder.filter(({ row }) => row.to === null || row.to > row.from);
  inForce.forEach((each, at) => {
    const next = inForce[at + 1];
    if (!next || (each.row.to !== null && each.row.to <= next.row.from)) return;
    if (each.row.to !== null && each.given)
      each.given.refuse(`chồng lên dòng khác bắt đầu từ ${next.row.from}.`, 'to');
    each.row = { ...each.row, to: next.row.from };
  });
  return inOrder;
}

function isEnding<Row extends Dated>(was: Row, row: Row): boolean {
  const sooner = row.to !== null && (was.to === null || row.to < was.to);
  return sooner && isDeepStrictEqual({ ...was, to: null }, { ...row, to: null });
}

function period({ from, to }: Dated): string {
  return to === null ? `(từ ${from})` : `(từ ${from} đến hết ngày trước ${to})`;
}
