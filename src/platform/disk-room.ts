// How much room a disk has left: looked at once a second at most, and a disk that does not answer holds nobody up.
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEPT_MS = 1000;
const PATIENCE_MS = 500;

/** Free bytes for who is no superuser, where a folder lies or will lie; null: not known. */
export type FreeBytes = (folder: string) => Promise<number | null>;

/** Asks the system. */
export const freeBytes: FreeBytes = async (folder) => {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch (error) {
    const above = dirname(folder);
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && above !== folder ? freeBytes(above) : null;
  }
};

/** Remembers for a second what was found, and asks once at a time. */
export interface DiskRoom {
  /** Free bytes; null: not known, or the disk did not say in half a second. */
  free(): Promise<number | null>;
}

/**
 * Watches the disk that a folder or a file lies on.
 * @param ask in place of the system, for tests
 * @param keptMs how long an answer is remembered
 */
export function diskRoom(folder: string, ask: FreeBytes = freeBytes, keptMs = KEPT_MS): DiskRoom {
  let known: number | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  return {
    async free() {
      if (!asking && performance.now() - askedAt > keptMs) {
        askedAt = performance.now();
        asking = ask(folder)
          .then((found) => {
            known = found;
          })
          .finally(() => {
            asking = null;
          });
      }
      if (!asking) return known;
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<'late'>((done) => {
        late = setTimeout(done, PATIENCE_MS, 'late');
      });
      const end = await Promise.race([asking, tooLate]);
      clearTimeout(late);
      return end === 'late' ? null : known;
    },
  };
}
