// Everything wrong with the visible answers, in the order of the form; the last gate before a dossier is sent.
import { type Answers, boxName, idOf, isRows, isUnfinished, type Unfinished, type Value } from './answers.ts';
import { type CompiledForm, compile, type InputItem, type RepeatItem } from './compile.ts';
import { type FormContext, type Run, runOf, type UnitChoice } from './context.ts';
import type { FormDefinition } from './definition.ts';
import { type Fault, type FaultParams, lowerFirst, NO_FAULTS } from './fault.ts';
import { inOwnWords, tooFewRows, tooManyRows } from './parts/general.ts';
import { type Step, walk } from './walk.ts';

/** What is wrong at a box, or doubted there; `sayError` puts it into words. */
export interface FormError {
  /** HTML id of the very box to mend; the error summary links to it. */
  readonly fieldId: string;
  /** Name of the field: `child.birthDate`, `docs[r1].title`. */
  readonly key: string;
  readonly pageId: string;
  readonly code: string;
  readonly params: FaultParams;
  /** Places to choose from, when the one typed may mean several. */
  readonly choices?: readonly UnitChoice[];
}

/** Every error over all visible fields; empty when the dossier may be sent. */
export function checkAll(
  definition: FormDefinition,
  answers: Answers,
  ctx: FormContext,
): readonly FormError[] {
  return check(compile(definition), answers, runOf(ctx));
}

/** The errors of one page, or of the whole form without `pageId`. */
export function check(form: CompiledForm, answers: Answers, run: Run, pageId?: string): readonly FormError[] {
  const errors: FormError[] = [];
  let rowTitle = '';
  walk(form, answers, run.today, (step) => {
    if (pageId !== undefined && step.page.id !== pageId) return;
    if (step.item.is === 'repeat') rowTitle = step.item.field.rowTitle;
    for (const fault of faultsOf(step, run)) {
      const error = errorAt(step, fault);
      // "Giấy tờ 2: …": the same sentence may be due in several rows.
      const row = step.index === undefined ? undefined : `${rowTitle} ${step.index + 1}`;
      errors.push(row === undefined ? error : { ...error, params: { ...error.params, row } });
    }
  });
  return errors;
}

/** A fault with the place where it is mended. */
export function errorAt({ name, page }: Pick<Step, 'name' | 'page'>, fault: Fault): FormError {
  const { at, code, params, choices } = fault;
  const fieldId = idOf(boxName(name, at));
  return { fieldId, key: name, pageId: page.id, code, params, ...(choices && { choices }) };
}

function faultsOf(step: Step, run: Run): readonly Fault[] {
  const { item, value, view } = step;
  if (item.is === 'computed') return NO_FAULTS;
  if (item.is === 'repeat') return repeatFaults(item, value, isRequired(step));
  const parsed = value === undefined ? null : isUnfinished(value) ? readAgain(item, value, run) : { value };
  if (parsed === null) return isRequired(step) ? item.kind.missing(item.field) : NO_FAULTS;
  if ('faults' in parsed) return parsed.faults;
  return item.kind.faults(parsed.value, item.field, { run, view, tests: item.tests });
}

/** What was typed wrongly may be right by now: the register has another commune. */
function readAgain({ kind, field }: InputItem, { typed }: Unfinished, run: Run) {
  return kind.parse((suffix) => (Object.hasOwn(typed, suffix) ? (typed[suffix] ?? '') : ''), field, run);
}

/** Whether a visible field must be answered. */
export function isRequired({ item, view }: Pick<Step, 'item' | 'view'>): boolean {
  return item.required ? item.required(view) : item.field.required === true;
}

function repeatFaults(item: RepeatItem, value: Value | undefined, required: boolean): readonly Fault[] {
  const rows = isRows(value) ? value.rows : [];
  const { min, max, rowTitle, exactlyOne, messages } = item.field;
  const name = lowerFirst(rowTitle);
  if (rows.length < min && (required || rows.length > 0)) {
    return messages?.missing === undefined ? tooFewRows(name, min) : inOwnWords('add', messages.missing);
  }
  if (rows.length > max) return tooManyRows(name, max);
  if (exactlyOne && rows.length > 0) {
    const ticked = rows.filter((row) => row.answers[exactlyOne.field] === true).length;
    if (ticked !== 1) return inOwnWords(`${rows[0]!.id}.${exactlyOne.field}`, exactlyOne.message);
  }
  return NO_FAULTS;
}
