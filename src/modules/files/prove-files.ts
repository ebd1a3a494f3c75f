// Reads what is kept again and again, a little each time: damage is found while the backup still has the file, not on the day
// somebody needs it.
import type { Db } from '../../platform/db.ts';
import type { FileStore } from './ports.ts';
import { blobsToProve, writeProof } from './store.ts';

/** `healed`: it was wrong the last time and is whole now. */
export interface Proof {
  readonly sha256: string;
  readonly state: 'missing' | 'damaged' | 'healed';
}

export interface Turn {
  /** How long a proof holds. */
  readonly days: number;
  /** Bytes to read at most in this turn. */
  readonly mostBytes: number;
}

/** Two gigabytes an hour are fifty a day, and cost some ten seconds of one processor each. */
const TURN: Turn = { days: 7, mostBytes: 2_147_483_648 };
const PAGE = 200;

/**
 * Reads the files whose last proof is older than a week, and again those that were wrong, up to a bound. What the store does not
 * answer for waits for the next turn.
 * @param tell hears of each that is wrong, every time, and once when it is whole again
 * @returns how many were read
 */
export async function proveFiles(
  db: Db,
  files: FileStore,
  now: Temporal.Instant,
  tell: (proof: Proof) => void,
  { days, mostBytes }: Turn = TURN,
): Promise<number> {
  const before = now.subtract({ hours: days * 24 });
  const seen = new Set<string>();
  let bytes = 0;
  for (;;) {
    const due = (await blobsToProve(db, before, PAGE + seen.size)).filter(({ sha256 }) => !seen.has(sha256));
    if (due.length === 0) return seen.size;
    for (const { sha256, size, fault } of due) {
      if (bytes >= mostBytes) return seen.size;
      seen.add(sha256);
      bytes += size;
      const end = await files.verify(sha256);
      if (end.kind === 'tryAgain') return seen.size;
      if (end.kind !== 'whole') tell({ sha256, state: end.kind });
      else if (fault !== null) tell({ sha256, state: 'healed' });
      await writeProof(db, sha256, end.kind === 'whole' ? null : end.kind, now);
    }
  }
}
