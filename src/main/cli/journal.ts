// `journal verify`: walks every chain, holds it against its anchors outside, and the dossiers against it; exit 0, or what is wrong and
// exit 1. `journal anchor` writes an anchor now. Both find the database themselves, running or not.
import { dossiersHeld } from '../../modules/dossiers/index.ts';
import { resultsHeld } from '../../modules/results/index.ts';
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
import { asOfOneMomentTwice, type JournalBreak, walkChains } from '../../platform/journal.ts';
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

function findings(list: JournalBreak[] = []) {
  return { list, note: (found: JournalBreak) => void (list.length < FINDINGS && list.push(found)) };
}

/**
 * Checks the chains, the anchors, and that every dossier's row says what its facts say; all as of one moment.
 * @param witness the anchors outside; null when there are none to hold against
 */
export async function checkJournal(db: Db, witness: Witness | null = null): Promise<JournalAnswer> {
  for (;;) {
    const sight = witness && (await takeSight(db, witness));
    const found = { chain: findings(), anchors: findings(), dossiers: findings(), results: findings() };
    const counts = await asOfOneMomentTwice(db, async (snapshot, second) => {
      if (sight && (await isOutOfSight(snapshot, sight))) return null;
      const dossiers = dossiersHeld(found.dossiers.note);
      const results = resultsHeld(found.results.note);
      const { streams, facts, firstBreak } = await walkChains([snapshot, second], {
        readers: [dossiers, results],
      });
      if (firstBreak) found.chain.note(firstBreak);
      const anchored = witness && sight && (await checkAnchors(snapshot, witness, sight, found.anchors.note));
      await dossiers.end(snapshot);
      await results.end(second);
      return {
        streams,
        facts,
        dossiers: dossiers.looked,
        results: results.looked,
        ...(anchored && { anchored }),
      };
    });
    // An anchor was written just between: once more.
    if (!counts) continue;
    const all = [found.chain, found.anchors, found.dossiers, found.results].flatMap(({ list }) => list);
    const [broken] = all;
    return { ok: !broken, ...counts, ...(broken && { broken, findings: all.slice(0, FINDINGS) }) };
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
