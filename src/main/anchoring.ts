// The worker anchors the journal's heads outside: one anchor an interval and one at its stop, when anything moved.
import { setTimeout as pause } from 'node:timers/promises';
import { type Anchor, anchorNow, checkingKey, signingKey, type Witness } from '../platform/anchors/index.ts';
import type { Db } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import type { Clock } from '../rules/kernel/index.ts';
import type { AnchorsConfig } from './config.ts';

/** Anchors now. @throws InTheWay when the key or the file is not what it should be: nothing is written then */
export async function writeAnchors(
  db: Db,
  { path, keyPath }: AnchorsConfig,
  now: Temporal.Instant,
  anew = false,
): Promise<Anchor[]> {
  return anchorNow({ db, path, key: signingKey(keyPath), now, anew });
}

/** With what the journal is held against its anchors. */
export function witnessOf({ path, keyPath }: AnchorsConfig): Witness {
  return { path, key: checkingKey(keyPath) };
}

export interface KeepAnchoring {
  readonly db: Db;
  /** Real time: the anchors are for whoever stands outside. */
  readonly clock: Clock;
  readonly log: Log;
  /** Null: nothing is anchored. */
  readonly anchors: AnchorsConfig | null;
}

/** Anchors now and every interval. @returns how to stop, with a last anchor */
export function keepAnchoring({ db, clock, log, anchors }: KeepAnchoring): () => Promise<void> {
  if (!anchors) return async () => {};
  const stopping = new AbortController();
  const once = async () => {
    try {
      for (const { n, heads } of await writeAnchors(db, anchors, clock.now()))
        log.info({ anchor: n, heads }, 'the journal was anchored');
    } catch (error) {
      log.error({ reason: String(error) }, 'the journal could not be anchored');
    }
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await once();
      await pause(anchors.everyMinutes * 60_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
    await once();
  };
}
