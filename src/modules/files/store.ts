// All SQL of the files module.
import { sql } from 'kysely';
import { writesInBatches } from '../../platform/batch.ts';
import type { Db, Tx } from '../../platform/db.ts';

export interface Blob {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
}

/** Known content is left as it is. */
export async function insertBlob(db: Db | Tx, blob: Blob, now: Temporal.Instant): Promise<void> {
  await db
    .insertInto('files.blob')
    .values({ ...blob, added_at: now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

const insertLightly = writesInBatches<Blob & { readonly now: Temporal.Instant }>(async (db, blobs) => {
  await sql`
    with lightly as materialized (select set_config('synchronous_commit', 'off', true))
    insert into files.blob (sha256, size, mime, added_at)
    select b.sha256, b.size, b.mime, b.now from lightly, json_to_recordset(${JSON.stringify(blobs)}::json)
      b (sha256 text, size bigint, mime text, now timestamptz) order by b.sha256
    on conflict (sha256) do nothing`.execute(db);
  return blobs.map(() => true);
});

/**
 * The same in no transaction, and its commit is not waited for: whatever refers to the file is committed after it, and with that this is
 * on the disk as well. A file that nothing comes to refer to is swept away, with its row or without.
 */
export async function insertBlobLightly(
  db: Db,
  { sha256, size, mime }: Blob,
  now: Temporal.Instant,
): Promise<void> {
  await insertLightly(db, { sha256, size, mime, now });
}

/** Whether a file has its row: something refers to it, or is about to. */
export async function hasBlob(db: Db, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('files.blob')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** Known names after one, in order, at most `limit`. */
export async function namesAfter(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('files.blob')
    .select('sha256')
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map((row) => row.sha256);
}

/** Which of these names are known. */
export async function knownAmong(db: Db, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('files.blob').select('sha256').where('sha256', 'in', names).execute();
  return new Set(rows.map((row) => row.sha256));
}

/** A kept file whose turn it is to be read. */
export interface ToProve {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** What was wrong with it the last time. */
  readonly fault: string | null;
}

/** Those with a fault, then those not read since `before`, the longest first. */
export async function blobsToProve(db: Db, before: Temporal.Instant, limit: number): Promise<ToProve[]> {
  return db
    .selectFrom('files.blob')
    .select(['sha256', 'size', 'fault'])
    .where((e) => e.or([e('proved_at', 'is', null), e('proved_at', '<', before), e('fault', 'is not', null)]))
    .orderBy((e) => e('fault', 'is', null))
    .orderBy('proved_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute();
}

export async function writeProof(
  db: Db,
  sha256: string,
  fault: 'missing' | 'damaged' | null,
  now: Temporal.Instant,
): Promise<void> {
  await db.updateTable('files.blob').set({ proved_at: now, fault }).where('sha256', '=', sha256).execute();
}
