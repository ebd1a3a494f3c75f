// One page ready to be drawn: which fields stand on it, with what in their boxes, and which hang under another's choice.
import { type Answers, isRows, isUnfinished, type Row, rowName, type Value } from './answers.ts';
import type { Asked } from './asked.ts';
import { isRequired } from './check.ts';
import { type CompiledPage, type ComputedItem, compile, type InputItem, type RepeatItem } from './compile.ts';
import { computeText } from './computed.ts';
import type { Condition, View } from './condition.ts';
import { type FormContext, type Run, runOf } from './context.ts';
import type { FormDefinition, Page, RepeatField } from './definition.ts';
import type { InputField } from './kinds/index.ts';
import { pageOf } from './read.ts';
import { walk } from './walk.ts';

export interface ShownInput {
  readonly is: 'input';
  readonly field: InputField;
  /** Name of its boxes: `docs[r1].title`. */
  readonly name: string;
  readonly required: boolean;
  readonly asked: Asked;
  /** What stands in its boxes, by suffix. */
  readonly boxes: Readonly<Record<string, string>>;
  /** The choice on the same page under which it hangs: without script always shown, with script only when chosen. */
  readonly under?: { readonly name: string; readonly values: readonly string[] };
}
export interface ShownComputed {
  readonly is: 'computed';
  readonly label: string;
  readonly name: string;
  readonly text: string;
}
export interface ShownRow {
  readonly id: string;
  /** "Giấy tờ 2" */
  readonly title: string;
  readonly fields: readonly (ShownInput | ShownComputed)[];
}
export interface ShownRepeat {
  readonly is: 'repeat';
  readonly field: RepeatField;
  readonly name: string;
  readonly next: number;
  readonly rows: readonly ShownRow[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
}
export type Shown = ShownInput | ShownComputed | ShownRepeat;

export interface PageView {
  readonly page: Page;
  /** Title of the section of the paper form. */
  readonly section: string;
  readonly fields: readonly Shown[];
}

interface Drawing {
  readonly run: Run;
  readonly answers: Answers;
  /** Keys on the same page (or in the same row) and the full names of their boxes. */
  readonly beside: ReadonlyMap<string, { readonly name: string; readonly choice: boolean }>;
}

/**
 * What to draw for a page.
 * @throws Error when the definition has no such page
 */
export function pageView(
  definition: FormDefinition,
  pageId: string,
  answers: Answers,
  ctx: FormContext,
): PageView {
  const form = compile(definition);
  const compiled = pageOf(form, pageId);
  const run = runOf(ctx);
  const view = walk(form, answers, run.today);
  const drawing: Drawing = { run, answers, beside: besides(compiled.items, run, (key) => key) };
  return {
    page: compiled.page,
    section: definition.sections.find((section) => section.id === compiled.page.section)?.title ?? '',
    fields: shownItems(compiled, view, drawing),
  };
}

function shownItems({ items }: CompiledPage, view: View, drawing: Drawing): Shown[] {
  return items.flatMap((item): Shown[] => {
    if (item.is !== 'repeat')
      return shownSimple(item, item.field.key, drawing.answers[item.field.key], view, drawing);
    return item.visible && !item.visible(view) ? [] : [shownRepeat(item, view, drawing)];
  });
}

function shownSimple(
  item: InputItem | ComputedItem,
  name: string,
  value: Value | undefined,
  view: View,
  drawing: Drawing,
): (ShownInput | ShownComputed)[] {
  const condition = item.field.visibleWhen;
  const hidden = item.visible !== undefined && !item.visible(view);
  if (hidden && !(condition && fieldsIn(condition).some((key) => drawing.beside.has(key)))) return [];
  if (item.is === 'computed') {
    const text = computeText(item.field.compute, view, drawing.answers, drawing.run);
    return text === undefined ? [] : [{ is: 'computed', label: item.field.label, name, text }];
  }
  const under = condition && choiceAbove(condition, drawing.beside);
  return [
    {
      is: 'input',
      field: item.field,
      name,
      required: isRequired({ item, view }),
      asked: item.kind.ask(item.field, drawing.run),
      boxes: boxesShown(item, value),
      ...(under && { under }),
    },
  ];
}

function shownRepeat(item: RepeatItem, view: View, drawing: Drawing): ShownRepeat {
  const { field, children } = item;
  const value = drawing.answers[field.key];
  const { next, rows } = isRows(value) ? value : { next: 1, rows: [] as Row[] };
  const shownRows = rows.map((row, index): ShownRow => {
    const beside = besides(children, drawing.run, (key) => rowName(field.key, row.id, key));
    const rowView: View = { ...view, row: row.answers };
    const fields = children.flatMap((child) => {
      const { key } = child.field;
      return shownSimple(child, rowName(field.key, row.id, key), row.answers[key], rowView, {
        ...drawing,
        beside,
      });
    });
    return { id: row.id, title: `${field.rowTitle} ${index + 1}`, fields };
  });
  return {
    is: 'repeat',
    field,
    name: field.key,
    next,
    rows: shownRows,
    canAdd: rows.length < field.max,
    canRemove: rows.length > field.min,
  };
}

function boxesShown(item: InputItem, value: Value | undefined): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  return isUnfinished(value) ? value.typed : item.kind.show(value, item.field);
}

function besides(items: CompiledPage['items'], run: Run, nameOf: (key: string) => string): Drawing['beside'] {
  return new Map(
    items.map((item) => [
      item.field.key,
      {
        name: nameOf(item.field.key),
        choice: item.is === 'input' && item.kind.ask(item.field, run).as === 'radios',
      },
    ]),
  );
}

function choiceAbove(condition: Condition, beside: Drawing['beside']): ShownInput['under'] {
  if (!('field' in condition) || condition.part !== undefined) return undefined;
  const above = beside.get(condition.field);
  if (!above?.choice) return undefined;
  if ('equals' in condition) return { name: above.name, values: [String(condition.equals)] };
  // Under several choices at once it could only be drawn twice; it stands by itself instead.
  return 'in' in condition && condition.in.length === 1
    ? { name: above.name, values: condition.in.map(String) }
    : undefined;
}

function fieldsIn(condition: Condition): readonly string[] {
  if ('and' in condition) return condition.and.flatMap(fieldsIn);
  if ('or' in condition) return condition.or.flatMap(fieldsIn);
  if ('not' in condition) return fieldsIn(condition.not);
  return 'anyRow' in condition ? [condition.anyRow] : [condition.field];
}
