// Clears what uploads cut off by a crash left half-made in the store.
import type { FileStore, SweepEnd } from './ports.ts';

/**
 * Forgets unfinished uploads older than a day; younger ones may still be coming.
 * @param now of the machine's own clock, as the store's dates are
 */
export function sweep(files: FileStore, now: Temporal.Instant): Promise<SweepEnd> {
  return files.sweep(now.subtract({ hours: 24 }));
}
