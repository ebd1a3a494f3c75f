// Boxes of the desk have room for so many characters; what was written stays in the box, and the sentence says how many.
import { isLonger, type RefusalOf } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

/** What only the desk refuses. */
export type DeskRefusal = RefusalOf<typeof vi>;

export interface Written {
  /** Name of the box in the form. */
  readonly field: string;
  /** How its label is said in a sentence. */
  readonly label: string;
  readonly text: string;
}

/** The first box with more than `most` characters, or nothing; white space around does not count. */
export function overlong(boxes: readonly Written[], most: number): DeskRefusal[] {
  const box = boxes.find(({ text }) => isLonger(text, most));
  if (!box) return [];
  const { field, label } = box;
  return [{ code: 'overlong', status: 422, field, params: { label, most } }];
}
