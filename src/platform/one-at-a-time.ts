// What two starts on one database may not do at the same time: the second waits until the first is through, and then finds it done.
import pg from 'pg';

const LOCK = 20_260_702;

/**
 * Runs the work while no other process runs its own on this database. A process that dies gives its place up.
 * @param waiting called once when another is at it and we wait
 */
export async function oneAtATime<T>(url: string, waiting: () => void, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Should this connection be lost, so are those of the work, whose statements say why.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
    if (!rows[0]?.free) {
      waiting();
      await client.query('select pg_advisory_lock($1)', [LOCK]);
    }
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}
