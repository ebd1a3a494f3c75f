// Brings the national list of banks into the database, once per content.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../platform/db.ts';
import { onceByContent } from '../../platform/loaded.ts';
import { replaceBanks } from './store.ts';

/** Loads `bank-bins.json` of a folder. @returns the names of what was loaded now */
export async function loadBanks(db: Db, folder: string, now: Temporal.Instant): Promise<string[]> {
  const text = await readFile(join(folder, 'bank-bins.json'), 'utf8');
  const list = () => JSON.stringify((JSON.parse(text) as { banks: unknown }).banks);
  return (await onceByContent(db, 'bank-bins.json', text, now, (tx) => replaceBanks(tx, list())))
    ? ['bank-bins.json']
    : [];
}
