// Which pages a person sees, in which order, and which papers the answers call for.
import type { Answers } from './answers.ts';
import { compile, type Item } from './compile.ts';
import { type FormContext, runOf } from './context.ts';
import type { FormComponent, FormDefinition, Page } from './definition.ts';
import { walk } from './walk.ts';

/** The pages on which something is asked. `ctx` matters to conditions that look at today. */
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

/** The papers that these answers call for; `required` says whether these answers make them obligatory. */
export function componentsFor(
  definition: FormDefinition,
  answers: Answers,
  ctx?: FormContext,
): readonly FormComponent[] {
  const form = compile(definition);
  const view = walk(form, answers, ctx && runOf(ctx).today);
  return form.components
    .filter(({ visible }) => !visible || visible(view))
    .map(({ component, required }) => ({
      ...component,
      required: required ? required(view) : component.required,
    }));
}

function isAsked(item: Item): boolean {
  return item.is !== 'computed';
}

function orderOf(definition: FormDefinition, pageId: string): number {
  const order = definition.pages.findIndex((page) => page.id === pageId);
  if (order < 0) throw new Error(`form ${definition.code} has no page ${pageId}`);
  return order;
}
