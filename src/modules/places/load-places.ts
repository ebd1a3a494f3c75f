// Brings the register into the database, once per content.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../../platform/db.ts';
import { onceByContent } from '../../platform/loaded.ts';
import { replaceSuccessions, replaceUnits } from './store.ts';

const FILES = [
  ['units.jsonl', replaceUnits],
  ['unit-successions.jsonl', replaceSuccessions],
] as const;

/**
 * Loads `units.jsonl` and `unit-successions.jsonl` of a folder. A file whose content is in already is left alone.
 * @returns the names of the files loaded now
 */
export async function loadPlaces(db: Db, folder: string, now: Temporal.Instant): Promise<string[]> {
  const loaded: string[] = [];
  for (const [file, replace] of FILES) {
    const text = await readFile(join(folder, file), 'utf8');
    const rows = () => `[${text.trim().replaceAll('\n', ',')}]`;
    if (await onceByContent(db, file, text, now, (tx) => replace(tx, rows()))) loaded.push(file);
  }
  return loaded;
}
