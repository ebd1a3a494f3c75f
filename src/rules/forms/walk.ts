// One walk over what a person sees, in the order it is asked: a hidden answer counts for nothing that comes after.
import { type Answers, type Row, rowName, rowsOf, type Value } from './answers.ts';
import type { CompiledForm, ComputedItem, InputItem, Item } from './compile.ts';
import type { View } from './condition.ts';
import type { Page } from './definition.ts';

export interface Step<I extends Item = Item> {
  readonly item: I;
  readonly page: Page;
  /** The full name of the field's boxes: `docs[r1].title`. */
  readonly name: string;
  readonly value: Value | undefined;
  readonly view: View;
  readonly row?: Row;
  /** Place of the row among its sisters, from 0. */
  readonly index?: number;
}

/** Calls `visit` for every visible field, rows included. Returns the visible answers. `today` is an ISO day. */
export function walk(
  form: CompiledForm,
  answers: Answers,
  today: string | undefined,
  visit?: (step: Step) => void,
): View {
  const whole: Record<string, Value | undefined> = {};
  const view: View = { whole, today };
  for (const { page, visible, items } of form.pages) {
    if (visible && !visible(view)) continue;
    for (const item of items) {
      if (item.visible && !item.visible(view)) continue;
      const { key } = item.field;
      const value = answers[key];
      if (value !== undefined) whole[key] = value;
      visit?.({ item, page, name: key, value, view });
      if (item.is === 'repeat' && visit) walkRows(item.children, answers, key, page, view, visit);
    }
  }
  return view;
}

function walkRows(
  children: readonly (InputItem | ComputedItem)[],
  answers: Answers,
  repeat: string,
  page: Page,
  view: View,
  visit: (step: Step) => void,
): void {
  rowsOf(answers, repeat).forEach((row, index) => {
    const seen: Record<string, Value | undefined> = {};
    const rowView: View = { ...view, row: seen };
    for (const item of children) {
      if (item.visible && !item.visible(rowView)) continue;
      const { key } = item.field;
      const value = row.answers[key];
      if (value !== undefined) seen[key] = value;
      visit({ item, page, name: rowName(repeat, row.id, key), value, view: rowView, row, index });
    }
  });
}
