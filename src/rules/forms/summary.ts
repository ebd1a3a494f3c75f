// The check page: every visible answer in words, section by section, with the page on which to change it.
import { type Answers, isRows, isUnfinished, type Value } from './answers.ts';
import { compile, type InputItem } from './compile.ts';
import { computeText } from './computed.ts';
import { type FormContext, type Run, runOf } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { NOT_GIVEN } from './kinds/kind.ts';
import { type Step, walk } from './walk.ts';

export interface SummaryRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** False when nothing was answered: `value` says so. */
  readonly answered: boolean;
  /** What stands for it in a column of a paper, when that is not its words. */
  readonly mark?: string;
  /** Undefined for a line that the machine writes: nobody can change it. */
  readonly pageId?: string;
  /** Heading of the repeated row it belongs to: "Giấy tờ 2". */
  readonly group?: string;
}
export interface SummarySection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/** Visible answers in words, in the sections of the paper form; sections with nothing to show are left out. */
export function summary(
  definition: FormDefinition,
  answers: Answers,
  ctx: FormContext,
): readonly SummarySection[] {
  const run = runOf(ctx);
  const bySection = new Map<string, SummaryRow[]>(definition.sections.map(({ id }) => [id, []]));
  let repeatTitle = '';
  walk(compile(definition), answers, run.today, (step) => {
    if (step.item.is === 'repeat') repeatTitle = step.item.field.rowTitle;
    const row = rowOf(step, answers, run, repeatTitle);
    if (row) bySection.get(step.page.section)?.push(row);
  });
  return definition.sections
    .map(({ id, title }) => ({ id, title, rows: bySection.get(id) ?? [] }))
    .filter((section) => section.rows.length > 0);
}

function rowOf(step: Step, answers: Answers, run: Run, repeatTitle: string): SummaryRow | undefined {
  const { item, page, name, index, value } = step;
  const { field } = item;
  const label = field.summaryLabel ?? field.label;
  const group = index === undefined ? {} : { group: `${repeatTitle} ${index + 1}` };
  if (item.is === 'computed') {
    const text = computeText(item.field.compute, step.view, answers, run);
    return text === undefined ? undefined : { key: name, label, value: text, answered: true, ...group };
  }
  if (item.is === 'repeat') {
    const empty = !isRows(value) || value.rows.length === 0;
    if (!empty) return undefined;
    return { key: name, label, value: NOT_GIVEN[run.language], answered: false, pageId: page.id };
  }
  const words = inWords(item, value, run);
  const mark = value === undefined || isUnfinished(value) ? undefined : item.kind.mark?.(value);
  return {
    key: name,
    label,
    value: words,
    answered: value !== undefined,
    ...(mark !== undefined && { mark }),
    pageId: page.id,
    ...group,
  };
}

function inWords({ kind, field }: InputItem, value: Value | undefined, run: Run): string {
  if (value === undefined) return kind.unanswered[run.language];
  return isUnfinished(value) ? Object.values(value.typed).join(' ') : kind.format(value, field, run);
}
