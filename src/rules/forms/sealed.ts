// What is sent: the visible answers alone, with the lines that the machine writes; hidden ones stay behind in the draft.
import { type Answers, isRows, type Row, type Value } from './answers.ts';
import { compile } from './compile.ts';
import { computeText } from './computed.ts';
import { type FormContext, runOf } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { walk } from './walk.ts';

/** The answers as they go into the dossier: nothing hidden, nothing the form does not ask. */
export function seal(definition: FormDefinition, answers: Answers, ctx: FormContext): Answers {
  const run = runOf(ctx);
  const sealed: Record<string, Value> = {};
  const rowsSealed = new Map<Row, Record<string, Value>>();
  walk(compile(definition), answers, run.today, ({ item, value, view, row }) => {
    const { key } = item.field;
    if (item.is === 'repeat') {
      if (isRows(value)) sealed[key] = { next: value.next, rows: freshRows(value.rows, rowsSealed) };
      return;
    }
    const kept = item.is === 'computed' ? computeText(item.field.compute, view, answers, run) : value;
    if (kept !== undefined) (row ? rowsSealed.get(row)! : sealed)[key] = kept;
  });
  return sealed;
}

/** Empty rows with the old ids, which the rest of the walk fills. */
function freshRows(rows: readonly Row[], rowsSealed: Map<Row, Record<string, Value>>): Row[] {
  return rows.map((row) => {
    const answers: Record<string, Value> = {};
    rowsSealed.set(row, answers);
    return { id: row.id, answers };
  });
}
