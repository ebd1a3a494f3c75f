// From a posted page to answers, and from answers back to the boxes of a page; what was typed wrongly is kept as typed.
import {
  type Answers,
  box,
  boxName,
  isRows,
  isUnfinished,
  type Posted,
  type Row,
  rowName,
  type Value,
} from './answers.ts';
import { check, type FormError } from './check.ts';
import { type CompiledForm, type CompiledPage, compile, type InputItem, type RepeatItem } from './compile.ts';
import type { View } from './condition.ts';
import { type FormContext, type Run, runOf } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { startOfRow } from './prefill.ts';
import { addRow, nextRowNumber, postedRowIds, type RowAct, readRowAct, removeRow } from './rows.ts';
import { walk } from './walk.ts';

export interface PageRead {
  /** All answers of the form with this page's replaced. */
  readonly answers: Answers;
  /** Errors of this page; empty when a row button was pressed, for then nobody asked to go on. */
  readonly errors: readonly FormError[];
  /** Which row button was pressed, if one was. */
  readonly rowAct?: RowAct;
}

/**
 * Reads one posted page over the answers given before.
 * @throws Error when the definition has no such page
 */
export function readPage(
  definition: FormDefinition,
  pageId: string,
  posted: Posted,
  before: Answers,
  ctx: FormContext,
): PageRead {
  const form = compile(definition);
  const run = runOf(ctx);
  const answers = readBoxes(form, pageOf(form, pageId), posted, before, run);
  const rowAct = readRowAct(posted);
  if (rowAct) return { answers: applyRowAct(form, pageId, answers, rowAct), errors: [], rowAct };
  return { answers, errors: check(form, answers, run, pageId) };
}

/** The boxes of one page with their texts, named as they are posted: reading them gives the same answers again. */
export function pageBoxes(
  definition: FormDefinition,
  pageId: string,
  answers: Answers,
): Readonly<Record<string, string>> {
  const boxes: Record<string, string> = {};
  for (const item of pageOf(compile(definition), pageId).items) {
    const value = answers[item.field.key];
    if (value === undefined) continue;
    if (item.is === 'input') Object.assign(boxes, boxesOf(item, item.field.key, value));
    if (item.is === 'repeat' && isRows(value)) {
      boxes[`${item.field.key}.rows`] = value.rows.map((row) => row.id).join(',');
      boxes[`${item.field.key}.next`] = String(value.next);
      for (const row of value.rows) Object.assign(boxes, rowBoxes(item, row));
    }
  }
  return boxes;
}

export function pageOf(form: CompiledForm, pageId: string): CompiledPage {
  const page = form.pages.find((each) => each.page.id === pageId);
  if (!page) throw new Error(`form ${form.definition.code} has no page ${pageId}`);
  return page;
}

function readBoxes(
  form: CompiledForm,
  page: CompiledPage,
  posted: Posted,
  before: Answers,
  run: Run,
): Answers {
  let answers: Record<string, Value> = { ...before };
  for (const item of page.items) {
    if (item.is === 'computed') continue;
    const { key } = item.field;
    // Visible as the answers stand now, those just read from this page included.
    const visible = !item.visible || item.visible(walk(form, answers, run.today));
    const value =
      item.is === 'input'
        ? readField(item, key, posted, visible, before[key], run)
        : readRows(item, posted, visible, answers, run);
    if (value === undefined) {
      const { [key]: _, ...others } = answers;
      answers = others;
    } else answers[key] = value;
  }
  return answers;
}

/** A hidden field that was not posted keeps its answer for the day it is shown again. */
function readField(
  item: InputItem,
  name: string,
  posted: Posted,
  visible: boolean,
  before: Value | undefined,
  run: Run,
): Value | undefined {
  const suffixes = item.kind.boxes(item.field);
  if (!visible && !suffixes.some((suffix) => Object.hasOwn(posted, boxName(name, suffix)))) return before;
  const read = (suffix: string) => box(posted, boxName(name, suffix));
  const parsed = item.kind.parse(read, item.field, run);
  if (parsed === null) return undefined;
  if ('value' in parsed) return parsed.value;
  return {
    typed: Object.fromEntries(suffixes.map((suffix) => [suffix, read(suffix)]).filter(([, text]) => text)),
  };
}

function readRows(
  item: RepeatItem,
  posted: Posted,
  visible: boolean,
  answers: Answers,
  run: Run,
): Value | undefined {
  const { key } = item.field;
  const before = answers[key];
  const ids = postedRowIds(posted, key);
  if (!ids) return before;
  const old = new Map(isRows(before) ? before.rows.map((row) => [row.id, row.answers]) : []);
  const whole: View = { whole: answers, today: run.today };
  const rows = ids.map((id) => ({
    id,
    answers: readRow(item, id, posted, visible, old.get(id) ?? {}, whole, run),
  }));
  return { next: nextRowNumber(posted, key, ids), rows };
}

function readRow(
  item: RepeatItem,
  id: string,
  posted: Posted,
  visible: boolean,
  before: Answers,
  whole: View,
  run: Run,
): Answers {
  const row: Record<string, Value> = {};
  for (const child of item.children) {
    if (child.is === 'computed') continue;
    const { key } = child.field;
    const shown = visible && (!child.visible || child.visible({ ...whole, row }));
    const value = readField(child, rowName(item.field.key, id, key), posted, shown, before[key], run);
    if (value !== undefined) row[key] = value;
  }
  return row;
}

function applyRowAct(
  form: CompiledForm,
  pageId: string,
  answers: Answers,
  { act, repeat, rowId }: RowAct,
): Answers {
  const item = pageOf(form, pageId).items.find((each) => each.field.key === repeat);
  if (item?.is !== 'repeat') return answers;
  if (act === 'add') return addRow(answers, item.field, startOfRow(item.children));
  return rowId === undefined ? answers : removeRow(answers, repeat, rowId);
}

function rowBoxes(item: RepeatItem, row: Row): Record<string, string> {
  const boxes: Record<string, string> = {};
  for (const child of item.children) {
    const value = row.answers[child.field.key];
    if (child.is !== 'input' || value === undefined) continue;
    Object.assign(boxes, boxesOf(child, rowName(item.field.key, row.id, child.field.key), value));
  }
  return boxes;
}

function boxesOf(item: InputItem, name: string, value: Value): Record<string, string> {
  const shown = isUnfinished(value) ? value.typed : item.kind.show(value, item.field);
  return Object.fromEntries(Object.entries(shown).map(([suffix, text]) => [boxName(name, suffix), text]));
}
