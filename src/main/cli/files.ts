// `files verify`: holds every stored file against its name; exit 0, or a line for each that is missing or damaged and exit 1.
import { type Finding, type Verified, verifyFiles } from '../../modules/files/index.ts';
import type { Db } from '../../platform/db.ts';
import type { Config } from '../config.ts';
import { openFileStore } from '../file-store.ts';
import { withDatabase } from './database.ts';
import type { Command } from './json-lines.ts';

/** Verifies the files of a deployment. @param tell hears of each that is not as it should be */
export async function checkFiles(
  db: Db,
  config: Pick<Config, 'files' | 'varFolder'>,
  tell: (finding: Finding) => void,
): Promise<Verified & { ok: boolean }> {
  const found = await verifyFiles(db, await openFileStore(config), tell);
  return { ok: found.wrong === 0, ...found };
}

/** The command. @returns 0 when every file is whole, 1 after a line for each that is not, 2 when called wrongly */
export const run: Command = async (args, { output, errors, env }) => {
  if (args[0] !== 'verify') {
    errors.write('usage: npm run -s cli -- files verify\n');
    return 2;
  }
  const line = (value: object) => output.write(`${JSON.stringify(value)}\n`);
  const answer = await withDatabase(env, (db, config) => checkFiles(db, config, line));
  line(answer);
  return answer.ok ? 0 : 1;
};
