// What every page of the desk is handed: nothing is reached for.
import type { Books } from '../../modules/dossiers/index.ts';
import type { FileStore } from '../../modules/files/index.ts';
import type { ResultTemplate } from '../../modules/results/index.ts';
import type { Signer } from '../../modules/results/ports.ts';
import type { Db } from '../../platform/db.ts';
import type { Clock } from '../../rules/kernel/index.ts';

export interface DeskDeps {
  db: Db;
  /** Procedures, forms, agencies and fees, as in force. */
  books: Books;
  resultTemplates: readonly ResultTemplate[];
  signer: Signer;
  clock: Clock;
  /** Public origins, without a trailing slash. */
  urls: { portal: string; account: string; desk: string; sandbox: string };
  sandbox: boolean;
  /** Key of confirmation codes. */
  secret: string;
  /** Keeps what people hand in and what we issue. */
  files: FileStore;
}
