// Whether a condition can hold at all: tried with every kind of answer that it could tell apart, hidden questions unanswered.
import type { Row, Value } from '../answers.ts';
import {
  type Comparison,
  type Condition,
  compileCondition,
  conditionsIn,
  type Scope,
  type Test,
  type View,
} from '../condition.ts';
import type { Compared } from '../kinds/kind.ts';

/** A question as far as conditions see it: what may be answered, when it is shown, and its questions by row. */
export interface Seen {
  readonly key: string;
  readonly compared: Compared;
  /** When it is shown: its own condition and its page's. */
  readonly shownWhen: readonly Condition[];
  readonly rows?: readonly Seen[];
}

/** More tries than this are left: the condition is taken to hold. */
const MOST_TRIES = 20_000;
/** A day to count from; any would do. */
const TODAY = '2026-06-15';

/**
 * Whether no answers make all of these conditions hold together.
 * @param asked every question of the form before them, in order
 * @param row those of the same row, when they stand in one
 */
export function neverHolds(
  conditions: readonly Condition[],
  asked: readonly Seen[],
  row: readonly Seen[] = [],
): boolean {
  const inRow = new Set(row.map((each) => each.key));
  const inForm = new Map(asked.map((each) => [each.key, each]));
  const within = closureOf(conditions, [...asked.filter((each) => !inRow.has(each.key)), ...row]);
  const named = [...within.conditions, ...conditions];
  // Rows are tried one and two at a time: more of them at once are not tried.
  if (within.seen.some((each) => each.rows && timesAnyRow(each.key, named) > 2)) return false;
  const scope: Scope = (name) => (inRow.has(name) ? 'row' : inForm.has(name) ? 'whole' : undefined);
  const goal = conditions.map((each) => compileCondition(each, scope));
  const steps = within.seen.map((each) => ({
    key: each.key,
    isRow: inRow.has(each.key),
    shown: each.shownWhen.map((condition) => compileCondition(condition, scope)),
    values: [undefined, ...valuesOf(each, named)],
  }));
  return !canHold(steps, goal);
}

interface Try {
  readonly key: string;
  readonly isRow: boolean;
  readonly shown: readonly Test[];
  readonly values: readonly (Value | undefined)[];
}

function canHold(steps: readonly Try[], goal: readonly Test[]): boolean {
  let tries = 0;
  const whole: Record<string, Value | undefined> = {};
  const row: Record<string, Value | undefined> = {};
  const view: View = { whole, row, today: TODAY };
  const from = (at: number): boolean => {
    tries += 1;
    if (tries > MOST_TRIES) return true;
    const step = steps[at];
    if (!step) return goal.every((test) => test(view));
    const answers = step.isRow ? row : whole;
    const values = step.shown.every((test) => test(view)) ? step.values : [undefined];
    return values.some((value) => {
      answers[step.key] = value;
      const holds = from(at + 1);
      answers[step.key] = undefined;
      return holds;
    });
  };
  return from(0);
}

/** The questions that the conditions name, those on which these depend, and all conditions among them. */
function closureOf(conditions: readonly Condition[], all: readonly Seen[]) {
  const byKey = new Map(all.map((each) => [each.key, each]));
  const found = new Set<Seen>();
  const met: Condition[] = [];
  const open = [...conditions];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const name of fieldsIn(next)) {
      const seen = byKey.get(name);
      if (!seen || found.has(seen)) continue;
      found.add(seen);
      met.push(...seen.shownWhen);
      open.push(...seen.shownWhen);
    }
  }
  return { seen: all.filter((each) => found.has(each)), conditions: met };
}

/** The questions of the whole form (or of the same row) that a condition names. */
export function fieldsIn(condition: Condition): readonly string[] {
  if ('field' in condition) return [condition.field];
  if ('anyRow' in condition) return [condition.anyRow, ...fieldsIn(condition.is)];
  return conditionsIn(condition).flatMap(fieldsIn);
}

function timesAnyRow(repeat: string, conditions: readonly Condition[]): number {
  const times = conditions.map((condition): number => {
    if ('field' in condition) return 0;
    if ('anyRow' in condition) return condition.anyRow === repeat ? 1 : 0;
    return timesAnyRow(repeat, conditionsIn(condition));
  });
  return times.reduce((sum, each) => sum + each, 0);
}

