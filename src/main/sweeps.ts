// Once an hour: what has ended is forgotten. Nothing that was filed, paid or decided is ever touched.
import { sweep as sweepFiles } from '../modules/files/index.ts';
import { sweepIdentity, sweepOidcPayloads } from '../modules/identity/index.ts';
import type { Db } from '../platform/db.ts';
import { sweepLimits } from '../platform/limits.ts';
import type { Log } from '../platform/log.ts';
import { sweepSessions } from '../platform/sessions.ts';
import type { Clock } from '../rules/kernel/index.ts';

export interface SweepDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly filesFolder: string;
}

const HOUR_MS = 3_600_000;

/** Ended sessions, spent codes, old counts by the country's clock; half-uploaded files by the disk's own. */
export async function sweepAll(
  { db, filesFolder }: Pick<SweepDeps, 'db' | 'filesFolder'>,
  now: Temporal.Instant,
): Promise<void> {
  await sweepSessions(db, now);
  await sweepLimits(db, now);
  await sweepIdentity(db, now);
  await sweepOidcPayloads(db);
  await sweepFiles(filesFolder, Temporal.Now.instant());
}

/** Sweeps now and every hour. @returns how to stop */
export function keepSweeping(deps: SweepDeps): () => void {
  const once = () =>
    sweepAll(deps, deps.clock.now()).catch((error) => deps.log.warn({ err: error }, 'sweep failed'));
  once();
  const timer = setInterval(once, HOUR_MS);
  return () => clearInterval(timer);
}
