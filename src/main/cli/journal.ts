// `journal verify`: walks every chain, holds it against its anchors outside, and the dossiers against it; exit 0, or what is wrong and
// exit 1. `journal anchor` writes an anchor now. Both find the database themselves, running or not.
import { sql } from 'kysely';
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
import type { Db, Tx } from '../../platform/db.ts';
import { InTheWay } from '../../platform/in-the-way.ts';
import { asOfOneMomentTwice, type JournalBreak, walkChains } from '../../platform/journal.ts';
import { witnessOf, writeAnchors } from '../anchoring.ts';
import { withDatabase } from './database.ts';
import { type ProgressFile, progressIn } from './journal-progress.ts';
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
  /** Of a check that went on: streams up to `after` were checked before, as of the moments that precede the last. */
  resumed?: { after: string; asOf: string[] };
  /** The first thing that is wrong. */
  broken?: JournalBreak;
  /** All that was found, at most FINDINGS. */
  findings?: JournalBreak[];
}

/** More than this and somebody has to look at the whole anyway. */
const FINDINGS = 100;

async function momentOf(snapshot: Tx): Promise<string> {
  const { rows } = await sql<{ at: Temporal.Instant }>`select now() as at`.execute(snapshot);
  return String(rows[0]?.at);
}

function findings(list: JournalBreak[] = []) {
  return { list, note: (found: JournalBreak) => void (list.length < FINDINGS && list.push(found)) };
}

/**
 * Checks the chains, the anchors, and that every dossier's row says what its facts say; all as of one moment.
 * @param witness the anchors outside; null when there are none to hold against
 * @param keeping where to note how far it has come, and to go on from when `resume` is said
 */
export async function checkJournal(
  db: Db,
  witness: Witness | null = null,
  keeping?: { readonly file: ProgressFile; readonly resume: boolean },
): Promise<JournalAnswer> {
  const before = keeping?.resume ? keeping.file.read() : null;
  for (;;) {
    const sight = witness && (await takeSight(db, witness));
    const found = { chain: findings(), anchors: findings(), dossiers: findings(), results: findings() };
    const counts = await asOfOneMomentTwice(db, async (snapshot, second) => {
      if (sight && (await isOutOfSight(snapshot, sight))) return null;
      const dossiers = dossiersHeld(found.dossiers.note, before?.dossiers);
      const results = resultsHeld(found.results.note, before?.results);
      const asOf = [...(before?.asOf ?? []), await momentOf(snapshot)];
      const { streams, facts, firstBreak } = await walkChains([snapshot, second], {
        readers: [dossiers, results],
        ...(before && { from: before }),
        reached: (place, broken) =>
          keeping?.file.note(() => ({
            ...place,
            asOf,
            dossiers: dossiers.looked,
            results: results.looked,
            findings: [
              ...(before?.findings ?? []),
              ...(broken ? [broken] : []),
              ...found.dossiers.list,
              ...found.results.list,
            ],
          })),
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
        ...(before && { resumed: { after: before.after, asOf } }),
      };
    });
    // An anchor was written just between: once more.
    if (!counts) continue;
    keeping?.file.clear();
    const all = [
      findings(before?.findings),
      found.chain,
      found.anchors,
      found.dossiers,
      found.results,
    ].flatMap(({ list }) => list);
    const [broken] = all;
    return { ok: !broken, ...counts, ...(broken && { broken, findings: all.slice(0, FINDINGS) }) };
  }
}

const USAGE = `usage: npm run -s cli -- journal verify [--resume]
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
  const resume = more[0] === '--resume';
  if (word !== 'verify' || more.length > (resume ? 1 : 0)) {
    io.errors.write(USAGE);
    return 2;
  }
  const answer = await withDatabase(io.env, (db, { anchors, varFolder }) =>
    checkJournal(db, anchors && witnessOf(anchors), { file: progressIn(varFolder), resume }),
  );
  io.output.write(`${JSON.stringify(answer)}\n`);
  return answer.ok ? 0 : 1;
};
