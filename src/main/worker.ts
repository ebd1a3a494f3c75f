// The worker's program: relay and jobs, until SIGTERM or until its parent is gone.
import { unsigned } from '../adapters/signing/unsigned.ts';
import { finishSignings } from '../flows/sign.ts';
import { openAgencies } from '../modules/agencies/index.ts';
import { openPlaces } from '../modules/places/index.ts';
import { breathe } from '../platform/breath.ts';
import { virtualClock, wallClock } from '../platform/clock.ts';
import { openDatabase, WORK_LIMITS } from '../platform/db.ts';
import { createLog } from '../platform/log.ts';
import { holdMigrated } from '../platform/migrate.ts';
import { outside } from '../platform/outside.ts';
import { inMemory, throughTo } from '../platform/reference.ts';
import { keepAnchoring } from './anchoring.ts';
import { channelsOf } from './channels.ts';
import { readConfig } from './config.ts';
import { openFileStore } from './file-store.ts';
import { startJobs } from './jobs.ts';
import { payeesOf } from './payees.ts';
import { answerParent } from './probe.ts';
import { migrationsFolder, programVersion } from './project-folder.ts';
import { handlers } from './subscriptions.ts';
import { keepSweeping } from './sweeps.ts';
import { holdSafe } from './unsafe-database.ts';

const config = readConfig(process.env);
if (!config.databaseUrl) throw new Error('the worker needs DATABASE_URL');
const log = createLog('worker', config.logLevel);
const clock = config.mode === 'sandbox' ? virtualClock(config.varFolder) : wallClock;
await holdMigrated(config.databaseUrl, migrationsFolder());
const db = openDatabase({ url: config.databaseUrl, max: 10, limits: WORK_LIMITS });
await holdSafe(config, db);
const signer = outside('signer', unsigned);
const files = await openFileStore(config);

const places = await openPlaces(db);
const reference = await inMemory(db, (snapshot) => openAgencies(snapshot, places));
const agencies = throughTo(reference.now);
const stopLooking = reference.keepFresh(log);
const jobs = await startJobs({
  db,
  url: config.databaseUrl,
  clock,
  log,
  handlers: handlers({ db, clock, channels: channelsOf(config), payeeOf: payeesOf(agencies, config.mode) }),
  rounds: {
    signings: () => finishSignings({ db, clock, files, signer }),
    breath: () => breathe(db, programVersion()),
  },
});
const stopSweeping = keepSweeping({ db, clock, log, files });
const stopAnchoring = keepAnchoring({ db, clock: wallClock, log, anchors: config.anchors });

let leaving = false;
async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  stopSweeping();
  await stopLooking();
  await jobs.stop();
  await stopAnchoring();
  await db.destroy();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);
process.on('disconnect', leave);
answerParent();
process.send?.('ready');
log.info('worker ready');
