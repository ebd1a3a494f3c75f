// Checks the journal's chains: a changed, removed or inserted row breaks one. Streams are read in their order, some thousand at a time, heads
// and facts together, so that memory does not grow with the journal; hashes are computed here, never taken from the database.
import { hash as digestOf } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from './db.ts';
import { brokenBy, type JournalBreak } from './journal-rows.ts';
import { readFact, type ToldFact } from './journal-told.ts';

export type { JournalBreak } from './journal-rows.ts';
export { type FactBody, momentText, type ToldFact } from './journal-told.ts';

export interface JournalReport {
  streams: number;
  facts: number;
  firstBreak: JournalBreak | null;
}

export interface ToldStream {
  readonly stream: string;
  /** In their order; none when only the head is left. */
  readonly facts: readonly ToldFact[];
  /** The number of its last fact; 0 = it has none. */
  readonly seq: number;
}

/** Somebody who holds what the journal tells against something else, while it is walked. */
export interface StreamReader {
  /** Of which streams it wants to hear: `dossier:`. */
  readonly prefix: string;
  take(snapshot: Tx, streams: readonly ToldStream[]): Promise<void>;
}

/** Where a walk stands: every stream up to `after` has been checked. */
export interface WalkedTo {
  readonly after: string;
  readonly streams: number;
  readonly facts: number;
}

export interface Walk {
  readonly readers?: readonly StreamReader[];
  /** Goes on behind a place that was reached before. */
  readonly from?: WalkedTo;
  /** Hears of each place that is reached. The readers have heard of everything up to it. */
  readonly reached?: (place: WalkedTo, firstBreak: JournalBreak | null) => void;
  /** Only streams whose name begins so. */
  readonly only?: string;
}

/**
 * Walks every chain in order and compares it with its head, all as of one moment: facts written meanwhile disturb nothing.
 * @returns the first broken row, if any
 */
export async function verifyJournal(db: Db): Promise<JournalReport> {
  return asOfOneMoment(db, (snapshot) => walkChains([snapshot]));
}

/** Reads in one snapshot: what is written meanwhile is not seen, and waits for nothing. */
export function asOfOneMoment<T>(db: Db, read: (snapshot: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read);
}

/** Reads in one snapshot on two connections: while the answer to one is looked at, the database works on the other's. */
export function asOfOneMomentTwice<T>(db: Db, read: (first: Tx, second: Tx) => Promise<T>): Promise<T> {
  return asOfOneMoment(db, async (first) => {
    const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(first);
    return asOfOneMoment(db, async (second) => {
      await sql.raw(`set transaction snapshot '${rows[0]?.id}'`).execute(second);
      return read(first, second);
    });
  });
}

/** What is read at once: few enough that the database sorts them in memory and ours stays small. */
const STREAMS = 300;
const FACTS = 2_000;

/** The same in snapshots of one moment that are open already, each with its connection; they take turns. */
export async function walkChains(snapshots: readonly Tx[], walk: Walk = {}): Promise<JournalReport> {
  const { readers = [], from, reached = () => {}, only = '' } = walk;
  const report = { streams: from?.streams ?? 0, facts: from?.facts ?? 0 };
  let firstBreak: (JournalBreak & { part: number }) | null = null;
  let next: Promise<{ after: string | null; part: number }> = Promise.resolve({
    after: from?.after ?? only,
    part: 0,
  });
  // Parts end out of turn; what was reached is what every part before has reached too.
  const ended = new Map<number, WalkedTo>();
  let whole = 0;
  const count = (part: number, ends: string | null, streams: number, facts: number) => {
    ended.set(part, { after: ends ?? '', streams, facts });
    for (let place = ended.get(whole); place; place = ended.get(++whole)) {
      ended.delete(whole);
      report.streams += place.streams;
      report.facts += place.facts;
      if (place.after !== '') reached({ after: place.after, ...report }, firstBreak);
    }
  };

  const lane = async (snapshot: Tx) => {
    await sql`set local work_mem = '16MB'`.execute(snapshot);
    await sql`set local max_parallel_workers_per_gather = 0`.execute(snapshot);
    for (;;) {
      const mine = next;
      next = mine.then(async ({ after, part }) => ({
        after: after === null ? null : await partEnd(snapshot, after, only),
        part: part + 1,
      }));
      const [{ after, part }, { after: until }] = await Promise.all([mine, next]);
      if (after === null) return;
      const rows = await streamsIn(snapshot, after, until, only);
      const told: ToldStream[] = [];
      let facts = 0;
      for (const row of rows) {
        const stream = toldBy(row);
        facts += row.n ?? 0;
        told.push(stream);
        if (stream.holds) continue;
        const broken = await brokenBy(snapshot, row.stream);
        if (broken && (!firstBreak || part < firstBreak.part)) firstBreak = { ...broken, part };
      }
      for (const reader of readers) {
        const wanted = told.filter(({ stream }) => stream.startsWith(reader.prefix));
        if (wanted.length > 0) await reader.take(snapshot, wanted);
      }
      count(part, until, rows.filter(({ head }) => head !== null).length, facts);
    }
  };
  await Promise.all(snapshots.map(lane));
  const broken = firstBreak as (JournalBreak & { part: number }) | null;
  return {
    ...report,
    firstBreak: broken && { stream: broken.stream, seq: broken.seq, reason: broken.reason },
  };
}

