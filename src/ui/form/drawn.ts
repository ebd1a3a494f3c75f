// What every drawn question is given, and how a box finds its text and its error.
import type { ComponentChildren } from 'preact';
import {
  type Asked,
  boxName,
  type FormError,
  idOf,
  type Look,
  type Part,
  type ShownInput,
} from '../../rules/forms/index.ts';
import type { Said } from '../components/index.ts';

/** An error in the words of the page's language. */
export interface SaidError extends FormError {
  readonly message: string;
}

export interface DrawnProps {
  shown: ShownInput;
  errors: readonly SaidError[];
}

/** What a control draws: the whole question, or one part of it. */
export interface ControlProps<L extends Look> extends DrawnProps {
  asked: Asked<L>;
  label: Said;
  /** Marked with a star or as optional; undefined: not marked. */
  required: boolean | undefined;
  hint: Said | undefined;
  /** Of its box, or before those of its boxes; empty for a question with one. */
  suffix: string;
  /** The question itself, not a part of it. */
  whole: boolean;
  /** Nothing else on the page: its heading asks for this. */
  alone: boolean;
  /** Draws a part of the same question. */
  partOf(part: Part): ComponentChildren;
  /** Other questions of the page that hang under a choice of this one. */
  under(value: string): ComponentChildren;
}

/** One box of a question: its name, id, text, and the error that points at it. */
export interface Box {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** The box of a question under a suffix (empty: its only box). */
export function boxOf({ shown, errors }: DrawnProps, suffix: string): Box {
  const name = boxName(shown.name, suffix);
  const id = idOf(name);
  const error = errors.find((each) => each.fieldId === id)?.message;
  return { name, id, value: shown.boxes[suffix] ?? '', error };
}

/** The first error that points into this part or below it (`issuedOn` finds `…-issuedOn-month`). */
export function errorWithin({ shown, errors }: DrawnProps, suffix: string): SaidError | undefined {
  const id = idOf(boxName(shown.name, suffix));
  return errors.find((error) => error.fieldId === id || error.fieldId.startsWith(`${id}-`));
}
