// Soft checks: said to the person and to the official, never in the way.
import { type Answers, isUnfinished } from './answers.ts';
import { errorAt, type FormError } from './check.ts';
import { compile } from './compile.ts';
import { type FormContext, runOf } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { inOwnWords } from './parts/general.ts';
import { walk } from './walk.ts';

/** Doubts about the visible answers; same shape as errors so that pages can link to the place. */
export function warnings(
  definition: FormDefinition,
  answers: Answers,
  ctx: FormContext,
): readonly FormError[] {
  const form = compile(definition);
  const found: FormError[] = [];
  const run = runOf(ctx);
  const all = walk(form, answers, run.today, (step) => {
    const { item, value, view } = step;
    if (item.is !== 'input' || value === undefined || isUnfinished(value)) return;
    const doubts = item.kind.doubts(value, item.field, { run, view, tests: item.tests });
    found.push(...doubts.map((doubt) => errorAt(step, doubt)));
  });
  for (const { warning, test, page } of form.warnings) {
    if (!test(all)) continue;
    const place = { name: warning.field, page };
    found.push(...inOwnWords('', warning.message).map((doubt) => errorAt(place, doubt)));
  }
  return found;
}
