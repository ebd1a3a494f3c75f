// Clears what uploads cut off by a crash left in tmp/.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, tmpOf } from './shelf.ts';

const DAY_MS = 86_400_000;

/**
 * Removes unfinished uploads older than a day; younger ones may still be coming.
 * @param now of the machine's own clock, as the file dates are
 * @returns how many were removed
 */
export async function sweep(folder: string, now: Temporal.Instant): Promise<number> {
  const tmp = tmpOf(folder);
  const names = await readdir(tmp).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  let removed = 0;
  for (const name of names) {
    const path = join(tmp, name);
    const found = await stat(path).catch(() => null);
    if (!found || now.epochMilliseconds - found.mtimeMs < DAY_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
