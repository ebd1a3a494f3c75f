// `journal verify`: walks every chain, holds it against its anchors outside, and the dossiers against it; exit 0, or what is wrong and
// exit 1. `journal anchor` writes an anchor now. Both find the database themselves, running or not.
import { holdAgainstJournal } from '../../modules/dossiers/index.ts';
import { holdResultsAgainstJournal } from '../../modules/results/index.ts';
import {
  type AnchorReport,
  checkAnchors,
  isOutOfSight,
  takeSight,
  type Witness,
} from '../../platform/anchors/index.ts';
import { wallClock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { InTheWay } from '../../platform/in-the-way.ts';
import { asOfOneMoment, type JournalBreak, walkChains } from '../../platform/journal.ts';
import { witnessOf, writeAnchors } from '../anchoring.ts';
import { withDatabase } from './database.ts';
import type { Command, CommandIo } from './json-lines.ts';

export interface JournalAnswer {
  ok: boolean;
  streams: number;
  facts: number;
  /** How many were held against their facts. */
  dossiers: number;
  results: number;
  /** Of the anchors outside; absent where the journal is not anchored. */
  anchored?: AnchorReport;
  /** The first thing that is wrong. */
  broken?: JournalBreak;
  /** All that was found, at most FINDINGS. */
  findings?: JournalBreak[];
}

/** More than this and somebody has to look at the whole anyway. */
const FINDINGS = 100;

/**
 * Checks the chains, the anchors, and that every dossier's row says what its facts say; all as of one moment.
 * @param witness the anchors outside; null when there are none to hold against
 */
export async function checkJournal(db: Db, witness: Witness | null = null): Promise<JournalAnswer> {
  for (;;) {
    const sight = witness && (await takeSight(db, witness));
    const findings: JournalBreak[] = [];
    const note = (found: JournalBreak) => {
      if (findings.length < FINDINGS) findings.push(found);
    };
    const counts = await asOfOneMoment(db, async (snapshot) => {
      if (sight && (await isOutOfSight(snapshot, sight))) return null;
      const { streams, facts, firstBreak } = await walkChains(snapshot);
      if (firstBreak) note(firstBreak);
      const anchored = witness && sight && (await checkAnchors(snapshot, witness, sight, note));
      const dossiers = await holdAgainstJournal(snapshot, note);
      const results = await holdResultsAgainstJournal(snapshot, note);
      return { streams, facts, dossiers, results, ...(anchored && { anchored }) };
    });
    // An anchor was written just between: once more.
    if (!counts) continue;
    const [broken] = findings;
    return { ok: !broken, ...counts, ...(broken && { broken, findings }) };
  }
}

const USAGE = `usage: npm run -s cli -- journal verify
       npm run -s cli -- journal anchor [--new]
`;

async function anchor({ env, output }: CommandIo, anew: boolean): Promise<number> {
  return withDatabase(env, async (db, { anchors }) => {
    if (!anchors)
      throw new InTheWay(
        'JOURNAL_ANCHORS=none: nhật ký không được neo từ đây.',
        'Đặt JOURNAL_ANCHORS là đường dẫn của tệp neo (docs/operate/journal.md) rồi chạy lại.',
      );
    const written = await writeAnchors(db, anchors, wallClock.now(), anew);
    const heads = written.reduce((sum, one) => sum + one.heads, 0);
    const answer = { ok: true, file: anchors.path, anchors: written.map(({ n }) => n), heads };
    output.write(`${JSON.stringify(answer)}\n`);
    return 0;
  });
}

/** The command. @returns 0 when everything holds or was anchored, 1 with what does not hold, 2 when called wrongly */
export const run: Command = async (args, io) => {
  const [word, ...more] = args;
  if (word === 'anchor' && (more.length === 0 || (more.length === 1 && more[0] === '--new')))
    return anchor(io, more[0] === '--new');
  if (word !== 'verify' || more.length > 0) {
    io.errors.write(USAGE);
    return 2;
  }
  const answer = await withDatabase(io.env, (db, { anchors }) =>
    checkJournal(db, anchors && witnessOf(anchors)),
  );
  io.output.write(`${JSON.stringify(answer)}\n`);
  return answer.ok ? 0 : 1;
};
