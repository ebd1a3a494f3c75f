// Forms are made in a thread: nobody's page waits for another's paper.
import { threadProgram } from '../../../platform/aside.ts';
import { pressed } from '../../../platform/pdf/index.ts';
import type { PAPERS } from './printed.ts';

/**
 * A form as a PDF, blank or with what was filed; same form, same bytes.
 * @throws Error when no thread can make it now; MissingGlyph when a text has a character that cannot be printed
 */
export const printForm = pressed<typeof PAPERS>(
  threadProgram(import.meta.url, './printed.ts', 'modules/catalogue/papers/printed.js'),
);
