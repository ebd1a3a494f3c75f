// Where the project's own files are, whether the program runs from src/ or from dist/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds db/migrations. @throws Error when there is none above this file */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    if (folder === dirname(folder)) throw new Error('the folder db/migrations was not found');
    folder = dirname(folder);
  }
  return folder;
}

/** Where the migrations of this program lie. */
export const migrationsFolder = () => join(projectFolder(), 'db', 'migrations');

/** The version that package.json names. */
export function programVersion(): string {
  return JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')).version;
}
