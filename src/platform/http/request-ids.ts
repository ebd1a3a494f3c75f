// Names of requests, by which lines of the log belong together.
import { randomBytes } from 'node:crypto';

/** Unlike any other's: this process's own random beginning, then a count. */
export function requestIds(): () => string {
  const mine = randomBytes(6).toString('base64url');
  let count = 0;
  return () => `${mine}-${(++count).toString(36)}`;
}
