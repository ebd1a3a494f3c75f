// The data that ship with the program, loaded as an operator would load them: those of the trial's province in sandbox mode.
import { join } from 'node:path';
import { loadData } from '../flows/load-data.ts';
import { hasDaysOff } from '../modules/agencies/index.ts';
import { sayFault } from '../platform/data/index.ts';
import type { Db } from '../platform/db.ts';
import { contentIsNew, noteContent } from '../platform/loaded.ts';
import { readDataFiles } from './cli/data.ts';
import { projectFolder } from './project-folder.ts';

const SEEDS = [
  'reference/holidays.json',
  'reference/agencies.json',
  'reference/procedures.json',
  ...['1.001193', '1.001612.2021', '1.001612.2025', '2.000815', 'generic'].map(
    (name) => `reference/forms/${name}.json`,
  ),
  'reference/form-assignments.json',
  ...['giay-chung-nhan-ho-kinh-doanh', 'giay-khai-sinh', 'loi-chung-ban-sao', 'thong-bao-ket-qua'].map(
    (name) => `reference/result-templates/${name}.json`,
  ),
  'demo/decided-fees.json',
];

/**
 * Loads the seeds unless these very files were loaded before: what was loaded over them since then stays.
 * @returns whether they were loaded now
 * @throws Error that names every fault
 */
export function loadSeeds(db: Db, now: Temporal.Instant): Promise<boolean> {
  return loadOnce(db, 'seeds', SEEDS, now);
}

/**
 * What is the same in every province and no due date can be counted without: the days off, at the first start. Notices of later
 * years are loaded by the operator, and stay.
 */
export async function loadDaysOff(db: Db, now: Temporal.Instant): Promise<boolean> {
  if (await hasDaysOff(db)) return false;
  return loadOnce(db, 'days', ['reference/holidays.json'], now);
}

async function loadOnce(
  db: Db,
  name: string,
  shipped: readonly string[],
  now: Temporal.Instant,
): Promise<boolean> {
  const { files, faults } = await readDataFiles(shipped, join(projectFolder(), 'db', 'seeds'));
  const mark = files.map((file) => file.sha256).join('\n');
  if (faults.length === 0 && !(await contentIsNew(db, name, mark))) return false;
  const report =
    faults.length > 0
      ? { ok: false as const, faults }
      : await loadData({ db, now, account: 'set-up', files });
  if (!report.ok) throw new Error(`seeds: ${report.faults.map(sayFault).join('; ')}`);
  await noteContent(db, name, mark, now);
  return true;
}
