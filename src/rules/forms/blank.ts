// The questions of a form as a hand answers them: what the blank form that is printed leaves room for.
import { isWrittenByHand } from './computed.ts';
import type { SimpleField } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import type { PaperLine } from './paper-line.ts';

/** What a hand writes for one question; nothing for a line that the machine alone knows. */
export function linesByHand(field: SimpleField): readonly PaperLine[] {
  if (field.type !== 'computed') return kindOf(field).onPaper(field);
  return isWrittenByHand(field.compute) ? [{ kind: 'line', label: field.label }] : [];
}

/** How much of a table's width its column wants, relative to the others. */
export function shareByHand(field: SimpleField): number {
  return field.type === 'computed' ? 1 : kindOf(field).share;
}
