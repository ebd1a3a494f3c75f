// Free text that ends on a paper must be printable, or the paper that was promised could never be made; and whole, before it goes out.
import { unprintable } from '../../platform/pdf/index.ts';
import { type Refusal, stopsShort } from '../../rules/kernel/index.ts';
import { wrongAt } from './refusals.ts';

/** A refusal that names the characters our papers cannot print (emoji, other scripts); null when all can be. */
export function unfitToPrint(field: string, ...texts: readonly string[]): Refusal | null {
  const strange = unprintable(texts.join(' '));
  if (strange.length === 0) return null;
  return wrongAt(field, { code: 'unprintable', params: { characters: strange } });
}

/** A refusal of text that may not go out: with a gap left of a ready text, cut off, or not printable; null when it may. */
export function unfitToSend(field: string, ...texts: readonly string[]): Refusal | null {
  if (texts.some(stopsShort)) return wrongAt(field, { code: 'text-unfinished' });
  return unfitToPrint(field, ...texts);
}
