// What an author wrote wrongly in a condition: a question that is not asked before it, a part that there is not, a value that can
// never be answered.
import { type Comparison, type Condition, conditionsIn } from '../condition.ts';
import type { Compared } from '../kinds/kind.ts';
import { meant } from './near.ts';

/** A question that a condition may name. */
export interface Nameable {
  /** Undefined for a line that the machine writes. */
  readonly compared: Compared | undefined;
  /** The questions of its rows, when it is a repeat. */
  readonly rows?: Names;
}

/** What may be named at some place of the form. */
export interface Names {
  find(name: string): Nameable | undefined;
  /** Why it may not be named, when it is not found. */
  whyNot(name: string): string;
}

/** All that is wrong with a condition. */
export function conditionFaults(condition: Condition, names: Names): readonly string[] {
  if ('anyRow' in condition) {
    const repeat = names.find(condition.anyRow);
    if (!repeat) return [names.whyNot(condition.anyRow)];
    if (!repeat.rows) return [`“${condition.anyRow}” không phải câu hỏi nhiều dòng (repeat).`];
    return conditionFaults(condition.is, repeat.rows);
  }
  if (!('field' in condition)) return conditionsIn(condition).flatMap((each) => conditionFaults(each, names));
  const { field, part } = condition;
  const found = names.find(field);
  if (!found) return [names.whyNot(field)];
  if (!found.compared) return [`“${field}” do máy ghi nên không so sánh được.`];
  if (part === undefined) return comparisonFaults(`“${field}”`, condition, found.compared);
  const parts = found.compared.as === 'parts' ? found.compared.parts : {};
  const compared = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (compared) return comparisonFaults(`“${field}” (${part})`, condition, compared);
  const known = Object.keys(parts);
  if (known.length === 0) return [`“${field}” không chia thành phần; hãy bỏ “part”.`];
  return [`“${field}” không có phần “${part}”, chỉ có ${known.join(', ')}.${meant(part, known)}`];
}

function comparisonFaults(name: string, wanted: Comparison, compared: Compared): readonly string[] {
  if ('present' in wanted) return [];
  if (compared.as === 'parts') {
    return [`${name} có nhiều phần; hãy ghi “part”: ${Object.keys(compared.parts).join(', ')}.`];
  }
  if ('olderThanDays' in wanted) {
    return compared.as === 'day' ? [] : [`${name} không phải là ngày nên không so được với hôm nay.`];
  }
  if ('atLeast' in wanted) {
    if (compared.as !== 'number') return [`${name} không phải là số nên không so nhiều ít được.`];
    return wanted.atLeast <= compared.max
      ? []
      : [`${name} nhiều nhất là ${compared.max}, không tới ${wanted.atLeast}.`];
  }
  const values = 'equals' in wanted ? [wanted.equals] : wanted.in;
  return values.flatMap((value) => whyNever(name, value, compared) ?? []);
}

/** Why the answer is never this value. */
function whyNever(name: string, value: string | number | boolean, compared: Compared): string | undefined {
  switch (compared.as) {
    case 'text':
    case 'texts':
      if (typeof value !== 'string') return `${name} được trả lời bằng chữ, không bao giờ là ${value}.`;
      if (!compared.values || compared.values.includes(value)) return undefined;
      return `“${value}” không có trong các lựa chọn của ${name}.${meant(value, compared.values)}`;
    case 'tick':
      return value === true
        ? undefined
        : `${name} là một ô đánh dấu: hãy dùng "equals": true hoặc "present".`;
    case 'number':
      if (typeof value !== 'number') return `${name} là số, không bao giờ là “${value}”.`;
      if (value >= compared.min && value <= compared.max) return undefined;
      return `${name} chỉ từ ${compared.min} đến ${compared.max}, không bao giờ là ${value}.`;
    case 'day':
      if (typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(value)) return undefined;
      return `${name} là ngày; hãy viết như 2026-11-29.`;
    case 'parts':
      return undefined;
  }
}
