// The web's program: the three sites, until SIGTERM or until its parent is gone.
import { openDatabase } from '../platform/db.ts';
import { watchLoop } from '../platform/http/index.ts';
import { createLog } from '../platform/log.ts';
import { holdMigrated } from '../platform/migrate.ts';
import { readConfig } from './config.ts';
import { migrationsFolder } from './project-folder.ts';
import { buildSites } from './sites.ts';
import { holdSafe } from './unsafe-database.ts';
import { openHouse } from './wire.ts';

const config = readConfig(process.env);
if (!config.databaseUrl) throw new Error('the web needs DATABASE_URL');
const log = createLog('web', config.logLevel);
await holdMigrated(config.databaseUrl, migrationsFolder());
const db = openDatabase({ url: config.databaseUrl, max: 24 });
await holdSafe(config, db);
if (config.loopWatch) watchLoop();
const house = await openHouse(config, db, log);
const sites = await buildSites(house);
for (const [name, app] of Object.entries(sites))
  await app.listen({ host: config.host, port: config.ports[name as keyof typeof sites] });

const stopLooking = house.reference.keepFresh(log);

// One request that goes wrong in a way nobody foresaw may not take everybody else's with it.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'nobody waited for this failure'));

let leaving = false;
async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  // What has begun is answered; then the connections close.
  await Promise.all(Object.values(sites).map((app) => app.close()));
  await stopLooking();
  await db.destroy();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, leave);
process.on('disconnect', leave);
process.send?.('ready');
log.info('web ready');
