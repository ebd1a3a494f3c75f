// Reads every file that the database knows of and holds it against its name: after a restore, or when a disk is in doubt.
import type { Db } from '../../platform/db.ts';
import type { FileStore } from './ports.ts';
import { knownAmong, namesAfter } from './store.ts';

/** A file that is not as it should be. `unanswered`: the store did not say; ask again. */
export interface Finding {
  readonly sha256: string;
  readonly state: 'missing' | 'damaged' | 'unanswered';
  readonly reason?: string;
}

export interface Verified {
  /** Files that the database knows of. */
  readonly files: number;
  /** How many of them are not as they should be. */
  readonly wrong: number;
  /** Files in the store that no row speaks of: uploads whose row was never written. They cost space and nothing else. */
  readonly unknown: number;
}

const PAGE = 500;
const AT_ONCE = 4;

/** @param tell hears of each file that is missing, damaged or unanswered. @throws Error when the store cannot be listed */
export async function verifyFiles(
  db: Db,
  files: FileStore,
  tell: (finding: Finding) => void,
): Promise<Verified> {
  let count = 0;
  let wrong = 0;
  for (let names = await namesAfter(db, '', PAGE); names.length > 0; ) {
    const waiting = names.values();
    const read = async () => {
      for (const name of waiting) {
        const finding = await look(files, name);
        count += 1;
        if (!finding) continue;
        wrong += 1;
        tell(finding);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, read));
    names = await namesAfter(db, names.at(-1) as string, PAGE);
  }
  return { files: count, wrong, unknown: await unknownIn(db, files) };
}

async function look(files: FileStore, sha256: string): Promise<Finding | undefined> {
  const end = await files.verify(sha256);
  if (end.kind === 'whole') return undefined;
  const state = end.kind === 'tryAgain' ? 'unanswered' : end.kind;
  return { sha256, state, ...('reason' in end && { reason: end.reason }) };
}

async function unknownIn(db: Db, files: FileStore): Promise<number> {
  let unknown = 0;
  let after: string | null = null;
  for (;;) {
    const page = await files.list(after);
    if (page.kind !== 'page') throw new Error(`the file store could not be listed: ${page.reason}`);
    if (page.names.length > 0) unknown += page.names.length - (await knownAmong(db, page.names)).size;
    if (!page.more) return unknown;
    after = page.names.at(-1) ?? null;
  }
}
