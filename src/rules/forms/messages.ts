// The sentences that say what is wrong and what to do, one per case, with the thing called by its name.
import type { Field } from './definition.ts';

/** How sentences name what a field asks: "ngày sinh của trẻ". */
export function subject(field: Field): string {
  return field.ask ?? lowerFirst(field.label);
}

/** The same at the start of a sentence. */
export function Subject(field: Field): string {
  const name = subject(field);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const CHOSEN = new Set(['select', 'radio', 'ethnic', 'country', 'gender']);

/** "Bạn phải nhập ngày sinh của trẻ." */
export function missing(field: Field): string {
  if (field.messages?.missing) return field.messages.missing;
  if (field.type === 'checkbox') return `Bạn phải đánh dấu vào ô “${field.label}”.`;
  return `Bạn phải ${CHOSEN.has(field.type) ? 'chọn' : 'nhập'} ${subject(field)}.`;
}

/** The form's own sentence for a wrong entry, or the general one. */
export function wrong(field: Field, general: string): string {
  return field.messages?.wrong ?? general;
}

function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
