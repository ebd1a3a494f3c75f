// Brings the register into the database, once per content.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Tx } from '../../platform/db.ts';
import { loadedContent, rememberContent, replaceSuccessions, replaceUnits } from './store.ts';

/**
 * Loads `units.jsonl` and `unit-successions.jsonl` of a folder. A file whose content is in already is left alone.
 * @returns the names of the files loaded now
 */
export async function loadPlaces(db: Db, folder: string, now: Temporal.Instant): Promise<string[]> {
  const loaded: string[] = [];
  for (const [file, replace] of [
    ['units.jsonl', replaceUnits],
    ['unit-successions.jsonl', replaceSuccessions],
  ] as const) {
    if (await loadOnce(db, folder, file, replace, now)) loaded.push(file);
  }
  return loaded;
}

async function loadOnce(
  db: Db,
  folder: string,
  file: string,
  replace: (tx: Tx, json: string) => Promise<void>,
  now: Temporal.Instant,
): Promise<boolean> {
  const text = await readFile(join(folder, file), 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  if ((await loadedContent(db, file)) === sha256) return false;
  await db.transaction().execute(async (tx) => {
    await replace(tx, `[${text.trim().replaceAll('\n', ',')}]`);
    await rememberContent(tx, file, sha256, now);
  });
  return true;
}
