// Puts the program together: what is in memory, what is on disk, who is outside.
import { stat } from 'node:fs/promises';
import { unsigned } from '../adapters/signing/unsigned.ts';
import { telcoOwnerCheck } from '../adapters/telco/owner-check.ts';
import type { Agencies } from '../modules/agencies/index.ts';
import type { Catalogue } from '../modules/catalogue/index.ts';
import type { Books } from '../modules/dossiers/index.ts';
import type { FileStore } from '../modules/files/index.ts';
import { createIdentity, type Identity } from '../modules/identity/index.ts';
import { openPlaces, type Places, warmUp } from '../modules/places/index.ts';
import type { ResultTemplate } from '../modules/results/index.ts';
import type { Signer } from '../modules/results/ports.ts';
import { virtualClock, wallClock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { diskRoom } from '../platform/disk-room.ts';
import type { Log } from '../platform/log.ts';
import { outside } from '../platform/outside.ts';
import { forgetPages } from '../platform/page-cache.ts';
import { type InMemory, inMemory, throughTo } from '../platform/reference.ts';
import { loadSecrets, type Secrets } from '../platform/secrets.ts';
import type { Clock } from '../rules/kernel/index.ts';
import type { Config } from './config.ts';
import { openFileStore } from './file-store.ts';
import type { DiskLook } from './health.ts';
import { programVersion } from './project-folder.ts';
import { type Reference, readReference } from './reference.ts';

export interface House {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly places: Places;
  /** What is held in memory of the reference data; agencies, catalogue, books and templates lead through it, always of one version. */
  readonly reference: InMemory<Reference>;
  readonly agencies: Agencies;
  readonly catalogue: Catalogue;
  readonly books: Books;
  readonly resultTemplates: readonly ResultTemplate[];
  readonly identity: Identity;
  readonly files: FileStore;
  readonly signer: Signer;
  readonly disk: DiskLook;
  readonly version: string;
}

/** Opens the house on a database that the set-up has filled. `clock` overrides the configuration's, for tests. */
export async function openHouse(config: Config, db: Db, log: Log, clock?: Clock): Promise<House> {
  const places = await openPlaces(db);
  const reference = await inMemory(
    db,
    (snapshot) => readReference(snapshot, places, config.urls.portal),
    forgetPages,
  );
  const secrets = loadSecrets(config.varFolder);
  const files = await openFileStore(config);
  warmUp(places);
  return {
    config,
    db,
    log,
    secrets,
    places,
    reference,
    agencies: throughTo(() => reference.now().agencies),
    catalogue: throughTo(() => reference.now().catalogue),
    clock: clock ?? (config.mode === 'sandbox' ? virtualClock(config.varFolder) : wallClock),
    books: throughTo(() => reference.now().books),
    resultTemplates: throughTo(() => reference.now().resultTemplates),
    identity: createIdentity({
      db,
      secret: secrets.hmac,
      phoneOwner: outside('telco', telcoOwnerCheck(config.telco)),
    }),
    files,
    disk: {
      free: diskRoom(config.varFolder).free,
      takesUploads: () => files.hasRoom(),
      keepsBallast: keptAt(config.ballastFile),
    },
    signer: outside('signer', unsigned),
    version: programVersion(),
  };
}

/** Whether a file is there; a disk that does not say holds nobody up. */
function keptAt(file: string | null): () => Promise<boolean> {
  if (file === null) return async () => true;
  const size = diskRoom(file, (path) =>
    stat(path).then(
      (found) => found.size,
      () => 0,
    ),
  );
  return async () => (await size.free()) !== 0;
}
