// All SQL over identity.account, identity.phone, identity.challenge and identity.sign_up.
import { type Insertable, type Selectable, sql } from 'kysely';
import type { IdentityAccount, IdentityChallenge, IdentitySignUp } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';

export type AccountRow = Selectable<IdentityAccount>;
export type ChallengeRow = Selectable<IdentityChallenge>;
export type SignUpRow = Selectable<IdentitySignUp>;

/** By the name as stored: digits, or lower case. */
export function accountByUsername(db: Db | Tx, username: string): Promise<AccountRow | undefined> {
  return db.selectFrom('identity.account').selectAll().where('username', '=', username).executeTakeFirst();
}

/** Closed accounts too. */
export function accountById(db: Db | Tx, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps what an account reads; a row that says so already is left alone. */
export async function writeLanguage(db: Db | Tx, id: string, language: string): Promise<void> {
  await db
    .updateTable('identity.account')
    .set({ language })
    .where('id', '=', id)
    .where('language', 'is distinct from', language)
    .execute();
}

/** A person has at most one account of a kind. */
export function accountOfPerson(
  db: Db | Tx,
  personId: string,
  kind: string,
): Promise<AccountRow | undefined> {
  return db
    .selectFrom('identity.account')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

/** @returns false when the name, or an account of this kind for this person, is there already */
export async function insertAccount(tx: Tx, row: Insertable<IdentityAccount>): Promise<boolean> {
  const done = await tx
    .insertInto('identity.account')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The first phone of an account, proved now. */
export async function insertPhone(
  tx: Tx,
  accountId: string,
  phone: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('identity.phone')
    .values({ account_id: accountId, phone, is_default: true, verified_at: now })
    .execute();
}

/** Where the account's codes go. */
export async function defaultPhone(db: Db | Tx, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.phone')
    .select('phone')
    .where('account_id', '=', accountId)
    .orderBy('is_default', 'desc')
    .orderBy('verified_at')
    .executeTakeFirst();
  return row?.phone ?? null;
}

/** One sender of codes at a time for one binding: a double click sends one SMS. */
export async function lockBinding(tx: Tx, binding: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${binding}, 7))`.execute(tx);
}

/** The newest code of a binding, whatever its state; one from a moment to come (the clock was turned back) only when there is no other. */
export function latestChallenge(
  db: Db | Tx,
  binding: string,
  now: Temporal.Instant,
): Promise<ChallengeRow | undefined> {
  return db
    .selectFrom('identity.challenge')
    .selectAll()
    .where('binding', '=', binding)
    .orderBy((e) => e('created_at', '<=', now), 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** When the last code of an account (of a phone that has none yet) that this place asked for was voided by wrong tries, up to now. */
export async function lastExhausted(
  db: Db | Tx,
  whose: Whose,
  tries: number,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('identity.challenge')
    .select('voided_at')
    .where('phone', '=', whose.phone)
    .where('account_id', whose.accountId === null ? 'is' : '=', whose.accountId)
    .where('source', '=', whose.source)
    .where('tries', '>=', tries)
    .where('voided_at', '<=', now)
    .orderBy('voided_at', 'desc')
    .executeTakeFirst();
  return row?.voided_at ?? null;
}

export interface Whose {
  readonly phone: string;
  readonly accountId: string | null;
  /** Digest of the place. */
  readonly source: string;
}

/** Ends every open code of a binding. */
export async function voidChallenges(db: Db | Tx, binding: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('identity.challenge')
    .set({ voided_at: now })
    .where('binding', '=', binding)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute();
}

/** Keeps a code by its keyed hash only. */
export async function insertChallenge(tx: Tx, row: Insertable<IdentityChallenge>): Promise<void> {
  await tx.insertInto('identity.challenge').values(row).execute();
}

/** Counts one try against a code that is not void, used or not. @returns the code after counting, or nothing when it is closed */
export function countTry(db: Db, id: string, most: number): Promise<ChallengeRow | undefined> {
  return db
    .updateTable('identity.challenge')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', most)
    .where('voided_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Uses a code up. @returns false when somebody was faster or it has been voided */
export async function useChallenge(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const done = await tx
    .updateTable('identity.challenge')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** A used code has done what it was for. @returns false when somebody was faster */
export async function spendChallenge(tx: Tx, id: string, now: Temporal.Instant): Promise<boolean> {
  const done = await tx
    .updateTable('identity.challenge')
    .set({ voided_at: now })
    .where('id', '=', id)
    .where('used_at', 'is not', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** A new password; every session of the account ends with the old one (migration 0017). */
export async function writePassword(tx: Tx, accountId: string, hash: string): Promise<void> {
  await tx.updateTable('identity.account').set({ password_hash: hash }).where('id', '=', accountId).execute();
}

/** Keeps what was typed until the phone is proved. @returns false when there is one of this id */
export async function insertSignUp(tx: Tx, row: Insertable<IdentitySignUp>): Promise<boolean> {
  const done = await tx
    .insertInto('identity.sign_up')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

/** A sign-up that has not run out. */
export function signUpById(db: Db, id: string, now: Temporal.Instant): Promise<SignUpRow | undefined> {
  return db
    .selectFrom('identity.sign_up')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Moves a sign-up on. @returns the row as it now is, or nothing when it was not in `from` or has ended */
export function moveSignUp(
  tx: Tx,
  id: string,
  move: { from: string; to: string; until: Temporal.Instant },
  now: Temporal.Instant,
): Promise<SignUpRow | undefined> {
  return tx
    .updateTable('identity.sign_up')
    .set({ state: move.to, expires_at: move.until })
    .where('id', '=', id)
    .where('state', '=', move.from)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Removes what is over: codes after a week (they show what was tried), sign-ups after a day. */
export async function sweep(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('identity.challenge')
    .where('created_at', '<', now.subtract({ hours: 7 * 24 }))
    .execute();
  await db
    .deleteFrom('identity.sign_up')
    .where('expires_at', '<', now.subtract({ hours: 24 }))
    .execute();
}
