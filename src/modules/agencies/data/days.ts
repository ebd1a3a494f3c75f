// The days that differ from the week: holidays, days in lieu, swapped days (Bộ luật Lao động 2019, Điều 111-112, and the yearly notice).
import { compareRows, type DataKind, type Placed, rowsBy, shapes } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { type DayRow, daysInTable, removeDays, writeDays } from './store.ts';

const { aside, day, members, oneOf, text } = shapes;

const ROW = members({
  date: day,
  code: text,
  name: text,
  /** `none`: the day is as its place in the week says after all; its row goes. */
  kind: oneOf(['holiday', 'make-up', 'swap-off', 'swap-work', 'none']),
  status: oneOf(['official', 'statutory', 'projected']),
  basis: text,
  weekday: aside,
  lunar: aside,
  confidence: aside,
  makesUpFor: aside,
  swappedWith: aside,
  note: aside,
}).transform(({ date, code, name, kind, status, basis }) => ({ date, code, name, kind, status, basis }));

type Row = DayRow | (Omit<DayRow, 'kind'> & { readonly kind: 'none' });

export const days: DataKind<Row> = {
  section: 'days',
  called: 'ngày nghỉ, ngày làm bù',
  read: rowsBy(ROW),
  async load(tx: Tx, rows: readonly Placed<Row>[]) {
    const inTable = await daysInTable(tx);
    const known = new Set(inTable.map((row) => row.date));
    const isGone = (row: Row) => row.kind === 'none' && !known.has(row.date);
    const by = { keyOf: (row: Row) => row.date, say: (row: Row) => `${row.date} ${row.name}` };
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
