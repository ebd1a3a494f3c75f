// Signed-in sessions: the cookie holds a random token, the table only its hash.
import { CompiledQuery } from 'kysely';
import { inBatches } from './batch.ts';
import { newToken, sha256 } from './crypto.ts';
import type { Db } from './db.ts';

export type SiteName = 'portal' | 'account' | 'desk';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

export interface NewSession {
  site: SiteName;
  accountId: string;
  personId: string;
  name: string;
  data?: Record<string, unknown>;
  now: Temporal.Instant;
  /** How long it lasts, however much it is used. */
  hours: number;
  /** How long it lasts without being used; as long as above when absent. */
  idleMinutes?: number;
}

/** Seconds between two notes that a session is in use: reading a page costs no writing. */
const NOTED_EVERY = 60;

/** Opens a session. @returns the token for the cookie */
export async function openSession(db: Db, input: NewSession): Promise<string> {
  const token = newToken();
  await db
    .insertInto('platform.session')
    .values({
      id: sha256(token),
      site: input.site,
      account_id: input.accountId,
      person_id: input.personId,
      name: input.name,
      data: JSON.stringify(input.data ?? {}),
      created_at: input.now,
      seen_at: input.now,
      idle_minutes: input.idleMinutes ?? null,
      expires_at: input.now.add({ hours: input.hours }),
    })
    .execute();
  return token;
}

interface SessionRow {
  id: string;
  site: string;
  account_id: string;
  person_id: string;
  name: string;
  data: unknown;
  expires_at: Temporal.Instant;
  seen_at: Temporal.Instant;
  idle_minutes: number | null;
}

const SESSIONS = `
select id, site, account_id, person_id, name, data, expires_at, seen_at, idle_minutes from platform.session where id = any($1::text[])`;

const sessionRow = inBatches<SessionRow>(async (db, ids) => {
  const { rows } = await db.executeQuery<SessionRow>(CompiledQuery.raw(SESSIONS, [ids]));
  return new Map(rows.map((row) => [row.id, row]));
});

/** The session a token opens on a site, unless it has ended or was left unused too long; it counts as used now. */
export async function findSession(
  db: Db,
  site: SiteName,
  token: string,
  now: Temporal.Instant,
): Promise<Session | null> {
  const row = await sessionRow(db, sha256(token));
  if (!row || row.site !== site || Temporal.Instant.compare(row.expires_at, now) <= 0) return null;
  const unused = now.since(row.seen_at).total('seconds');
  if (row.idle_minutes !== null && unused >= row.idle_minutes * 60) return null;
  // Before it was last used: the clock was turned back.
  if (unused >= NOTED_EVERY || unused < 0) await noteUse(db, row.id, now);
  return {
    id: row.id,
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    data: row.data as Record<string, unknown>,
  };
}

/** Whose session a token was, ended or not, while the table still knows. */
export async function findOwner(
  db: Db,
  site: SiteName,
  token: string,
): Promise<Pick<Session, 'accountId' | 'data'> | null> {
  const row = await sessionRow(db, sha256(token));
  return row?.site === site ? { accountId: row.account_id, data: row.data as Record<string, unknown> } : null;
}

async function noteUse(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('platform.session').set({ seen_at: now }).where('id', '=', id).execute();
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('platform.session').where('id', '=', sha256(token)).execute();
}

/** Forgets sessions that ended a day ago: till then whose they were is known to who comes back with a page of theirs. */
export async function sweepSessions(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('platform.session')
    .where('expires_at', '<', now.subtract({ hours: 24 }))
    .execute();
}
