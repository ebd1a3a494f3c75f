// What a process holds in memory of the reference data, as of one moment.
import { type Agencies, openAgencies } from '../modules/agencies/index.ts';
import { type Catalogue, openCatalogue } from '../modules/catalogue/index.ts';
import type { Books } from '../modules/dossiers/index.ts';
import type { Places } from '../modules/places/index.ts';
import { allTemplates, type ResultTemplate } from '../modules/results/index.ts';
import type { Db } from '../platform/db.ts';
import { booksOf } from './books.ts';

export interface Reference {
  readonly agencies: Agencies;
  readonly catalogue: Catalogue;
  readonly books: Books;
  readonly resultTemplates: readonly ResultTemplate[];
}

/** Reads everything. @param db one snapshot @param portalUrl the portal's origin */
export async function readReference(db: Db, places: Places, portalUrl: string): Promise<Reference> {
  const [agencies, catalogue, resultTemplates] = await Promise.all([
    openAgencies(db, places),
    openCatalogue(db),
    allTemplates(db),
  ]);
  const books = booksOf({ catalogue, agencies, places, portalUrl });
  return { agencies, catalogue, books, resultTemplates };
}
