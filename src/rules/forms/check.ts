// Everything wrong with the visible answers, in the order of the form; the last gate before a dossier is sent.
import {
  type Answers,
  boxName,
  type IdDocValue,
  idOf,
  isRows,
  isUnfinished,
  type Unfinished,
  type Value,
} from './answers.ts';
import { type CompiledForm, compile, type InputItem, type RepeatItem } from './compile.ts';
import type { DateField, FormDefinition, IdDocField } from './definition.ts';
import { type Fault, type FormContext, NO_FAULTS, type Run, runOf, type UnitChoice } from './kinds/kind.ts';
import { missing } from './messages.ts';
import { type Step, walk } from './walk.ts';

export interface FormError {
  /** HTML id of the very box to mend; the error summary links to it. */
  readonly fieldId: string;
  /** Name of the field: `child.birthDate`, `docs[r1].title`. */
  readonly key: string;
  readonly pageId: string;
  readonly message: string;
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
  /** "Giấy tờ 2: Bạn phải nhập …": the same sentence may be due in several rows. */
  const inRow = ({ index }: Step, message: string) =>
    index === undefined ? message : `${rowTitle} ${index + 1}: ${message}`;
  walk(form, answers, run.today, (step) => {
    if (pageId !== undefined && step.page.id !== pageId) return;
    if (step.item.is === 'repeat') rowTitle = step.item.field.rowTitle;
    for (const fault of faultsOf(step, run)) {
      errors.push({
        fieldId: idOf(boxName(step.name, fault.at)),
        key: step.name,
        pageId: step.page.id,
        message: inRow(step, fault.message),
        ...(fault.choices && { choices: fault.choices }),
      });
    }
  });
  return errors;
}

function faultsOf(step: Step, run: Run): readonly Fault[] {
  const { item, value } = step;
  if (item.is === 'computed') return NO_FAULTS;
  if (item.is === 'repeat') return repeatFaults(item, value, isRequired(step));
  if (value === undefined) return isRequired(step) ? missingFault(item) : NO_FAULTS;
  if (!isUnfinished(value)) return valueFaults(item, value, step, run);
  const parsed = item.kind.parse((suffix) => boxOf(value, suffix), item.field, run);
  if (parsed === null) return isRequired(step) ? missingFault(item) : NO_FAULTS;
  return 'faults' in parsed ? parsed.faults : valueFaults(item, parsed.value, step, run);
}

function boxOf(value: Unfinished, suffix: string): string {
  return Object.hasOwn(value.typed, suffix) ? (value.typed[suffix] ?? '') : '';
}

function isRequired({ item, view }: Step): boolean {
  return item.required ? item.required(view) : item.field.required === true;
}

function missingFault(item: InputItem): readonly Fault[] {
  const first = item.field.type === 'checkbox' ? '' : (item.kind.boxes(item.field)[0] ?? '');
  return [{ at: first, message: missing(item.field) }];
}

function valueFaults(item: InputItem, value: Value, step: Step, run: Run): readonly Fault[] {
  const faults = item.kind.faults(value, item.field, run);
  if (faults.length > 0) return faults;
  const { field } = item;
  if (field.type === 'date' || field.type === 'partialDate')
    return dateAgainstOthers(field, value as string, step, run);
  if (field.type === 'idDoc' && field.differsFrom) return sameDocument(field, value as IdDocValue, step);
  return faults;
}

function dateAgainstOthers(
  field: DateField,
  value: string,
  { item, view }: Step,
  run: Run,
): readonly Fault[] {
  const { minAge, before } = field;
  const at = field.type === 'date' ? 'day' : 'year';
  if (
    minAge &&
    yearsLater(value, minAge.years) > run.today.slice(0, value.length) &&
    !item.tooYoungAllowed?.(view)
  ) {
    return [{ at, message: minAge.message }];
  }
  const other = before && (view.row?.[before.field] ?? view.whole[before.field]);
  if (before && typeof other === 'string' && value >= other.slice(0, value.length)) {
    return [{ at, message: before.message }];
  }
  return NO_FAULTS;
}

function yearsLater(iso: string, years: number): string {
  return `${String(Number(iso.slice(0, 4)) + years).padStart(4, '0')}${iso.slice(4)}`;
}

function sameDocument(field: IdDocField, value: IdDocValue, { view }: Step): readonly Fault[] {
  const other = view.whole[field.differsFrom!.field];
  const same = typeof other === 'object' && 'number' in other && other.number === value.number;
  return same ? [{ at: 'number', message: field.differsFrom!.message }] : NO_FAULTS;
}

function repeatFaults(item: RepeatItem, value: Value | undefined, required: boolean): readonly Fault[] {
  const rows = isRows(value) ? value.rows : [];
  const { min, max, rowTitle, exactlyOne } = item.field;
  const name = rowTitle.charAt(0).toLowerCase() + rowTitle.slice(1);
  if (rows.length < min && (required || rows.length > 0)) {
    return [{ at: 'add', message: item.field.messages?.missing ?? `Bạn phải khai ít nhất ${min} ${name}.` }];
  }
  if (rows.length > max) return [{ at: 'add', message: `Bạn chỉ khai được tối đa ${max} ${name}.` }];
  if (exactlyOne && rows.length > 0) {
    const ticked = rows.filter((row) => row.answers[exactlyOne.field] === true).length;
    if (ticked !== 1) return [{ at: `${rows[0]!.id}.${exactlyOne.field}`, message: exactlyOne.message }];
  }
  return NO_FAULTS;
}
