// Notes the hash of every migration that is not yet listed in db/migrations/hashes.txt (`sha256sum -c hashes.txt` reads it). A line that
// stands there is never written anew: somewhere that file has been applied.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../src/platform/crypto.ts';
import { migrationsOf } from '../src/platform/migrate.ts';

/** The list beside the migrations. */
export const LIST = 'hashes.txt';

/** Name → hash, as listed. */
export function listedIn(folder: string): Map<string, string> {
  const path = join(folder, LIST);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** What disagrees between folder and list, one sentence each. */
export function disagreements(folder: string): string[] {
  const files = new Map(migrationsOf(folder).map(({ name, text }) => [name, sha256(text)]));
  const listed = listedIn(folder);
  return [
    ...[...listed].flatMap(([name, hash]) => {
      if (!files.has(name)) return [`${name} is listed as applied and is gone`];
      return files.get(name) === hash
        ? []
        : [`${name} is listed as applied and was changed; write a new one`];
    }),
    ...[...files.keys()]
      .filter((name) => !listed.has(name))
      .map((name) => `${name} is not listed yet: node scripts/list-migrations.ts`),
  ];
}

/** Lists what is new. @throws Error when a listed one was changed or is gone: nothing is written */
export function listMigrations(folder: string): void {
  const wrong = disagreements(folder).filter((said) => !said.includes('not listed yet'));
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  const lines = migrationsOf(folder).map(({ name, text }) => `${sha256(text)}  ${name}\n`);
  writeFileSync(join(folder, LIST), lines.join(''));
}

if (import.meta.main) listMigrations(fileURLToPath(new URL('../db/migrations', import.meta.url)));
