// Once an hour: what has ended is forgotten, and what is stored is looked over. Nothing that was filed, paid or decided is ever touched.
import { type FileStore, type Proof, proveFiles, sweep as sweepFiles } from '../modules/files/index.ts';
import { sweepIdentity, sweepOidcPayloads } from '../modules/identity/index.ts';
import type { Db } from '../platform/db.ts';
import { sweepKeptForms } from '../platform/http/index.ts';
import { sweepLimits } from '../platform/limits.ts';
import type { Log } from '../platform/log.ts';
import { sweepSessions } from '../platform/sessions.ts';
import type { Clock } from '../rules/kernel/index.ts';

export interface SweepDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: FileStore;
}

const HOUR_MS = 3_600_000;

/**
 * Ended sessions, spent codes, old counts by the country's clock; half-uploaded files by the machine's own. Then a part of the
 * stored files is read and held against their names.
 */
export async function sweepAll(
  { db, files, log }: Pick<SweepDeps, 'db' | 'files' | 'log'>,
  now: Temporal.Instant,
): Promise<void> {
  await sweepSessions(db, now);
  await sweepKeptForms(db, now);
  await sweepLimits(db, now);
  await sweepIdentity(db, now);
  await sweepOidcPayloads(db);
  const swept = await sweepFiles(files, Temporal.Now.instant());
  if (swept.kind === 'tryAgain') log.warn({ reason: swept.reason }, 'the file store could not be swept');
  await proveFiles(db, files, now, (proof) => tell(log, proof));
}

function tell(log: Log, { sha256, state }: Proof): void {
  if (state === 'healed') log.info({ sha256 }, 'a stored file is whole again');
  else log.error({ sha256, state }, 'a stored file is not whole');
}

/** Sweeps now and every hour. @returns how to stop */
export function keepSweeping(deps: SweepDeps): () => void {
  const once = () =>
    sweepAll(deps, deps.clock.now()).catch((error) => deps.log.warn({ err: error }, 'sweep failed'));
  once();
  const timer = setInterval(once, HOUR_MS);
  return () => clearInterval(timer);
}
