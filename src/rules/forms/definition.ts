// The shape of an electronic form as data: immutable once published, pinned to each dossier by the hash of its canonical JSON.
import type { Condition } from './condition.ts';

/** What of the account a field may be prefilled from. */
export type PrefillSource = 'fullName' | 'birthDate' | 'personalNumber' | 'phone' | 'email' | 'gender';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface FieldBase {
  /** Path inside the form (`child.birthDate`); inside a repeat, relative to the row (`title`). */
  readonly key: string;
  /** The official label. */
  readonly label: string;
  /** How error sentences name the thing: "ngày sinh của trẻ". The label in lower case when absent. */
  readonly ask?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly requiredWhen?: Condition;
  readonly visibleWhen?: Condition;
  /** Sentences that replace the general ones. */
  readonly messages?: { readonly missing?: string; readonly wrong?: string };
  readonly prefill?: PrefillSource;
  /** Told apart from the form's own label on the check page, where "Số" alone says nothing. */
  readonly summaryLabel?: string;
}

export interface TextRule {
  readonly pattern: string;
  readonly message: string;
}

export interface TextField extends FieldBase {
  readonly type: 'text' | 'personName';
  readonly maxLength?: number;
  /** Kept in capitals, as the paper form asks ("ghi bằng chữ in hoa"). */
  readonly uppercase?: boolean;
  /** Lines of a text area; one line without it. */
  readonly rows?: number;
  /** Offered while typing; anything else may be written too. */
  readonly suggestions?: readonly string[];
  readonly mustMatch?: readonly TextRule[];
  readonly mustNotMatch?: readonly TextRule[];
}

export interface DateField extends FieldBase {
  readonly type: 'date' | 'partialDate';
  /** `no` (default): today at the latest; `allowed`; `only`: today at the earliest. */
  readonly future?: 'no' | 'allowed' | 'only';
  readonly minAge?: { readonly years: number; readonly unless?: Condition; readonly message: string };
  /** Must lie strictly before the date in that other field. */
  readonly before?: { readonly field: string; readonly message: string };
}

export interface PlainField extends FieldBase {
  readonly type: 'id12' | 'phone' | 'email' | 'taxCode';
  /** Soft comparison of a personal number with what else was declared; warns, never blocks. */
  readonly agreesWith?: { readonly birth?: string; readonly gender?: string };
}

export interface IdDocField extends FieldBase {
  readonly type: 'idDoc';
  /** Ask day and place of issue: `required` (default), `optional`, `no`. */
  readonly issue?: 'required' | 'optional' | 'no';
  /** Ask "có giá trị đến". */
  readonly expiry?: boolean;
  readonly agreesWith?: { readonly birth?: string; readonly gender?: string };
  /** The same paper may not stand in that other idDoc field. */
  readonly differsFrom?: { readonly field: string; readonly message: string };
}

export interface AddressField extends FieldBase {
  readonly type: 'address';
  /** A place abroad may be given (country and detail); false by default. */
  readonly abroad?: boolean;
  /** House number, street, hamlet: `required`, `optional` (default), `no` (quê quán, nơi sinh). */
  readonly detail?: 'required' | 'optional' | 'no';
}

export interface ChoiceField extends FieldBase {
  readonly type: 'select' | 'radio' | 'ethnic' | 'country' | 'gender';
  /** For select and radio; the other kinds bring their own list. */
  readonly options?: readonly Option[];
  /** Preselected on an empty form. */
  readonly initial?: string;
  /** The only values the procedure admits, with the sentence that says why. */
  readonly only?: { readonly values: readonly string[]; readonly message: string };
}

/** Without options one box, true when ticked; with options a list of the ticked values. */
export interface CheckboxField extends FieldBase {
  readonly type: 'checkbox';
  readonly options?: readonly Option[];
}

export interface NumberField extends FieldBase {
  readonly type: 'number' | 'money';
  readonly min?: number;
  readonly max?: number;
  /** What is counted, said after the number: "trang". */
  readonly unit?: string;
}

export interface RepeatField extends FieldBase {
  readonly type: 'repeat';
  readonly min: number;
  readonly max: number;
  /** "Giấy tờ" → "Giấy tờ 1", "Giấy tờ 2". */
  readonly rowTitle: string;
  readonly addLabel: string;
  readonly fields: readonly SimpleField[];
  /** Exactly one row has this box ticked. */
  readonly exactlyOne?: { readonly field: string; readonly message: string };
}

export type Computation =
  | { readonly op: 'dateWords'; readonly of: string }
  | { readonly op: 'moneyWords'; readonly of: string }
  | { readonly op: 'agency' }
  | { readonly op: 'madeAt' }
  | { readonly op: 'today' }
  | { readonly op: 'fee' };

/** Written by the machine, never posted. */
export interface ComputedField extends FieldBase {
  readonly type: 'computed';
  readonly compute: Computation;
}

export type InputField =
  | TextField
  | DateField
  | PlainField
  | IdDocField
  | AddressField
  | ChoiceField
  | CheckboxField
  | NumberField;
export type SimpleField = InputField | ComputedField;
export type Field = SimpleField | RepeatField;

/** One thing per page: the title is the question. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** The section of the paper form (id) in which the answers are listed on the check page. */
  readonly section: string;
  readonly visibleWhen?: Condition;
  readonly fields: readonly Field[];
}

/** A paper of the dossier; `name` is the component's name in the catalogue. */
export interface FormComponent {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
  readonly requiredWhen?: Condition;
  /** Offered only in this case (a surrogacy paper is not asked of others). */
  readonly visibleWhen?: Condition;
  /** Shown at the counter, not uploaded. */
  readonly presentOnly: boolean;
  /** This paper is the electronic form itself: nothing to upload. */
  readonly fromForm?: boolean;
  /** File kinds taken: `pdf`, `jpg`, `png`, `heic`. */
  readonly accept: readonly string[];
  readonly hint?: string;
}

/** A soft check: shown on the check page and to the official, never blocks. */
export interface Warning {
  readonly id: string;
  readonly field: string;
  readonly when: Condition;
  readonly message: string;
}

export interface FormDefinition {
  /** Code of the procedure filed with it; `generic` serves every procedure without a form of its own. */
  readonly code: string;
  readonly revision: string;
  readonly title: string;
  /** First day in force (ISO), inclusive; null: since ever. */
  readonly validFrom: string | null;
  /** First day no longer in force (ISO), exclusive; null: still in force. */
  readonly validTo: string | null;
  readonly legalBasis: readonly string[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly pages: readonly Page[];
  readonly components: readonly FormComponent[];
  readonly warnings?: readonly Warning[];
}
