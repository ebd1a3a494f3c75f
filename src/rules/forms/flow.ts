// Which pages a person sees, in which order, which papers the answers call for, and which revision is in force on a day.
import type { Answers } from './answers.ts';
import { compile, type Item } from './compile.ts';
import type { Field, FormComponent, FormDefinition, Page } from './definition.ts';
import { type FormContext, runOf } from './kinds/kind.ts';
import { walk } from './walk.ts';

export interface VisibleField {
  readonly field: Field;
  readonly page: Page;
  /** Name of its boxes: `docs[r1].title`. */
  readonly name: string;
}

/** Every visible field in the order asked, rows included. `ctx` matters to conditions that look at today. */
export function visibleFields(
  definition: FormDefinition,
  answers: Answers,
  ctx?: FormContext,
): readonly VisibleField[] {
  const fields: VisibleField[] = [];
  walk(compile(definition), answers, ctx && runOf(ctx).today, ({ item, page, name }) => {
    fields.push({ field: item.field, page, name });
  });
  return fields;
}

/** The pages on which something is asked. */
export function visiblePages(
  definition: FormDefinition,
  answers: Answers,
  ctx?: FormContext,
): readonly Page[] {
  const shown = new Set<Page>();
  walk(compile(definition), answers, ctx && runOf(ctx).today, ({ item, page }) => {
    if (isAsked(item)) shown.add(page);
  });
  return definition.pages.filter((page) => shown.has(page));
}

/** The page after this one; undefined after the last. */
export function nextPage(
  definition: FormDefinition,
  answers: Answers,
  pageId: string,
  ctx?: FormContext,
): Page | undefined {
  const order = orderOf(definition, pageId);
  return visiblePages(definition, answers, ctx).find((page) => orderOf(definition, page.id) > order);
}

/** The page before this one; undefined before the first. */
export function previousPage(
  definition: FormDefinition,
  answers: Answers,
  pageId: string,
  ctx?: FormContext,
): Page | undefined {
  const order = orderOf(definition, pageId);
  return visiblePages(definition, answers, ctx).findLast((page) => orderOf(definition, page.id) < order);
}

export interface NeededComponent extends FormComponent {
  /** Whether these answers make the paper obligatory. */
  readonly required: boolean;
}

/** The papers that these answers call for, with what is obligatory now. */
export function componentsFor(
  definition: FormDefinition,
  answers: Answers,
  ctx?: FormContext,
): readonly NeededComponent[] {
  const form = compile(definition);
  const view = walk(form, answers, ctx && runOf(ctx).today);
  return form.components
    .filter(({ visible }) => !visible || visible(view))
    .map(({ component, required }) => ({
      ...component,
      required: required ? required(view) : component.required,
    }));
}

/** The revision of a procedure's form in force on a day; undefined when it has none. */
export function formInForce(
  definitions: readonly FormDefinition[],
  code: string,
  day: Temporal.PlainDate,
): FormDefinition | undefined {
  const iso = day.toString();
  return definitions.find(
    (each) =>
      each.code === code &&
      (each.validFrom === null || each.validFrom <= iso) &&
      (each.validTo === null || iso < each.validTo),
  );
}

function isAsked(item: Item): boolean {
  return item.is !== 'computed';
}

function orderOf(definition: FormDefinition, pageId: string): number {
  const order = definition.pages.findIndex((page) => page.id === pageId);
  if (order < 0) throw new Error(`form ${definition.code} has no page ${pageId}`);
  return order;
}
