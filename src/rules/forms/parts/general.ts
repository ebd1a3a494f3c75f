// Faults that several kinds find: nothing entered, too long, not printable, or wrong in the form's own words.
import { type Fault, NO_FAULTS, named, sentences } from '../fault.ts';
import type { AnyField } from '../field.ts';
import { strangeCharacters } from '../typed-text.ts';
import { en } from '../words.en.ts';
import { vi } from '../words.vi.ts';

const { set, fault } = sentences(vi, en);

export const generalSentences = set;

/** The author's own sentence. */
export function inOwnWords(at: string, text: string): readonly Fault[] {
  return fault(at, 'in-own-words', { text });
}

/** The form's sentence for a wrong entry where it has one, else what the kind says. */
export function wrong(field: AnyField, at: string, general: () => readonly Fault[]): readonly Fault[] {
  return field.messages?.wrong === undefined ? general() : inOwnWords(at, field.messages.wrong);
}

/** "Bạn phải nhập ngày sinh của trẻ." */
export function notEntered(field: AnyField, at = ''): readonly Fault[] {
  return missing(field, at, () => fault(at, 'not-entered', named(field)));
}

/** "Bạn phải chọn giới tính." */
export function notChosen(field: AnyField): readonly Fault[] {
  return missing(field, '', () => fault('', 'not-chosen', named(field)));
}

/** The form's sentence for an answer that is not there, else what the kind says. */
export function missing(field: AnyField, at: string, general: () => readonly Fault[]): readonly Fault[] {
  return field.messages?.missing === undefined ? general() : inOwnWords(at, field.messages.missing);
}

/** Too long, or with characters that no paper can show. */
export function unprintable(field: AnyField, at: string, text: string, longest: number): readonly Fault[] {
  if (text.length > longest) return fault(at, 'too-long', { ...named(field), longest });
  return strangeIn(field, at, text);
}

/** Characters that no paper can show. */
export function strangeIn(field: AnyField, at: string, text: string): readonly Fault[] {
  const strange = strangeCharacters(text);
  return strange.length === 0 ? NO_FAULTS : fault(at, 'strange', { ...named(field), strange });
}

export function tooFewRows(name: string, least: number): readonly Fault[] {
  return fault('add', 'rows-too-few', { name, least });
}

export function tooManyRows(name: string, most: number): readonly Fault[] {
  return fault('add', 'rows-too-many', { name, most });
}
