// Brings the national list of fields (lĩnh vực) into the database, once per content.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../platform/db.ts';
import { onceByContent } from '../../platform/loaded.ts';
import { replaceFields } from './store.ts';

/** Loads `fields.json` of a folder. @returns the names of what was loaded now */
export async function loadFields(db: Db, folder: string, now: Temporal.Instant): Promise<string[]> {
  const fields = await readFile(join(folder, 'fields.json'), 'utf8');
  const list = () => JSON.stringify((JSON.parse(fields) as { fields: unknown }).fields);
  return (await onceByContent(db, 'fields.json', fields, now, (tx) => replaceFields(tx, list())))
    ? ['fields.json']
    : [];
}
