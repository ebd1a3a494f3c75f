// What takes long in a thread of its own gives way to the thread that answers people: with both waiting for a processor, the page goes first.
import { setPriority } from 'node:os';

/** Of nice(1): a third of the weight of a page's, so that nothing starves. */
const NICE = 5;

/** Called once, by a thread's program. On Linux alone a priority is the thread's own; elsewhere nothing is done. */
export function afterPages(): void {
  if (process.platform === 'linux') setPriority(NICE);
}
