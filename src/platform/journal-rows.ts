// A stream's rows looked at one by one: says which of them breaks the chain, and how.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './db.ts';

export interface JournalBreak {
  stream: string;
  seq: number;
  reason: string;
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

/** The first row of a stream that breaks its chain; null when it holds. */
export async function brokenBy(snapshot: Tx, stream: string): Promise<JournalBreak | null> {
  let last: { seq: number; hash: Buffer } = { seq: 0, hash: digest(stream) };
  for (;;) {
    const { rows } = await sql<Row>`
      select stream, seq, body, hash, name, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from journal.fact where stream = ${stream} and seq > ${last.seq} order by seq limit ${PAGE}`.execute(
      snapshot,
    );
    for (const row of rows) {
      const broken = checkRow(row, last);
      if (broken) return broken;
      last = row;
    }
    if (rows.length < PAGE) break;
  }
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from journal.stream where stream = ${stream}`.execute(snapshot);
  const [head] = rows;
  if (!head) return { stream, seq: last.seq, reason: 'the stream has facts but no head' };
  if (last.seq === 0) return { stream, seq: 1, reason: 'every fact of this stream is missing' };
  if (head.seq !== last.seq) return { stream, seq: last.seq + 1, reason: 'facts after this one are missing' };
  if (!head.hash.equals(last.hash))
    return { stream, seq: last.seq, reason: 'the head differs from the last fact' };
  return null;
}

function checkRow(row: Row, last: { seq: number; hash: Buffer }): JournalBreak | null {
  const at = { stream: row.stream, seq: row.seq };
  if (row.seq !== last.seq + 1) return { ...at, seq: last.seq + 1, reason: 'a fact is missing here' };
  if (!digest(last.hash, row.body).equals(row.hash))
    return { ...at, reason: 'the hash does not follow from the row' };
  return agree(row) ? null : { ...at, reason: 'the columns differ from the hashed body' };
}

/** The columns repeat what the hashed body says, so that they can be searched; they must agree with it. */
function agree(row: Row): boolean {
  try {
    const body = JSON.parse(row.body) as { stream: string; name: string; at: string };
    const sameMoment = Temporal.Instant.from(body.at).equals(Temporal.Instant.from(row.at));
    return body.stream === row.stream && body.name === row.name && sameMoment;
  } catch {
    return false;
  }
}
