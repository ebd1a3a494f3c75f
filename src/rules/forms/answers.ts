// What a person answered, as JSON: typed values by field key, and what was typed wrongly kept as it was typed.

import { asTyped, LONGEST_KEPT } from '../kernel/index.ts';

export interface AddressInCountry {
  readonly unitCode: string | null;
  /** A unit is found by (code, date), never by code alone. ISO day. */
  readonly asOf: string | null;
  readonly unitName: string;
  readonly detail: string;
}
export interface AddressAbroad {
  readonly country: string;
  readonly detail: string;
}
export type AddressValue = AddressInCountry | AddressAbroad;

export interface IdDocValue {
  readonly kind: string;
  /** Name of the paper when the kind is `other`. */
  readonly kindName?: string;
  readonly number: string;
  readonly issuedOn?: string;
  readonly issuedBy?: string;
  readonly validUntil?: string;
}

/** An entry that is not (yet) a value: the boxes as they were typed, by their suffix (`''` is the field itself). */
export interface Unfinished {
  readonly typed: Readonly<Record<string, string>>;
}

export interface Row {
  /** Stays with the row whatever is added, removed or moved around it. */
  readonly id: string;
  readonly answers: Answers;
}
export interface Rows {
  /** Number of the next new row: an id is never given twice, so a file tied to a removed row finds no other. */
  readonly next: number;
  readonly rows: readonly Row[];
}

/** Dates are ISO texts (`2024-03-27`), partial ones shorter (`1950`, `1950-03`); money and numbers are integers. */
export type Value =
  | string
  | number
  | boolean
  | readonly string[]
  | AddressValue
  | IdDocValue
  | Rows
  | Unfinished;

export type Answers = Readonly<Record<string, Value>>;

/** Whether a JSON value has the shape of answers: texts, numbers, ticks, lists of texts and compound values, by field key. */
export function isAnswers(json: unknown): json is Answers {
  return (
    typeof json === 'object' && json !== null && !Array.isArray(json) && Object.values(json).every(isValue)
  );
}

function isValue(json: unknown): json is Value {
  if (Array.isArray(json)) return json.every((one) => typeof one === 'string');
  if (typeof json !== 'object') return ['string', 'number', 'boolean'].includes(typeof json);
  if (json === null) return false;
  if (!('rows' in json)) return true;
  return (
    Array.isArray(json.rows) &&
    json.rows.every(
      (row: unknown) => typeof row === 'object' && row !== null && 'answers' in row && isAnswers(row.answers),
    )
  );
}

/** A form as a browser posts it: flat, one text per box (`child.birthDate.day`, `docs[r1].title`). */
export type Posted = Readonly<Record<string, unknown>>;

/** Typed, but not yet an answer. */
export function isUnfinished(value: Value | undefined): value is Unfinished {
  return typeof value === 'object' && 'typed' in value;
}

/** The answer of a repeated field. */
export function isRows(value: Value | undefined): value is Rows {
  return typeof value === 'object' && 'rows' in value;
}

/** The rows answered in a repeated field; none when it was not answered. */
export function rowsOf(answers: Answers, key: string): readonly Row[] {
  const value = answers[key];
  return isRows(value) ? value.rows : [];
}

/** The box's text as the eye reads it, up to what is kept of any; a box posted twice counts with its last text, a box not posted is empty. */
export function box(posted: Posted, name: string): string {
  const value = Object.hasOwn(posted, name) ? posted[name] : undefined;
  const last = Array.isArray(value) ? value[value.length - 1] : value;
  return typeof last === 'string' ? asTyped(last.slice(0, LONGEST_KEPT + 1)) : '';
}

/** The name of a row's box: `docs[r1].title`. */
export function rowName(repeatKey: string, rowId: string, key: string): string {
  return `${repeatKey}[${rowId}].${key}`;
}

/** The name of a box: the field's own name, or a part of it (`child.birthDate.day`). */
export function boxName(fieldName: string, suffix: string): string {
  return suffix === '' ? fieldName : `${fieldName}.${suffix}`;
}

/** The HTML id of a box, which error summaries link to: `docs[r1].title` → `docs-r1-title`. */
export function idOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/gu, '-').replace(/-$/u, '');
}

/** The id of a whole row on its page. */
export function rowIdOf(repeat: string, rowId: string): string {
  return idOf(`${repeat}[${rowId}]`);
}
