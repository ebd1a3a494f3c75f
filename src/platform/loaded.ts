// Set-up files are brought in once per content, so that a second start costs one look-up.
import { sha256 } from './crypto.ts';
import type { Db, Tx } from './db.ts';

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
  const mark = sha256(content);
  const row = await db
    .selectFrom('platform.loaded')
    .select('sha256')
    .where('name', '=', name)
    .executeTakeFirst();
  if (row?.sha256 === mark) return false;
  await db.transaction().execute(async (tx) => {
    await work(tx);
    await tx
      .insertInto('platform.loaded')
      .values({ name, sha256: mark, at: now })
      .onConflict((c) => c.column('name').doUpdateSet({ sha256: mark, at: now }))
      .execute();
  });
  return true;
}
