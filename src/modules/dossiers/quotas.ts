// How much one person may ask of the system in a while: far more than anybody needs, far less than a machine would take. Whoever
// comes to the end of it is told until when, and who helps.

import type { Db, Tx } from '../../platform/db.ts';
import {
  giveBack,
  type Limit,
  type LimitAnswer,
  takeAhead,
  takeEach,
  takeOne,
} from '../../platform/limits.ts';
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
/** Files that were kept. */
const files = (personId: string): Limit => ({ key: `upload:${personId}`, most: 300, seconds: DAY });
/** In kilobytes, of the same: 600 MB. */
const kilobytes = (personId: string): Limit => ({
  key: `upload-kb:${personId}`,
  most: 614_400,
  seconds: DAY,
});
/** Files that were read, kept or refused: reading costs, too. */
const tries = (personId: string): Limit => ({ key: `upload-try:${personId}`, most: 1_500, seconds: DAY });
/** In kilobytes, of the same: 3 GB. */
const triedKilobytes = (personId: string): Limit => ({
  key: `upload-try-kb:${personId}`,
  most: 3_145_728,
  seconds: DAY,
});

type Spent = 'quota-filings' | 'quota-withdrawals' | 'quota-drafts' | 'quota-uploads' | 'quota-tries';

function judged(limit: Limit, code: Spent, { allowed, until }: LimitAnswer): Result<null> {
  return allowed ? ok(null) : spent(limit, code, until);
}

const spent = ({ most }: Limit, code: Spent, until: Temporal.Instant) =>
  refuse({ code, status: 429, params: { most, until } });

/** Counts a filing, on the way to the next statement of the transaction that files. @returns waits for refusal `quota-filings` (429) */
export async function takeFiling(
  tx: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<() => Promise<Result<null>>> {
  const limit = filings(personId);
  const taken = await takeAhead(tx, limit, now);
  return async () => judged(limit, 'quota-filings', await taken());
}

/** It was none: it had been sent before. */
export const giveFilingBack = (tx: Tx, personId: string) => giveBack(tx, [filings(personId).key]);

/** Counts a withdrawal, in its transaction. @returns refusal `quota-withdrawals` (429) */
export async function takeWithdrawal(tx: Tx, personId: string, now: Temporal.Instant): Promise<Result<null>> {
  const limit = withdrawals(personId);
  return judged(limit, 'quota-withdrawals', await takeOne(tx, limit, now));
}

/** Counts a draft that is begun. @returns refusal `quota-drafts` (429) */
export async function takeDraft(db: Db, personId: string, now: Temporal.Instant): Promise<Result<null>> {
  const limit = drafts(personId);
  const over = await takeEach(db, [limit], now, { lightly: true });
  return over ? spent(limit, 'quota-drafts', over.until) : ok(null);
}

/** It was not begun. */
export const giveDraftBack = (db: Db, personId: string) => giveBack(db, [drafts(personId).key]);

/**
 * Before a file is read: counts it as one that will be kept, and looks whether the day's bytes are spent. Ended by `uploadEnded`.
 * @returns refusals `quota-uploads`, `quota-tries` (429); then it is not counted among the kept
 */
export async function takeUpload(db: Db, personId: string, now: Temporal.Instant): Promise<Result<null>> {
  const { most } = files(personId);
  const looks = [
    { ...tries(personId), code: 'quota-tries' },
    { ...triedKilobytes(personId), amount: 0, code: 'quota-tries' },
    { ...kilobytes(personId), amount: 0, code: 'quota-uploads' },
    { ...files(personId), code: 'quota-uploads' },
  ] as const;
  const over = await takeEach(db, looks, now, { lightly: true });
  const look = over && looks[over.at];
  if (!over || !look) return ok(null);
  // Of bytes that are spent, too, it is told how many files a day is.
  const told = look.code === 'quota-uploads' ? most : look.most;
  return refuse({ code: look.code, status: 429, params: { most: told, until: over.until } });
}

/** After a file was read: its bytes. One that was refused takes nothing of what may be kept in a day. */
export async function uploadEnded(
  db: Db,
  personId: string,
  { bytes, kept }: { bytes: number; kept: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const amount = Math.ceil(bytes / 1024);
  const read = { ...triedKilobytes(personId), amount };
  const uses = kept ? [read, { ...kilobytes(personId), amount }] : [read];
  await takeEach(db, uses, now, { lightly: true });
  if (!kept) await giveBack(db, [files(personId).key]);
}
