// `secrets accept`: the secrets a database was made with are lost for good; from now on it goes with those of the state folder.
import { loadSecrets, noteSecrets } from '../../platform/secrets.ts';
import { withDatabase } from './database.ts';
import type { Command } from './json-lines.ts';

/** The command. @returns 0 when it is noted, 2 when called wrongly */
export const run: Command = async (args, { output, errors, env }) => {
  if (args[0] !== 'accept') {
    errors.write('usage: npm run -s cli -- secrets accept\n');
    return 2;
  }
  await withDatabase(env, (db, { varFolder }) =>
    noteSecrets(db, loadSecrets(varFolder), Temporal.Now.instant()),
  );
  output.write(`${JSON.stringify({ ok: true })}\n`);
  return 0;
};
