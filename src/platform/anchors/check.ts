// Holds the journal against its anchors: what was cut off, rewritten or taken away together with its heads is found and named.
import type { KeyObject } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db, Tx } from '../db.ts';
import type { JournalBreak } from '../journal.ts';
import { type Anchor, type Head, hashOf, objectionTo } from './anchor.ts';
import { linesOf } from './anchor-file.ts';
import { Reached } from './reached.ts';

/** What an anchor file is looked at with. */
export interface Witness {
  readonly path: string;
  /** The key that checks signatures; undefined when there is none to be found. */
  readonly key: KeyObject | undefined;
}

export interface AnchorReport {
  /** Anchors that were read and hold together. */
  readonly anchors: number;
  /** When the last of them was written. */
  readonly last: string | null;
  /** Facts that no anchor covers yet. */
  readonly unanchored: number;
  /** What the first anchor of this file follows: an earlier file, which is not read here. */
  readonly follows: Anchor['follows'];
}

/** What is known before the snapshot: the file is read no further than it reached then. */
export interface Sight {
  readonly noted: ReadonlyMap<string, NotedRow>;
  /** Bytes; null = there is no file. */
  readonly size: number | null;
}

interface NotedRow {
  readonly file: string;
  readonly n: number;
  readonly hash: string;
}

/** No stream of the journal: a finding that concerns the anchors as a whole. */
const ANCHORS = 'anchors';
const BATCH = 2_000;
/** More streams than this that no longer say what was anchored are not named one by one. */
const MOST = 500;
const placeOf = (file: string, n: number) => `${file} ${n}`;

/** Takes sight, before the snapshot is opened in which `checkAnchors` works. */
export async function takeSight(db: Db, { path }: Witness): Promise<Sight> {
  const noted = await notedAnchors(db);
  return { noted, size: existsSync(path) ? statSync(path).size : null };
}

/** Whether anchors were written between the sight and the snapshot: then sight is taken again. */
export async function isOutOfSight(snapshot: Tx, { noted }: Sight): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal.anchor`.execute(snapshot);
  return rows[0]?.n !== noted.size;
}

async function notedAnchors(db: Db): Promise<Map<string, NotedRow>> {
  const rows = await db
    .selectFrom('journal.anchor')
    .select(['file', 'n', 'hash'])
    .orderBy('at')
    .orderBy('n')
    .execute();
  return new Map(
    rows.map(({ file, n, hash }) => [placeOf(file, n), { file, n, hash: hash.toString('base64url') }]),
  );
}

/** Reads the file up to the sight and holds every head in it against the facts. @param tell hears of each finding */
export async function checkAnchors(
  snapshot: Tx,
  witness: Witness,
  sight: Sight,
  tell: (found: JournalBreak) => void,
): Promise<AnchorReport> {
  const said = (seq: number, reason: string) => tell({ stream: ANCHORS, seq, reason });
  const lastNoted = [...sight.noted.values()].at(-1);
  if (sight.size === null) {
    if (lastNoted)
      said(
        lastNoted.n,
        `the anchor file ${witness.path} is missing; the database knows of anchors up to ${lastNoted.n}`,
      );
    return { anchors: 0, last: null, unanchored: await factsIn(snapshot), follows: null };
  }
  const chain = await readChain(snapshot, witness, sight, tell);
  const { last } = chain;
  if (lastNoted && (last?.file !== lastNoted.file || last.n < lastNoted.n) && !chain.isBroken) {
    chain.isBroken = true;
    said(
      lastNoted.n,
      last?.file === lastNoted.file || !last
        ? `the anchor file was cut: it ends at anchor ${last?.n ?? 0}, the database knows of anchors up to ${lastNoted.n}`
        : `the anchor file is another one (${last.file}): the database's last anchor is ${lastNoted.n} of ${lastNoted.file}`,
    );
  }
  if (last && !chain.isBroken) await findKept(snapshot, chain.reached, tell);
  return {
    anchors: chain.anchors,
    last: last?.at ?? null,
    unanchored: await factsIn(snapshot, chain.reached),
    follows: chain.follows,
  };
}

interface Chain {
  anchors: number;
  last: Anchor | undefined;
  follows: Anchor['follows'];
  /** It does not hold to its end: what it says of the rest is not known. */
  isBroken: boolean;
  readonly reached: Reached;
}

async function readChain(
  snapshot: Tx,
  { path, key }: Witness,
  { noted, size }: Sight,
  tell: (found: JournalBreak) => void,
): Promise<Chain> {
  const chain: Chain = {
    anchors: 0,
    last: undefined,
    follows: null,
    isBroken: false,
    reached: new Reached(),
  };
  const found = new Set<string>();
  let waiting: Anchored[] = [];
  const holdWaiting = async () => {
    const all = waiting;
    waiting = [];
    if (all.length > 0) await holdHeads(snapshot, all, found, tell);
  };
  const broken = (n: number, reason: string) => {
    chain.isBroken = true;
    tell({ stream: ANCHORS, seq: n, reason });
    return chain;
  };
  if (!key) return broken(0, 'there is no key to check the signatures of the anchors with');
  for (const line of linesOf(path, size ?? 0)) {
    // Written by half when the machine went down: what follows tells whether anything is missing.
    if (!line) continue;
    const { anchor, heads } = line;
    const objection = objectionTo(line, key) ?? objectionToPlace(anchor, chain.last, noted);
    if (objection) {
      await holdWaiting();
      return broken(anchor.n, `anchor ${anchor.n} ${objection}`);
    }
    if (!chain.last) chain.follows = anchor.follows;
    chain.last = anchor;
    chain.anchors += 1;
    for (const head of heads) {
      waiting.push({ head, anchor });
      chain.reached.reach(head[0], head[1]);
      if (waiting.length >= BATCH) await holdWaiting();
    }
  }
  await holdWaiting();
  return chain;
}

