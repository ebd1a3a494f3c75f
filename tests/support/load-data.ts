// Loads data files that a test writes down as values, and tells what became of them.
import { countsOf, loadData } from '../../src/flows/load-data.ts';
import { readDataFile, sayFault } from '../../src/platform/data/index.ts';
import type { Db } from '../../src/platform/db.ts';

const now = Temporal.Instant.from('2026-11-30T02:00:00Z');

/** Files by name; a content that is no text is written as JSON, a member a line. */
export type Given = readonly (readonly [name: string, content: unknown])[];

export function loadingInto(db: () => Db) {
  const load = (given: Given, dryRun = false) => {
    const files = given.map(([name, content]) => {
      const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
      const read = readDataFile(name, Buffer.from(text));
      if (!read.ok) throw new Error(read.faults.map(sayFault).join('\n'));
      return read.file;
    });
    return loadData({ db: db(), now, account: 'test', files, dryRun });
  };
  return {
    load,
    /** Rows added, changed, ended and left, by kind. @throws Error when the load is refused */
    async counts(given: Given, dryRun = false) {
      const report = await load(given, dryRun);
      if (!report.ok) throw new Error(report.faults.map(sayFault).join('\n'));
      return Object.fromEntries(
        report.kinds.map((kind) => [kind.section, Object.values(countsOf(kind)).join(' ')]),
      );
    },
    /** Why the load is refused; none: it is not. */
    async faults(given: Given): Promise<string[]> {
      const report = await load(given);
      return report.ok ? [] : report.faults.map(sayFault);
    },
  };
}
