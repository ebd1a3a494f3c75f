// The data that ship with the program, loaded as an operator would load them: those of the trial's province in sandbox mode.
import { join } from 'node:path';
import { loadData } from '../flows/load-data.ts';
import { sayFault } from '../platform/data/index.ts';
import type { Db } from '../platform/db.ts';
import { contentIsNew, noteContent } from '../platform/loaded.ts';
import { readDataFiles } from './cli/data.ts';
import { projectFolder } from './project-folder.ts';

const SEEDS = [
  'reference/holidays.json',
  'reference/procedures.json',
  ...['1.001193', '1.001612.2021', '1.001612.2025', '2.000815', 'generic'].map(
    (name) => `reference/forms/${name}.json`,
  ),
  'reference/form-assignments.json',
  'demo/decided-fees.json',
];

/**
 * Loads the seeds unless these very files were loaded before: what was loaded over them since then stays.
 * @returns whether they were loaded now
 * @throws Error that names every fault
 */
export async function loadSeeds(db: Db, now: Temporal.Instant): Promise<boolean> {
  const { files, faults } = await readDataFiles(
    SEEDS.map((file) => join(projectFolder(), 'db', 'seeds', file)),
  );
  const mark = files.map((file) => file.sha256).join('\n');
  if (faults.length === 0 && !(await contentIsNew(db, 'seeds', mark))) return false;
  const report =
    faults.length > 0
      ? { ok: false as const, faults }
      : await loadData({ db, now, account: 'set-up', files });
  if (!report.ok) throw new Error(`seeds: ${report.faults.map(sayFault).join('; ')}`);
  await noteContent(db, 'seeds', mark, now);
  return true;
}
