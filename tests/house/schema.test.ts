// The types of tables are those of the migrated database, as the generator writes them: what was typed by hand would drift.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { databaseOfFile } from '../support/database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const database = databaseOfFile();

test('db/schema.ts is what npm run schema writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const file = join(folder, 'schema.ts');
    const env = { ...process.env, DATABASE_URL: database.url, SCHEMA_FILE: file };
    const ran = spawnSync('sh', [join(ROOT, 'scripts/schema.sh')], { env, encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(readFileSync(join(ROOT, 'db/schema.ts'), 'utf8')).toBe(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
