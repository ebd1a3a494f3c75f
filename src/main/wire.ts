// Puts the program together: what is in memory, what is on disk, who is outside.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsigned } from '../adapters/signing/unsigned.ts';
import { esms } from '../adapters/sms/esms.ts';
import { telcoOwnerCheck } from '../adapters/telco/owner-check.ts';
import { type Agencies, openAgencies } from '../modules/agencies/index.ts';
import { type Catalogue, openCatalogue } from '../modules/catalogue/index.ts';
import type { Books } from '../modules/dossiers/index.ts';
import type { FileStore } from '../modules/files/index.ts';
import { createIdentity, type Identity } from '../modules/identity/index.ts';
import type { SmsPort } from '../modules/notices/index.ts';
import { openPlaces, type Places, warmUp } from '../modules/places/index.ts';
import { type ResultTemplate, readResultTemplates } from '../modules/results/index.ts';
import type { Signer } from '../modules/results/ports.ts';
import { virtualClock, wallClock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { Log } from '../platform/log.ts';
import { outside } from '../platform/outside.ts';
import { loadSecrets, type Secrets } from '../platform/secrets.ts';
import type { Clock } from '../rules/kernel/index.ts';
import { booksOf, type DecidedFees } from './books.ts';
import type { Config } from './config.ts';
import { openFileStore } from './file-store.ts';
import { projectFolder } from './project-folder.ts';

export interface House {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly places: Places;
  readonly agencies: Agencies;
  readonly catalogue: Catalogue;
  readonly books: Books;
  readonly resultTemplates: readonly ResultTemplate[];
  readonly identity: Identity;
  readonly sms: SmsPort;
  readonly files: FileStore;
  readonly signer: Signer;
  readonly version: string;
}

/** Opens the house on a database that the set-up has filled. `clock` overrides the configuration's, for tests. */
export async function openHouse(config: Config, db: Db, log: Log, clock?: Clock): Promise<House> {
  const seeds = join(projectFolder(), 'db', 'seeds');
  const places = await openPlaces(db);
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  // Council decisions of a real province are data of its own; the trial's are plainly marked as such.
  const decided = config.mode === 'sandbox' ? join(seeds, 'demo', 'decided-fees.json') : config.decidedFees;
  const decidedFees: DecidedFees = decided ? JSON.parse(readFileSync(decided, 'utf8')) : {};
  const secrets = loadSecrets(config.varFolder);
  warmUp(places);
  return {
    config,
    db,
    log,
    secrets,
    places,
    agencies,
    catalogue,
    clock: clock ?? (config.mode === 'sandbox' ? virtualClock(config.varFolder) : wallClock),
    books: booksOf({ catalogue, agencies, places, decidedFees, portalUrl: config.urls.portal }),
    resultTemplates: readResultTemplates(join(seeds, 'reference', 'result-templates')),
    identity: createIdentity({
      db,
      secret: secrets.hmac,
      phoneOwner: outside('telco', telcoOwnerCheck(config.telco)),
    }),
    sms: outside('sms', esms(config.sms)),
    files: await openFileStore(config),
    signer: outside('signer', unsigned),
    version: JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')).version,
  };
}
