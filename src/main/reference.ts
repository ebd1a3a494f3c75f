// What a process holds in memory of the reference data, as of one moment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agencies, openAgencies } from '../modules/agencies/index.ts';
import { type Catalogue, openCatalogue } from '../modules/catalogue/index.ts';
import type { Books } from '../modules/dossiers/index.ts';
import type { Places } from '../modules/places/index.ts';
import type { Db } from '../platform/db.ts';
import { booksOf, type DecidedFees } from './books.ts';
import type { Config } from './config.ts';
import { projectFolder } from './project-folder.ts';

export interface Reference {
  readonly agencies: Agencies;
  readonly catalogue: Catalogue;
  readonly books: Books;
}

/** Reads everything. @param db one snapshot */
export async function readReference(db: Db, places: Places, config: Config): Promise<Reference> {
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  // Council decisions of a real province are data of its own; the trial's are plainly marked as such.
  const trial = join(projectFolder(), 'db', 'seeds', 'demo', 'decided-fees.json');
  const decided = config.mode === 'sandbox' ? trial : config.decidedFees;
  const decidedFees: DecidedFees = decided ? JSON.parse(readFileSync(decided, 'utf8')) : {};
  const books = booksOf({ catalogue, agencies, places, decidedFees, portalUrl: config.urls.portal });
  return { agencies, catalogue, books };
}