const onlyNamed = (only: string) => (only === '' ? sql`` : sql`and starts_with(stream, ${only})`);

/** The last stream of the part behind a stream; null when the rest is one part. */
async function partEnd(snapshot: Tx, after: string, only: string): Promise<string | null> {
  const named = onlyNamed(only);
  const { rows } = await sql<{ until: string | null }>`
    select least(
      (select stream from journal.stream where stream > ${after} ${named} order by stream offset ${STREAMS} - 1 limit 1),
      (select stream from journal.fact where stream > ${after} ${named} order by stream, seq offset ${FACTS} limit 1)) as until`.execute(
    snapshot,
  );
  return rows[0]?.until ?? null;
}

interface StreamRow {
  stream: string;
  head: number | null;
  head_hash: string | null;
  n: number | null;
  low: number | null;
  high: number | null;
  /** Three lines a fact: name, moment, body. */
  told: string | null;
  hashes: string | null;
}

async function streamsIn(
  snapshot: Tx,
  after: string,
  until: string | null,
  only: string,
): Promise<StreamRow[]> {
  const within = until === null ? sql`` : sql`and stream <= ${until}`;
  const named = onlyNamed(only);
  const { rows: told } = await sql<Omit<StreamRow, 'head' | 'head_hash'>>`
    select stream, count(*)::int as n, min(seq) as low, max(seq) as high, encode(string_agg(hash, ''::bytea order by seq), 'hex') as hashes,
      string_agg(name || E'\n' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n' || body, E'\n' order by seq) as told
    from journal.fact where stream > ${after} ${within} ${named} group by stream order by stream`.execute(
    snapshot,
  );
  const { rows: heads } = await sql<{ stream: string; head: number; head_hash: string }>`
    select stream, seq as head, encode(hash, 'hex') as head_hash from journal.stream
    where stream > ${after} ${within} ${named} order by stream`.execute(snapshot);
  const left = new Map(heads.map((head) => [head.stream, head]));
  const rows: StreamRow[] = told.map((row) => {
    const head = left.get(row.stream);
    left.delete(row.stream);
    return { head: null, head_hash: null, ...head, ...row };
  });
  for (const head of left.values())
    rows.push({ ...head, n: null, low: null, high: null, told: null, hashes: null });
  return rows;
}

const HASH = 32;
let scratch = Buffer.alloc(4096);

/**
 * Reads a stream and checks it. What holds here holds row by row; what does not is looked at row by row, which may find that it does.
 * A chain holds when its numbers run from 1, each hash is that of the one before and the text, each column says what the text says, and the head is the last.
 */
function toldBy(row: StreamRow): ToldStream & { holds: boolean } {
  const { stream, n, low, high, hashes } = row;
  if (n === null || row.told === null || hashes === null) return { stream, seq: 0, facts: [], holds: false };
  const lines = row.told.split('\n');
  const ordered = low === 1 && high === n && lines.length === 3 * n && hashes.length === 2 * HASH * n;
  let holds = ordered && row.head === n && row.head_hash === hashes.slice(-2 * HASH);
  const facts: ToldFact[] = [];
  // Hashes stay letters: a buffer for each costs more than the hashing.
  let last = digestOf('sha256', stream, 'hex');
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const name = lines[at] as string;
    const text = lines[at + 2] as string;
    const fact = readFact(stream, name, lines[at + 1] as string, text);
    facts.push(fact);
    if (!holds) continue;
    const size = text.length * 3 + HASH;
    if (scratch.length < size) scratch = Buffer.alloc(size * 2);
    scratch.write(last, 0, 'hex');
    const written = scratch.write(text, HASH);
    last = digestOf('sha256', scratch.subarray(0, HASH + written), 'hex');
    const place = (at / 3) * 2 * HASH;
    holds = fact.agrees && last === hashes.slice(place, place + 2 * HASH);
  }
  return { stream, seq: high ?? 0, facts, holds };
}

export interface LastFact {
  readonly name: string;
  readonly actor: { readonly kind: string; readonly personId: string | null };
}

const actorOf = z.object({ actor: z.object({ kind: z.string(), personId: z.string().nullable() }) });

/** The last fact of a stream, other than those named `except`. */
export async function lastFact(db: Db, stream: string, except: string): Promise<LastFact | undefined> {
  const row = await db
    .selectFrom('journal.fact')
    .select(['name', 'body'])
    .where('stream', '=', stream)
    .where('name', '!=', except)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row && { name: row.name, ...actorOf.parse(JSON.parse(row.body)) };
}
