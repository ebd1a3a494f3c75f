// What an author may say of any question, whatever its kind.
import type { Members, Shapes } from './shapes.ts';

/** What of the account a field may be prefilled from. */
export const PREFILL_SOURCES = [
  'fullName',
  'birthDate',
  'personalNumber',
  'phone',
  'email',
  'gender',
] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];

export const OPTION = { value: 'text', label: 'text', 'hint?': 'text' } as const satisfies Shapes;
export type Option = Members<typeof OPTION>;

export const FIELD = {
  /** Path inside the form (`child.birthDate`); inside a repeat, relative to the row (`title`). */
  key: 'key',
  /** The official label. */
  label: 'text',
  /** How error sentences name the thing: "ngày sinh của trẻ". The label in lower case when absent. */
  'ask?': 'text',
  'hint?': 'text',
  'required?': 'flag',
  'requiredWhen?': 'condition',
  'visibleWhen?': 'condition',
  /** Sentences that replace the general ones. */
  'messages?': { members: { 'missing?': 'text', 'wrong?': 'text' } },
  'prefill?': { oneOf: PREFILL_SOURCES },
  /** Told apart from the form's own label on the check page, where "Số" alone says nothing. */
  'summaryLabel?': 'text',
} as const satisfies Shapes;

export type FieldBase = Members<typeof FIELD>;

/** A question of whatever kind. */
export interface AnyField extends FieldBase {
  readonly type: string;
}

/** A question of one kind, with the options of that kind. */
export type FieldOf<Type extends string, Options> = FieldBase & { readonly type: Type } & Members<Options>;
