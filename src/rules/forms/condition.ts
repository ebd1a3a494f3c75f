// Conditions over other answers, written as data and compiled once into plain functions.
import { isRows, isUnfinished, type Value } from './answers.ts';

export type Condition =
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition }
  /** True when some row of that repeat fulfils it. */
  | { readonly anyRow: string; readonly is: Condition }
  | ({ readonly field: string; readonly part?: string } & Comparison);

export type Comparison =
  | { readonly equals: string | number | boolean }
  | { readonly in: readonly (string | number)[] }
  | { readonly present: boolean }
  | { readonly atLeast: number }
  /** A date more than so many days before today. */
  | { readonly olderThanDays: number };

/** What a condition sees: the visible answers, those of its own row first. `today` is an ISO day. */
export interface View {
  readonly whole: Readonly<Record<string, Value | undefined>>;
  readonly row?: Readonly<Record<string, Value | undefined>>;
  readonly today?: string;
}

export type Test = (view: View) => boolean;

/** How a condition's field name is found: in the row, in the whole form, or not at all (a fault of the definition). */
export type Scope = (field: string) => 'row' | 'whole' | undefined;

const DAY = 86_400_000;

/**
 * The condition as a function.
 * @throws Error when it names a field that does not come before it in the form
 */
export function compileCondition(condition: Condition, scope: Scope): Test {
  if ('and' in condition) {
    const tests = condition.and.map((each) => compileCondition(each, scope));
    return (view) => tests.every((test) => test(view));
  }
  if ('or' in condition) {
    const tests = condition.or.map((each) => compileCondition(each, scope));
    return (view) => tests.some((test) => test(view));
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not, scope);
    return (view) => !test(view);
  }
  if ('anyRow' in condition) return compileAnyRow(condition.anyRow, condition.is, scope);
  const place = scope(condition.field);
  if (!place) throw new Error(`a condition names ${condition.field}, which is not asked before it`);
  const { field, part } = condition;
  const compare = comparison(condition);
  return (view) => compare(partOf((place === 'row' ? view.row : view.whole)?.[field], part), view.today);
}

/** The conditions that are joined by `and`, `or` or `not`. */
export function conditionsIn(
  condition: Exclude<Condition, { readonly field: string } | { readonly anyRow: string }>,
): readonly Condition[] {
  if ('and' in condition) return condition.and;
  return 'or' in condition ? condition.or : [condition.not];
}

function compileAnyRow(repeat: string, condition: Condition, scope: Scope): Test {
  if (!scope(repeat)) throw new Error(`a condition names ${repeat}, which is not asked before it`);
  const test = compileCondition(condition, (field) => (scope(field) === 'whole' ? 'whole' : 'row'));
  return ({ whole, today }) => {
    const value = whole[repeat];
    return isRows(value) && value.rows.some((row) => test({ whole, row: row.answers, today }));
  };
}

function partOf(value: Value | undefined, part: string | undefined): unknown {
  if (value === undefined || isUnfinished(value)) return undefined;
  if (part === undefined) return isRows(value) ? value.rows.length || undefined : value;
  return typeof value === 'object' ? Reflect.get(value, part) : undefined;
}

function comparison(wanted: Comparison): (value: unknown, today: string | undefined) => boolean {
  if ('equals' in wanted) {
    return (value) => (Array.isArray(value) ? value.includes(wanted.equals) : value === wanted.equals);
  }
  if ('in' in wanted) {
    const allowed = new Set<unknown>(wanted.in);
    return (value) => (Array.isArray(value) ? value.some((each) => allowed.has(each)) : allowed.has(value));
  }
  if ('present' in wanted) return (value) => isPresent(value) === wanted.present;
  if ('atLeast' in wanted) return (value) => typeof value === 'number' && value >= wanted.atLeast;
  return (value, today) =>
    typeof value === 'string' &&
    today !== undefined &&
    Date.parse(today) - Date.parse(value) > wanted.olderThanDays * DAY;
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== false;
}
