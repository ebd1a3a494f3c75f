// The days that differ from the week: holidays, days in lieu, swapped days (Bộ luật Lao động 2019, Điều 111-112, and the yearly notice).
import { z } from 'zod';
import { compareRows, type DataKind, type Placed, rowsBy, shapes } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { type DayRow, daysInTable, removeDays, writeDays } from './store.ts';

const { aside, day, members, oneOf, text } = shapes;

const KINDS = ['holiday', 'make-up', 'swap-off', 'swap-work', 'none'] as const;
const asides = {
  weekday: aside,
  lunar: aside,
  confidence: aside,
  makesUpFor: aside,
  swappedWith: aside,
  note: aside,
};

export const DAY = members({
  date: day,
  /** `none`: the day is as its place in the week says after all; its row goes, and of the others it needs nothing. */
  kind: oneOf(KINDS),
  name: text,
  code: text,
  status: oneOf(['official', 'statutory', 'projected']),
  basis: text,
  ...asides,
});

const NONE = members({
  date: day,
  kind: z.literal('none'),
  name: aside,
  code: aside,
  status: aside,
  basis: aside,
  ...asides,
}).transform(({ date }): Row => ({ date, kind: 'none' }));

type Row = DayRow | { readonly date: string; readonly kind: 'none' };

const readDay = rowsBy(
  DAY.transform(
    ({ date, code, name, kind, status, basis }): Row => ({ date, code, name, kind, status, basis }),
  ),
);
const readNone = rowsBy(NONE);

function isNone(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'none';
}

export const days: DataKind<Row> = {
  section: 'days',
  called: 'ngày nghỉ, ngày làm bù',
  read: (json) => (isNone(json) ? readNone : readDay)(json),
  async load(tx: Tx, rows: readonly Placed<Row>[]) {
    const inTable = await daysInTable(tx);
    const known = new Map(inTable.map((row) => [row.date, row.name]));
    const isGone = (row: Row) => row.kind === 'none' && !known.has(row.date);
    const nameOf = (row: Row) => (row.kind === 'none' ? known.get(row.date) : row.name);
    const by = { keyOf: (row: Row) => row.date, say: (row: Row) => `${row.date} ${nameOf(row)}` };
    const { write, changes, unchanged } = compareRows<Row>(
      inTable,
      rows.filter(({ value }) => !isGone(value)),
      by,
    );
    await removeDays(
      tx,
      write.filter((row) => row.kind === 'none').map((row) => row.date),
    );
    await writeDays(
      tx,
      write.filter((row): row is DayRow => row.kind !== 'none'),
    );
    const ended = new Set(write.filter((row) => row.kind === 'none').map(by.say));
    return {
      changes: changes.map((change) =>
        ended.has(change.row) ? { ...change, what: 'ended' as const } : change,
      ),
      unchanged: unchanged + rows.filter(({ value }) => isGone(value)).length,
    };
  },
};
