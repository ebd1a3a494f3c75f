// Writes anchors: the heads that moved are read in one statement, signed, and put at the end of the file before the database hears of it.
// A crash between leaves an anchor more in the file, which the next one takes over; never one less.
import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { newId } from '../crypto.ts';
import type { Db } from '../db.ts';
import { InTheWay } from '../in-the-way.ts';
import { type Anchor, type Head, hashOf, lineOf, objectionTo } from './anchor.ts';
import { append, lastAnchor } from './anchor-file.ts';

export interface Anchoring {
  readonly db: Db;
  /** The anchor file. */
  readonly path: string;
  readonly key: KeyObject;
  /** Real time. */
  readonly now: Temporal.Instant;
  /** Begin a file anew though the database knows of another: every stream is anchored again. */
  readonly anew?: boolean;
}

/** What the database knows of an anchor. */
export interface NotedAnchor {
  readonly file: string;
  readonly n: number;
  readonly hash: string;
}

const LOCK = 20_260_703;
/** A line of the file stays below some 3 MB. */
const HEADS = 20_000;

/**
 * Anchors what moved since the last anchor; as many anchors as it takes, none when nothing moved. Two at once: one waits for the other.
 * @returns the anchors that were written
 * @throws InTheWay when the file is not the one that the database knows: missing, cut, or another's. Nothing is written then.
 */
export function anchorNow(work: Anchoring): Promise<Anchor[]> {
  return work.db.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(db);
    try {
      return await anchorAll({ ...work, db });
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(db);
    }
  });
}

async function anchorAll(work: Anchoring): Promise<Anchor[]> {
  const { db, path, now, key } = work;
  let before = await placeToGoOn(work);
  await touch(db, work.anew ?? false);
  const written: Anchor[] = [];
  for (;;) {
    const { heads, streams, facts } = await movedHeads(db);
    if (heads.length === 0) return written;
    const { file, n, previous, follows } = before;
    const { anchor, text } = lineOf(
      { file, n, at: now.toString({ smallestUnit: 'millisecond' }), previous, follows, streams, facts },
      heads,
      key,
    );
    append(path, text);
    await noteAnchor(db, anchor);
    await forget(db, heads);
    written.push(anchor);
    before = after(anchor);
  }
}

interface Place {
  readonly file: string;
  readonly n: number;
  readonly previous: string | null;
  readonly follows: Anchor['follows'];
}

const after = (anchor: Anchor): Place => ({
  file: anchor.file,
  n: anchor.n + 1,
  previous: hashOf(anchor),
  follows: null,
});

/** Where the file goes on, once it is sure to be the one that the database knows. */
async function placeToGoOn({ db, path, key, anew = false }: Anchoring): Promise<Place> {
  const noted = await lastNoted(db);
  const last = lastAnchor(path);
  if (anew) {
    if (existsSync(path)) throw notEmpty(path);
    return { file: newId(), n: 1, previous: null, follows: noted };
  }
  if (!last) {
    if (noted) throw missing(path, noted);
    return { file: newId(), n: 1, previous: null, follows: null };
  }
  const objection = objectionTo(last, key);
  if (objection) throw another(path, last.anchor.n);
  if (noted && (noted.file !== last.anchor.file || noted.n > last.anchor.n)) throw cut(path, noted);
  if (noted && noted.n === last.anchor.n && noted.hash !== hashOf(last.anchor)) throw cut(path, noted);
  // Signed by us and on the disk: only the note of it was lost.
  await noteAnchor(db, last.anchor);
  return after(last.anchor);
}

const MEND =
  'Đặt lại tệp neo từ bản sao của nó. Không còn bản nào thì chạy npm run -s cli -- journal verify, xem kỹ, rồi bắt đầu tệp mới: npm run -s cli -- journal anchor --new.';

const missing = (path: string, { n }: NotedAnchor) =>
  new InTheWay(`Không thấy tệp neo của nhật ký ở ${path}, mà cơ sở dữ liệu biết đã có neo thứ ${n}.`, MEND);
const cut = (path: string, { n }: NotedAnchor) =>
  new InTheWay(
    `Tệp neo ${path} bị cắt hoặc bị thay: cơ sở dữ liệu biết đã có neo thứ ${n}, khác với tệp.`,
    MEND,
  );
const another = (path: string, n: number) =>
  new InTheWay(`Neo thứ ${n} trong ${path} không mang chữ ký bằng khóa của hệ thống này.`, MEND);
const notEmpty = (path: string) =>
  new InTheWay(
    `Đã có tệp ở ${path}; tệp neo mới không ghi đè lên tệp cũ.`,
    'Cất tệp cũ đi nơi khác (giữ lại, nó là chứng cứ), hoặc đặt JOURNAL_ANCHORS là tên khác, rồi chạy lại.',
  );

/** The last anchor that the database knows, of whichever file. */
async function lastNoted(db: Db): Promise<NotedAnchor | null> {
  const row = await db
    .selectFrom('journal.anchor')
    .select(['file', 'n', 'hash'])
    .orderBy('at', 'desc')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, hash: row.hash.toString('base64url') } : null;
}

async function noteAnchor(db: Db, anchor: Anchor): Promise<void> {
  const hash = Buffer.from(hashOf(anchor), 'base64url');
  await sql`select journal.note_anchor(${anchor.file}, ${anchor.n}, ${anchor.at}::timestamptz, ${hash})`.execute(
    db,
  );
}

/** What the relay has not taken yet moved too. @param everything every stream is anchored again */
async function touch(db: Db, everything: boolean): Promise<void> {
  await sql`select journal.touch(${everything})`.execute(db);
}

interface Moved {
  heads: Head[];
  streams: number;
  facts: number;
}

/** Heads of the streams that moved, with the counts of that same moment. */
async function movedHeads(db: Db): Promise<Moved> {
  const { rows } = await sql<{ heads: Head[]; streams: number; facts: number }>`
    with moved as (select stream from journal.touched limit ${HEADS})
    select coalesce((select json_agg(json_build_array(s.stream, s.seq, rtrim(translate(encode(s.hash, 'base64'), '+/', '-_'), '=')) order by s.stream)
        from moved join journal.stream s using (stream)), '[]') as heads,
      (select count(*) from journal.stream)::int as streams, (select coalesce(sum(seq), 0) from journal.stream)::int8 as facts`.execute(
    db,
  );
  return rows[0] ?? { heads: [], streams: 0, facts: 0 };
}

/** A stream that has moved on meanwhile stays noted. */
async function forget(db: Db, heads: readonly Head[]): Promise<void> {
  const streams = heads.map(([stream]) => stream);
  const seqs = heads.map(([, seq]) => seq);
  await sql`select journal.forget_touched(${streams}::text[], ${seqs}::int[])`.execute(db);
}
