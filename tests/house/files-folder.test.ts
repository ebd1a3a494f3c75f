// One line of the project knows where stored files lie on a disk; everything else is handed a FileStore.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ITSELF = 'tests/house/files-folder.test.ts';
/** A folder called files put together, or written out. */
const KNOWS = /(join|resolve)\([^)]*['"`]files['"`/]|filesFolder|\bvar\/files\b|Folder\}\/files/u;

it('is src/main/file-store.ts, and nothing in the program, its tests, bench and scripts', () => {
  const files = globSync('{src,sandbox,tests,bench,scripts}/**/*.{ts,tsx,mjs}', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(500);
  const knowing = files.filter(
    (file) => file !== ITSELF && KNOWS.test(readFileSync(`${ROOT}${file}`, 'utf8')),
  );
  expect(knowing).toEqual(['src/main/file-store.ts']);
});

it.each([
  "join(config.varFolder, 'files')",
  "join(folder, 'files', sha256)",
  'const { filesFolder } = deps',
  "'var/files'",
])('would see %s', (line) => expect(line).toMatch(KNOWS));