/** Why an anchor cannot stand where it stands; null when it can. */
function objectionToPlace(anchor: Anchor, before: Anchor | undefined, noted: Sight['noted']): string | null {
  const follows = before
    ? anchor.file === before.file && anchor.n === before.n + 1 && anchor.previous === hashOf(before)
    : anchor.n === 1 && anchor.previous === null;
  if (!follows)
    return before
      ? `does not follow from anchor ${before.n}: anchors between them were taken out or exchanged`
      : 'is the first in the file, but was not the first that was written: the beginning was cut off';
  const known = noted.get(placeOf(anchor.file, anchor.n));
  return known && known.hash !== hashOf(anchor) ? 'is not the one that the database noted' : null;
}

interface Anchored {
  readonly head: Head;
  readonly anchor: Anchor;
}

/** One finding a stream is enough: the first anchor that saw it otherwise. The database gives the hashes; they are compared here. */
async function holdHeads(
  snapshot: Tx,
  anchored: readonly Anchored[],
  found: Set<string>,
  tell: (found: JournalBreak) => void,
): Promise<void> {
  const asked = JSON.stringify(anchored.map(({ head: [stream, seq] }) => [stream, seq]));
  const { rows } = await sql<{ hashes: string }>`
    select string_agg(coalesce((
      select encode(f.hash, 'base64') from journal.fact f where f.stream = e.one ->> 0 and f.seq = (e.one ->> 1)::int), ''), ' ' order by e.at) as hashes
    from json_array_elements(${asked}::json) with ordinality as e(one, at)`.execute(snapshot);
  const hashes = rows[0]?.hashes.split(' ') ?? [];
  for (const [at, one] of anchored.entries()) {
    const [stream, seq, hash] = one.head;
    const held = hashes[at] ?? '';
    if (isSameHash(held, hash) || found.has(stream) || found.size >= MOST) continue;
    found.add(stream);
    const left = await lastSeq(snapshot, stream);
    tell({
      stream,
      seq,
      reason: `${whatBefell(seq, left, held)} (anchor ${one.anchor.n} of ${one.anchor.at})`,
    });
  }
}

/** Of one hash in base64 and one in base64url without its end. */
const isSameHash = (base64: string, url: string) =>
  base64 === `${url.replaceAll('-', '+').replaceAll('_', '/')}=`;

async function lastSeq(snapshot: Tx, stream: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(seq) as last from journal.fact where stream = ${stream}`.execute(snapshot);
  return rows[0]?.last ?? 0;
}

/** @param held the hash that stands there now; empty when the fact is gone */
function whatBefell(seq: number, left: number, held: string): string {
  if (left === 0) return `the whole stream is gone, its head too: it had ${seq} facts when it was anchored`;
  if (held === '')
    return `the end of the stream was cut off together with its head: it had ${seq} facts when it was anchored, ${left} are left`;
  return 'the stream was rewritten, hashes and all: this fact is not the one that was anchored';
}

/** Heads that no anchor has reached though the relay has long taken their facts: somebody took the note of it away. */
async function findKept(snapshot: Tx, reached: Reached, tell: (found: JournalBreak) => void): Promise<void> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ stream: string; seq: number }>`
      select stream, seq from journal.stream where stream > ${after} order by stream limit ${BATCH}`.execute(
      snapshot,
    );
    const beyond = rows.filter(({ stream, seq }) => reached.seqOf(stream) < seq).map(({ stream }) => stream);
    const waiting = beyond.length > 0 ? await waitingAmong(snapshot, beyond) : new Set();
    for (const stream of beyond) {
      if (waiting.has(stream)) continue;
      tell({
        stream,
        seq: reached.seqOf(stream) + 1,
        reason: 'facts of this stream were kept from the anchors: none has seen them, and none is going to',
      });
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.stream ?? '';
  }
}

/** Those that the next anchor will take. */
async function waitingAmong(snapshot: Tx, streams: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ stream: string }>`
    select stream from unnest(${streams}::text[]) as e(stream)
    where exists (select 1 from journal.touched t where t.stream = e.stream)
      or exists (select 1 from journal.outbox o where o.stream = e.stream)`.execute(snapshot);
  return new Set(rows.map(({ stream }) => stream));
}

async function factsIn(snapshot: Tx, reached?: Reached): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(seq), 0)::int8 as n from journal.stream`.execute(snapshot);
  return Math.max(0, (rows[0]?.n ?? 0) - (reached?.facts() ?? 0));
}
