// Where the reference data lies: found by walking up, so that source, bundle and any working folder agree.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const REFERENCE = join('db', 'seeds', 'reference');

/** The nearest `db/seeds/reference` at or above a folder. @throws Error when there is none */
export function dataFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, REFERENCE);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`no ${REFERENCE} at or above ${from}`);
  }
}

/** A reference file, parsed; the caller checks its shape. */
export function readReference(file: string): unknown {
  return JSON.parse(readFileSync(join(dataFolder(), file), 'utf8'));
}
