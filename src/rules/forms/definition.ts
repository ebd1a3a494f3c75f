// The shape of an electronic form as data: immutable once published, pinned to each dossier by the hash of its canonical JSON.
import { COMPUTATION } from './computed.ts';
import type { FieldOf } from './field.ts';
import type { InputField } from './kinds/index.ts';
import type { Members, Shapes } from './shapes.ts';

/** Written by the machine, never posted. */
export const COMPUTED = { compute: COMPUTATION } as const satisfies Shapes;
export type ComputedField = FieldOf<'computed', typeof COMPUTED>;

export type SimpleField = InputField | ComputedField;

/** The same questions once a row. `fields` are of any kind but `repeat`. */
export const REPEAT = {
  min: 'count',
  max: 'count',
  /** "Giấy tờ" → "Giấy tờ 1", "Giấy tờ 2". */
  rowTitle: 'text',
  addLabel: 'text',
  /** Exactly one row has this box ticked. */
  'exactlyOne?': { members: { field: 'key', message: 'text' } },
} as const satisfies Shapes;
export type RepeatField = FieldOf<'repeat', typeof REPEAT> & { readonly fields: readonly SimpleField[] };

export type Field = SimpleField | RepeatField;

/** One thing per page: the title is the question. */
export const PAGE = {
  id: 'key',
  title: 'text',
  'hint?': 'text',
  /** The section of the paper form (id) in which the answers are listed on the check page. */
  section: 'key',
  'visibleWhen?': 'condition',
} as const satisfies Shapes;
export type Page = Members<typeof PAGE> & { readonly fields: readonly Field[] };

/** A paper of the dossier. */
export const COMPONENT = {
  key: 'key',
  /** The component's name in the catalogue. */
  name: 'text',
  required: 'flag',
  'requiredWhen?': 'condition',
  /** Offered only in this case (a surrogacy paper is not asked of others). */
  'visibleWhen?': 'condition',
  /** Shown at the counter, not uploaded. */
  presentOnly: 'flag',
  /** This paper is the electronic form itself: nothing to upload. */
  'fromForm?': 'flag',
  /** File kinds taken. */
  accept: { list: { oneOf: ['pdf', 'jpg', 'png', 'heic'] } },
  'hint?': 'text',
} as const satisfies Shapes;
export type FormComponent = Members<typeof COMPONENT>;

/** A soft check: shown on the check page and to the official, never blocks. */
export const WARNING = {
  id: 'key',
  field: 'key',
  when: 'condition',
  message: 'text',
} as const satisfies Shapes;
export type Warning = Members<typeof WARNING>;

/** The whole, but for its pages. */
export const DEFINITION = {
  /** Code of the procedure filed with it; `generic` serves every procedure without a form of its own. */
  code: 'text',
  revision: 'text',
  title: 'text',
  /** First day for which it was written (ISO), inclusive; null: since ever. Which form a procedure has on a day is told elsewhere. */
  'validFrom?': { orNull: 'day' },
  /** First day for which it was no longer written (ISO), exclusive; null: none. */
  'validTo?': { orNull: 'day' },
  legalBasis: { list: 'text' },
  sections: { list: { members: { id: 'key', title: 'text' } }, least: 1 },
  components: { list: { members: COMPONENT } },
  'warnings?': { list: { members: WARNING } },
} as const satisfies Shapes;
export type FormDefinition = Members<typeof DEFINITION> & { readonly pages: readonly Page[] };
