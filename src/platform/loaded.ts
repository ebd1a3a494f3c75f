// Set-up files are brought in once per content, so that a second start costs one look-up.
import { sha256 } from './crypto.ts';
import type { Db, Tx } from './db.ts';

/** Whether this content was never brought in under this name, or another was since. */
export async function contentIsNew(db: Db | Tx, name: string, content: string): Promise<boolean> {
  const row = await db
    .selectFrom('platform.loaded')
    .select('sha256')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.sha256 !== sha256(content);
}

/** Notes what was brought in under a name. */
export async function noteContent(
  db: Db | Tx,
  name: string,
  content: string,
  now: Temporal.Instant,
): Promise<void> {
  const mark = sha256(content);
  await db
    .insertInto('platform.loaded')
    .values({ name, sha256: mark, at: now })
    .onConflict((c) => c.column('name').doUpdateSet({ sha256: mark, at: now }))
    .execute();
}

/**
 * Runs the work in a transaction unless this content was brought in under this name before.
 * @returns whether the work was done now
 */
export async function onceByContent(
  db: Db,
  name: string,
  content: string,
  now: Temporal.Instant,
  work: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  if (!(await contentIsNew(db, name, content))) return false;
  await db.transaction().execute(async (tx) => {
    await work(tx);
    await noteContent(tx, name, content, now);
  });
  return true;
}
