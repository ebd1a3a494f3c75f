// `journal verify`: walks every chain and holds the dossiers against it; exit 0, or what is wrong and exit 1. Finds the database itself,
// running or not.
import { holdAgainstJournal } from '../../modules/dossiers/index.ts';
import type { Db } from '../../platform/db.ts';
import { asOfOneMoment, type JournalBreak, walkChains } from '../../platform/journal.ts';
import { withDatabase } from './database.ts';
import type { Command } from './json-lines.ts';

export interface JournalAnswer {
  ok: boolean;
  streams: number;
  facts: number;
  /** How many were held against their facts. */
  dossiers: number;
  /** The first thing that is wrong. */
  broken?: JournalBreak;
  /** All that was found, at most FINDINGS. */
  findings?: JournalBreak[];
}

/** More than this and somebody has to look at the whole anyway. */
const FINDINGS = 100;

/** Checks the chains, and that every dossier's row says what its facts say; all as of one moment. */
export async function checkJournal(db: Db): Promise<JournalAnswer> {
  const findings: JournalBreak[] = [];
  const note = (found: JournalBreak) => {
    if (findings.length < FINDINGS) findings.push(found);
  };
  const counts = await asOfOneMoment(db, async (snapshot) => {
    const { streams, facts, firstBreak } = await walkChains(snapshot);
    if (firstBreak) note(firstBreak);
    return { streams, facts, dossiers: await holdAgainstJournal(snapshot, note) };
  });
  const [broken] = findings;
  return { ok: !broken, ...counts, ...(broken && { broken, findings }) };
}

/** The command. @returns 0 when everything holds, 1 with what does not, 2 when called wrongly */
export const run: Command = async (args, { output, errors, env }) => {
  if (args[0] !== 'verify') {
    errors.write('usage: npm run -s cli -- journal verify\n');
    return 2;
  }
  const answer = await withDatabase(env, checkJournal);
  output.write(`${JSON.stringify(answer)}\n`);
  return answer.ok ? 0 : 1;
};
