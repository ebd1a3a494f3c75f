// Somebody waits at the screen for what an act has queued: whoever carries facts on is woken at once and need not come round first.
// It is told after the act's commit, by itself: a NOTIFY within the transaction would make all commits queue up behind each other.
import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Db } from './db.ts';

const NAME = 'motcua_soon';
const AGAIN_MS = 2_000;

/** Wakes them. A failure is no failure of the act: they come round anyway. */
export async function callSoon(db: Db): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('select pg_notify($1, $2)', [NAME, ''])).catch(() => {});
}

export interface Hearing {
  stop(): Promise<void>;
}

/**
 * Hears calls on a connection of its own, until stopped; one that is lost is opened again.
 * @param url of a database session (no pooler that gives a connection to others between statements)
 */
export function hearCalls(url: string, heard: () => void): Hearing {
  const stopping = new AbortController();
  const listen = async () => {
    const client = new pg.Client({ connectionString: url });
    const ended = new Promise<void>((done) => {
      client.on('error', () => done());
      client.on('end', () => done());
      stopping.signal.addEventListener('abort', () => done(), { once: true });
    });
    try {
      client.on('notification', heard);
      await client.connect();
      await client.query(`listen ${NAME}`);
      // What was called meanwhile.
      heard();
      await ended;
    } catch {
      // The database is away: it is tried again.
    } finally {
      await client.end().catch(() => {});
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await listen();
      await pause(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
