// Slips are made in a thread: nobody's page waits for another's paper.
import { threadProgram } from '../../../platform/aside.ts';
import { pressed } from '../../../platform/pdf/index.ts';
import type { PAPERS } from './printed.ts';

/**
 * A slip as a PDF; same data, same bytes.
 * @throws Error when no thread can make it now; MissingGlyph for an unprintable character
 */
export const printSlip = pressed<typeof PAPERS>(
  threadProgram(import.meta.url, './printed.ts', 'modules/dossiers/papers/printed.js'),
);
