// What was said to people, and what became of it.
import type { Db } from '../../platform/db.ts';

export interface MessageView {
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
}

/** Messages about one thing, oldest first. @param about the part of the key before the slash, e.g. `dossier:<id>` */
export async function findMessages(db: Db, about: string): Promise<MessageView[]> {
  const rows = await db
    .selectFrom('notices.message')
    .select(['kind', 'state', 'attempts', 'last_error', 'created_at', 'sent_at'])
    .where('key', '>=', `${about}/`)
    .where('key', '<', `${about}0`)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }));
}
