// Rows that come and go without JavaScript: a button posts what to do, and every other row stays what it was.
import { type Answers, box, isRows, type Posted, type Row, type Rows } from './answers.ts';
import type { RepeatField } from './definition.ts';

/** Most rows that are read from one post, whatever the form allows; more is no form of ours. */
const MOST_ROWS = 200;
const ROW_ID = /^[a-z0-9]{1,8}$/u;

export interface RowAct {
  readonly act: 'add' | 'remove';
  readonly repeat: string;
  readonly rowId?: string;
}

/** The name of the buttons that add and remove rows. */
export const ROW_BUTTON = 'do';

/** What the pressed button asks (`do=add:docs`, `do=remove:docs:r2`); undefined for "continue". */
export function readRowAct(posted: Posted): RowAct | undefined {
  const [act, repeat, rowId] = box(posted, ROW_BUTTON).split(':');
  if ((act !== 'add' && act !== 'remove') || !repeat) return undefined;
  return rowId === undefined ? { act, repeat } : { act, repeat, rowId };
}

/** The answers with one more row (at most `max` of the field), which starts as `first`. */
export function addRow(answers: Answers, field: RepeatField, first: Answers): Answers {
  const { next, rows } = repeatOf(answers, field.key);
  if (rows.length >= field.max) return answers;
  return { ...answers, [field.key]: { next: next + 1, rows: [...rows, { id: `r${next}`, answers: first }] } };
}

/** The answers without that row; the others keep their ids, order and answers. */
export function removeRow(answers: Answers, key: string, rowId: string): Answers {
  const { next, rows } = repeatOf(answers, key);
  return { ...answers, [key]: { next, rows: rows.filter((row) => row.id !== rowId) } };
}

/** Ids of the rows as posted (`docs.rows=r1,r2`), else those found in the names of the boxes; undefined if none. */
export function postedRowIds(posted: Posted, key: string): readonly string[] | undefined {
  const listed = box(posted, `${key}.rows`);
  const ids = Object.hasOwn(posted, `${key}.rows`) ? listed.split(',') : namesToIds(posted, key);
  if (!ids) return undefined;
  return [...new Set(ids.filter((id) => ROW_ID.test(id)))].slice(0, MOST_ROWS);
}

/** The number of the next new row: as posted, but never one that a present row already has. */
export function nextRowNumber(posted: Posted, key: string, ids: readonly string[]): number {
  const asked = Number(box(posted, `${key}.next`));
  const used = ids.map((id) => Number(/^r?(\d+)$/u.exec(id)?.[1] ?? 0) + 1);
  return Math.max(1, Number.isSafeInteger(asked) && asked < 1e6 ? asked : 1, ...used);
}

function namesToIds(posted: Posted, key: string): string[] | undefined {
  const prefix = `${key}[`;
  const ids = Object.keys(posted)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length, name.indexOf(']')));
  return ids.length > 0 ? ids : undefined;
}

function repeatOf(answers: Answers, key: string): Rows {
  const value = answers[key];
  return isRows(value) ? value : { next: 1, rows: [] as Row[] };
}
