// Numbers of the book that a dossier took and no result of it bears: one that is being signed, those that became void and why.
import { formatInstant } from '../../rules/kernel/index.ts';
import type { Sheet } from './sheet.ts';
import { voidReasons, sheet as words } from './words.vi.ts';

/** A line for each, latest first. */
export function unusedNumbers({ unused }: Pick<Sheet, 'unused'>): readonly string[] {
  return unused.map(({ number, voidWhy, endedAt, signer, reservedAt }) =>
    voidWhy && endedAt
      ? words.voided(number, formatInstant(endedAt), voidReasons[voidWhy])
      : words.signing(number, signer.name, formatInstant(reservedAt)),
  );
}
