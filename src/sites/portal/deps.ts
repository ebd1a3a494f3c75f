// What every page of the portal is handed: nothing is reached for.

import type { PayeeOf } from '../../flows/dossier-bill.ts';
import type { Agencies } from '../../modules/agencies/index.ts';
import type { Catalogue } from '../../modules/catalogue/index.ts';
import type { Books } from '../../modules/dossiers/index.ts';
import type { FileStore } from '../../modules/files/index.ts';
import type { Db } from '../../platform/db.ts';
import type { Clock } from '../../rules/kernel/index.ts';

export interface PortalDeps {
  db: Db;
  /** Procedures, forms, agencies and fees, as in force. */
  books: Books;
  catalogue: Catalogue;
  agencies: Agencies;
  /** The account that takes an agency's fees. */
  payeeOf: PayeeOf;
  clock: Clock;
  /** Public origins, without a trailing slash. */
  urls: { portal: string; account: string; desk: string; sandbox: string };
  sandbox: boolean;
  /** Key of confirmation codes. */
  secret: string;
  /** Keeps what people hand in and what we issue. */
  files: FileStore;
}
