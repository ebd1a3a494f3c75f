// What the account service's protocol engine remembers (sessions, interactions, codes, grants), in identity.oidc_payload.
// The engine reads the machine's clock, so these rows live by it too, never by the virtual one.

import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';

export interface OidcPayloads {
  upsert(id: string, payload: Record<string, unknown>, seconds: number | undefined): Promise<void>;
  find(id: string): Promise<Record<string, unknown> | undefined>;
  findBy(column: 'uid' | 'user_code', value: string): Promise<Record<string, unknown> | undefined>;
  /** @returns false when it had been consumed before: of two that race, one wins */
  consume(id: string): Promise<boolean>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);

async function read(db: Db, model: string, column: 'id' | 'uid' | 'user_code', value: string) {
  const row = await db
    .selectFrom('identity.oidc_payload')
    .select(['payload', 'consumed_at'])
    .where('model', '=', model)
    .where(column, '=', value)
    .where((e) =>
      e.or([e('expires_at', 'is', null), e('expires_at', '>', sql<Temporal.Instant>`clock_timestamp()`)]),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const payload = row.payload as Record<string, unknown>;
  return row.consumed_at
    ? { ...payload, consumed: Math.floor(row.consumed_at.epochMilliseconds / 1000) }
    : payload;
}

/** The rows of one kind (`Session`, `AuthorizationCode` …). */
export function oidcPayloads(db: Db, model: string): OidcPayloads {
  return {
    async upsert(id, payload, seconds) {
      const row = {
        payload: JSON.stringify(payload),
        grant_id: text(payload.grantId),
        uid: text(payload.uid),
        user_code: text(payload.userCode),
        expires_at:
          seconds === undefined
            ? null
            : sql<Temporal.Instant>`clock_timestamp() + make_interval(secs => ${seconds})`,
      };
      await db
        .insertInto('identity.oidc_payload')
        .values({ model, id, ...row })
        .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(row))
        .execute();
    },
    find: (id) => read(db, model, 'id', id),
    findBy: (column, value) => read(db, model, column, value),
    async consume(id) {
      const done = await db
        .updateTable('identity.oidc_payload')
        .set({ consumed_at: sql<Temporal.Instant>`clock_timestamp()` })
        .where('model', '=', model)
        .where('id', '=', id)
        .where('consumed_at', 'is', null)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    async destroy(id) {
      await db.deleteFrom('identity.oidc_payload').where('model', '=', model).where('id', '=', id).execute();
    },
    async revokeByGrantId(grantId) {
      await db
        .deleteFrom('identity.oidc_payload')
        .where('model', '=', model)
        .where('grant_id', '=', grantId)
        .execute();
    },
  };
}

/**
 * Ends what the engine remembers of who signed in, in every browser: the next sign-in asks for everything again. Sites' own
 * sessions are left to them.
 */
export async function endSignIns(db: Db, accountId: string): Promise<void> {
  await db
    .deleteFrom('identity.oidc_payload')
    .where('model', 'in', ['Session', 'Grant', 'AccessToken', 'AuthorizationCode'])
    .where(sql`payload ->> 'accountId'`, '=', accountId)
    .execute();
}

/** Removes what has expired. */
export async function sweepOidcPayloads(db: Db): Promise<void> {
  await db
    .deleteFrom('identity.oidc_payload')
    .where('expires_at', '<', sql<Temporal.Instant>`clock_timestamp()`)
    .execute();
}
