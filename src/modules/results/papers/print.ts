// Results are made in a thread: nobody's page waits for a leader's paper.
import { threadProgram } from '../../../platform/aside.ts';
import { pressed } from '../../../platform/pdf/index.ts';
import type { PAPERS } from './printed.ts';
import type { ResultPaperData } from './result-paper.ts';
import type { ResultTemplate } from './template.ts';

const press = pressed<typeof PAPERS>(
  threadProgram(import.meta.url, './printed.ts', 'modules/results/papers/printed.js'),
);

/**
 * The result as a PDF; same data, same bytes.
 * @throws Error when a value is missing or unfit (see `missingValues`), or no thread can make it now; MissingGlyph for an unprintable character
 */
export function printResult(template: ResultTemplate, data: ResultPaperData): Promise<Buffer> {
  return press('result', { template, data });
}
