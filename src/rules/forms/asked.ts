// How a question looks to whoever answers it, as data: `ui/form` draws each of these, kinds only say which.
import type { Language } from '../kernel/index.ts';
import type { Option } from './field.ts';

export type Said = Readonly<Record<Language, string>>;

interface Looks {
  /** One line to write on. */
  readonly line: {
    readonly keyboard?: 'numeric' | 'tel' | 'email';
    /** About how many characters there is room for. */
    readonly room?: 5 | 10 | 20;
    /** Said after the box: "trang", "đ". */
    readonly unit?: string;
    /** Written as it stands on a paper: no spelling is corrected. */
    readonly exact?: boolean;
    /** Words begin with capitals. */
    readonly capitals?: boolean;
    /** Offered while typing; anything else may be written too. */
    readonly suggestions?: readonly string[];
  };
  /** Several lines to write on. */
  readonly lines: { readonly rows: number };
  /** A list that opens. */
  readonly list: { readonly options: readonly Option[] };
  /** All choices in sight; what depends on one of them stands under it. */
  readonly radios: {
    readonly options: readonly Option[];
    readonly dense?: boolean;
    /** Another box of the same question, under the choice that asks for it. */
    readonly under?: { readonly option: string; readonly part: Part };
  };
  /** One box to tick; its suffix is empty. */
  readonly tick: object;
  /** Boxes to tick, each under its option's value. */
  readonly ticks: { readonly options: readonly Option[] };
  /** Day, month and year. */
  readonly date: object;
  /** A commune by old or new name, with a detail and a country where asked. */
  readonly place: {
    readonly detail: 'no' | 'optional' | 'required';
    readonly abroad: boolean;
    /** A district or a province will do. */
    readonly wide: boolean;
  };
  /** Several boxes that are one answer. */
  readonly group: { readonly parts: readonly Part[] };
}

export type Look = keyof Looks;
export type Asked<L extends Look = Look> = { [K in L]: { readonly as: K } & Looks[K] }[L];

/** One box (or one date) of a question that has several. */
export interface Part {
  readonly suffix: string;
  readonly label: Said;
  /** Marked as the whole question is, as obligatory, as not, or not marked. */
  readonly mark: 'whole' | 'must' | 'may' | 'none';
  readonly hint?: Said;
  readonly asked: Asked<'line' | 'radios' | 'date'>;
}
