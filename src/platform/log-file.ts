// A log's file: its owner writes it, its group may read it, others neither; whatever the umask was, and whoever made it before.
import { fchmodSync, openSync } from 'node:fs';

const MODE = 0o640;

/** Opens a log to write at its end. @returns the descriptor; close it when it has been handed on */
export function openLog(path: string): number {
  const file = openSync(path, 'a', MODE);
  try {
    fchmodSync(file, MODE);
  } catch {
    // Somebody else's file that we may write: its modes are theirs.
  }
  return file;
}
