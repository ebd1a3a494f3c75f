// Soft checks: said to the person and to the official, never in the way.

import { check } from '../papers/index.ts';
import { type Answers, boxName, type IdDocValue, idOf, isUnfinished, type Value } from './answers.ts';
import type { FormError } from './check.ts';
import { compile } from './compile.ts';
import type { Field, FormDefinition } from './definition.ts';
import { paperOf } from './kinds/identity-document.ts';
import { type FormContext, runOf } from './kinds/kind.ts';
import { inPlace, PAPER_OF } from './kinds/paper-number.ts';
import { Subject } from './messages.ts';
import { type Step, walk } from './walk.ts';

/** Doubts about the visible answers; same shape as errors so that pages can link to the place. */
export function warnings(
  definition: FormDefinition,
  answers: Answers,
  ctx: FormContext,
): readonly FormError[] {
  const form = compile(definition);
  const found: FormError[] = [];
  const run = runOf(ctx);
  const view = walk(form, answers, run.today, (step) => {
    const message = doubtOf(step, run.today);
    if (message) {
      const at = step.item.field.type === 'idDoc' ? 'number' : '';
      found.push({ fieldId: idOf(boxName(step.name, at)), key: step.name, pageId: step.page.id, message });
    }
  });
  for (const { warning, test, page } of form.warnings) {
    if (!test(view)) continue;
    found.push({
      fieldId: idOf(warning.field),
      key: warning.field,
      pageId: page.id,
      message: warning.message,
    });
  }
  return found;
}

/**
 * What a paper rule doubts without refusing: a personal number at odds with the declared sex or birth year
 * (Điều 13 NĐ 137/2015/NĐ-CP), an identity card out of use, a landline where a message should go.
 */
function doubtOf({ item, value, view }: Step, today: string): string | undefined {
  const { field } = item;
  if (value === undefined || isUnfinished(value)) return undefined;
  const paper = judgedBy(field, value);
  if (!paper) return undefined;
  const told = (key: string | undefined): Value | undefined =>
    key === undefined ? undefined : (view.row?.[key] ?? view.whole[key]);
  const agrees = 'agreesWith' in field ? field.agreesWith : undefined;
  const birth = told(agrees?.birth);
  const sex = told(agrees?.gender);
  const judged = check(paper.kind, paper.number, {
    today,
    ...(typeof birth === 'string' && { birthYear: Number(birth.slice(0, 4)) }),
    ...(typeof sex === 'string' && { sex }),
  });
  return judged.ok === 'warn' ? inPlace(Subject(field), judged.why) : undefined;
}

function judgedBy(
  field: Field,
  value: Value,
): { kind: 'cccd' | 'cmnd' | 'taxCode' | 'phone'; number: string } | undefined {
  if (field.type === 'id12' || field.type === 'taxCode' || field.type === 'phone') {
    return { kind: PAPER_OF[field.type], number: value as string };
  }
  if (field.type !== 'idDoc') return undefined;
  const { kind, number } = value as IdDocValue;
  const paper = paperOf(kind);
  return paper && { kind: paper, number };
}
