// Checks the journal's chains: a changed, removed or inserted row breaks one.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from './db.ts';

export interface JournalBreak {
  stream: string;
  seq: number;
  reason: string;
}

export interface JournalReport {
  streams: number;
  facts: number;
  firstBreak: JournalBreak | null;
}

interface Row {
  stream: string;
  seq: number;
  body: string;
  hash: Buffer;
  name: string;
  at: string;
}

const PAGE = 5000;
const digest = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * Walks every chain in order and compares it with its head, all as of one moment: facts written meanwhile disturb nothing.
 * @returns the first broken row, if any
 */
export async function verifyJournal(db: Db): Promise<JournalReport> {
  return asOfOneMoment(db, walkChains);
}

/** Reads in one snapshot: what is written meanwhile is not seen, and waits for nothing. */
export function asOfOneMoment<T>(db: Db, read: (snapshot: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read);
}

/** The same in a snapshot that is open already. */
export async function walkChains(db: Tx): Promise<JournalReport> {
  const heads = new Map<string, { seq: number; hash: Buffer }>();
  const headRows = await sql<{ stream: string; seq: number; hash: Buffer }>`
    select stream, seq, hash from journal.stream`.execute(db);
  for (const row of headRows.rows) heads.set(row.stream, row);

  let facts = 0;
  let last = { stream: '', seq: 0, hash: Buffer.alloc(0) as Buffer };
  const finish = (): JournalBreak | null => {
    if (last.stream === '') return null;
    const head = heads.get(last.stream);
    heads.delete(last.stream);
    if (!head) return { stream: last.stream, seq: last.seq, reason: 'the stream has facts but no head' };
    if (head.seq !== last.seq)
      return { stream: last.stream, seq: last.seq + 1, reason: 'facts after this one are missing' };
    if (!head.hash.equals(last.hash))
      return { stream: last.stream, seq: last.seq, reason: 'the head differs from the last fact' };
    return null;
  };
  const report = (firstBreak: JournalBreak | null) => ({ streams: headRows.rows.length, facts, firstBreak });

  for (;;) {
    const { rows } = await sql<Row>`
      select stream, seq, body, hash, name, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from journal.fact where (stream, seq) > (${last.stream}, ${last.seq})
      order by stream, seq limit ${PAGE}`.execute(db);
    for (const row of rows) {
      facts += 1;
      if (row.stream !== last.stream) {
        const broken = finish();
        if (broken) return report(broken);
        last = { stream: row.stream, seq: 0, hash: digest(row.stream) };
      }
      const broken = checkRow(row, last);
      if (broken) return report(broken);
      last = { stream: row.stream, seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const broken = finish();
  if (broken) return report(broken);
  for (const [stream] of heads)
    return report({ stream, seq: 1, reason: 'every fact of this stream is missing' });
  return report(null);
}

function checkRow(row: Row, last: { seq: number; hash: Buffer }): JournalBreak | null {
  const at = { stream: row.stream, seq: row.seq };
  if (row.seq !== last.seq + 1) return { ...at, seq: last.seq + 1, reason: 'a fact is missing here' };
  if (!digest(last.hash, row.body).equals(row.hash))
    return { ...at, reason: 'the hash does not follow from the row' };
  // The columns repeat what the hashed body says, so that they can be searched; they must agree with it.
  const body = JSON.parse(row.body) as { stream: string; name: string; at: string };
  const sameMoment = Temporal.Instant.from(body.at).equals(Temporal.Instant.from(row.at));
  if (body.stream !== row.stream || body.name !== row.name || !sameMoment)
    return { ...at, reason: 'the columns differ from the hashed body' };
  return null;
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