type Compare = { readonly part: string | undefined; readonly wanted: Comparison };

/** How the conditions compare a question's answer. */
function comparisonsOf(key: string, conditions: readonly Condition[]): readonly Compare[] {
  return conditions.flatMap((condition): readonly Compare[] => {
    if ('field' in condition)
      return condition.field === key ? [{ part: condition.part, wanted: condition }] : [];
    if ('anyRow' in condition) return comparisonsOf(key, [condition.is]);
    return comparisonsOf(key, conditionsIn(condition));
  });
}

/** Answers that the conditions could tell apart, each kind once. */
function valuesOf(seen: Seen, conditions: readonly Condition[]): readonly Value[] {
  if (seen.rows) return rowsOf(seen, seen.rows, conditions);
  const compares = comparisonsOf(seen.key, conditions);
  const values = plainValues(
    seen.compared,
    compares.map(({ wanted }) => wanted),
  );
  if (seen.compared.as === 'texts') return [...values.map((value) => [String(value)]), values.map(String)];
  if (seen.compared.as !== 'parts') return values;
  let objects: readonly Readonly<Record<string, string>>[] = [{}];
  for (const [part, compared] of Object.entries(seen.compared.parts)) {
    const wanted = compares.filter((each) => each.part === part).map((each) => each.wanted);
    if (wanted.length === 0) continue;
    const texts = plainValues(compared, wanted).map(String);
    objects = objects.flatMap((object) => [object, ...texts.map((value) => ({ ...object, [part]: value }))]);
  }
  return objects.map((object) => ({ kind: '', number: '', ...object }));
}

function plainValues(compared: Compared, wanted: readonly Comparison[]): readonly (string | number | true)[] {
  const named = wanted.flatMap((each): readonly (string | number | boolean)[] =>
    'equals' in each ? [each.equals] : 'in' in each ? each.in : [],
  );
  const texts = named.filter((value) => typeof value === 'string');
  switch (compared.as) {
    case 'tick':
      return [true];
    case 'number': {
      const bounds = wanted.flatMap((each) => ('atLeast' in each ? [each.atLeast, each.atLeast - 1] : []));
      const numbers = [
        ...named.filter((value) => typeof value === 'number'),
        ...bounds,
        compared.min,
        compared.max,
      ];
      return [...new Set(numbers)].filter((value) => value >= compared.min && value <= compared.max);
    }
    case 'day': {
      const ages = wanted.flatMap((each) =>
        'olderThanDays' in each ? [daysBefore(each.olderThanDays), daysBefore(each.olderThanDays + 1)] : [],
      );
      return [...new Set([...texts, ...ages, TODAY])];
    }
    case 'text':
    case 'texts': {
      const other = compared.values ? compared.values.find((value) => !texts.includes(value)) : 'khác';
      return [...new Set([...texts, ...(other === undefined ? [] : [other])])];
    }
    case 'parts':
      return [];
  }
}

function daysBefore(days: number): string {
  return Temporal.PlainDate.from(TODAY).subtract({ days }).toString();
}

/** One row of each kind, each two of them together, and as many as a count asks for. */
function rowsOf(seen: Seen, children: readonly Seen[], conditions: readonly Condition[]): readonly Value[] {
  let answers: readonly Readonly<Record<string, Value>>[] = [{}];
  for (const child of children) {
    if (comparisonsOf(child.key, conditions).length === 0) continue;
    const values = valuesOf(child, conditions);
    answers = answers.flatMap((each) => [each, ...values.map((value) => ({ ...each, [child.key]: value }))]);
  }
  const rows: readonly Row[] = answers.map((each, at) => ({ id: `r${at + 1}`, answers: each }));
  const counts = comparisonsOf(seen.key, conditions).flatMap(({ wanted }) =>
    'atLeast' in wanted ? [wanted.atLeast] : 'equals' in wanted ? [Number(wanted.equals)] : [],
  );
  const lists = [
    ...rows.map((row) => [row]),
    ...rows.flatMap((one, at) => rows.slice(at + 1).map((other) => [one, other])),
    ...counts
      .filter((count) => count > 0 && count < 200)
      .map((count) => Array.from({ length: count }, () => rows[0]!)),
  ];
  return lists.map((list) => ({ next: list.length + 1, rows: list }));
}
