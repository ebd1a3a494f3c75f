// Who has a dossier and what comes next, in the reader's language.
import type { StateCode } from '../../../ui/index.ts';
import type { words } from './words.ts';

export type Say = ReturnType<typeof words>;

/** @returns nothing said for a state that needs no words */
export function stepWords({ states }: Say, state: StateCode): { holder?: string; next?: string } {
  const all: Readonly<Record<number, { holder?: string; next: string }>> = states;
  return all[state] ?? {};
}
