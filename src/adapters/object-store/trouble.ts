// What goes wrong on a disk or on the way to a bucket, told apart at its origin from bugs and from what the sender does.
import type { TryAgain } from '../../modules/files/ports.ts';

/** The store did not do it now and may later; the message is for the log. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  /** There is no room left. */
  get full(): boolean {
    return isSystemError(this.cause, 'ENOSPC') || isSystemError(this.cause, 'EDQUOT');
  }
}

/** An error of the operating system, of this code when one is named. */
export function isSystemError(error: unknown, code?: string): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return false;
  return code === undefined || error.code === code;
}

/** Works on a disk. @throws Trouble when it is full, read-only, broken, badly mounted: all of it may be mended */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Trouble(`${error.code} ${error.syscall ?? ''}`.trim(), { cause: error });
  }
}

/** Makes an answer of trouble. @throws everything else */
export async function answered<T>(work: () => Promise<T>): Promise<T | TryAgain> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { kind: 'tryAgain', reason: error.message, ...(error.full && { full: true }) };
  }
}
