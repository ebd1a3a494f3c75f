// How much one person may ask of the system in a while: far more than anybody needs, far less than a machine would take. Whoever
// comes to the end of it is told until when, and who helps.

import type { Db, Tx } from '../../platform/db.ts';
import { type Limit, take, takeOne } from '../../platform/limits.ts';
import { ok, type Result, refuse } from '../../rules/kernel/index.ts';

const HOUR = 3_600;
const DAY = 86_400;

/** Unsent drafts of one person. */
export const MOST_DRAFTS = 50;
/** Files of one draft, or of one answer to a supplement. */
export const MOST_FILES = 40;
/** Bytes of the same: 100 MB. */
export const MOST_BYTES = 104_857_600;

const filings = (personId: string): Limit => ({ key: `file:${personId}`, most: 20, seconds: HOUR });
const withdrawals = (personId: string): Limit => ({ key: `withdraw:${personId}`, most: 10, seconds: HOUR });
const drafts = (personId: string): Limit => ({ key: `draft:${personId}`, most: 100, seconds: DAY });
const files = (personId: string): Limit => ({ key: `upload:${personId}`, most: 300, seconds: DAY });
/** In kilobytes: 600 MB. */
const kilobytes = (personId: string): Limit => ({
  key: `upload-kb:${personId}`,
  most: 614_400,
  seconds: DAY,
});

type Spent = 'quota-filings' | 'quota-withdrawals' | 'quota-drafts' | 'quota-uploads';

async function within(db: Db | Tx, limit: Limit, code: Spent, now: Temporal.Instant): Promise<Result<null>> {
  const { allowed, until } = await takeOne(db, limit, now);
  return allowed ? ok(null) : refuse({ code, status: 429, params: { most: limit.most, until } });
}

/** Counts a filing, in the transaction that files. @returns refusal `quota-filings` (429) */
export const takeFiling = (tx: Tx, personId: string, now: Temporal.Instant) =>
  within(tx, filings(personId), 'quota-filings', now);

/** Counts a withdrawal, in its transaction. @returns refusal `quota-withdrawals` (429) */
export const takeWithdrawal = (tx: Tx, personId: string, now: Temporal.Instant) =>
  within(tx, withdrawals(personId), 'quota-withdrawals', now);

/** Counts a draft that is begun. @returns refusal `quota-drafts` (429) */
export const takeDraft = (db: Db | Tx, personId: string, now: Temporal.Instant) =>
  within(db, drafts(personId), 'quota-drafts', now);

/** Before a file is read: counts it, and looks whether the day's bytes are spent. @returns refusal `quota-uploads` (429) */
export async function takeUpload(db: Db, personId: string, now: Temporal.Instant): Promise<Result<null>> {
  const counted = await within(db, files(personId), 'quota-uploads', now);
  return counted.ok ? takeBytes(db, personId, 0, now) : counted;
}

/** After a file was read: its bytes count, taken or refused. @returns refusal `quota-uploads` (429), for the next one */
export async function takeBytes(
  db: Db,
  personId: string,
  bytes: number,
  now: Temporal.Instant,
): Promise<Result<null>> {
  const limit = kilobytes(personId);
  const { allowed, until } = await take(db, limit, Math.ceil(bytes / 1024), now);
  if (allowed) return ok(null);
  return refuse({ code: 'quota-uploads', status: 429, params: { most: files(personId).most, until } });
}
