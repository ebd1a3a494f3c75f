// A migration that has been applied anywhere never changes: its hash is on a list that only grows.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disagreements, LIST, listMigrations } from '../../scripts/list-migrations.ts';

const REAL = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'motcua-list-'));
beforeAll(() => cpSync(REAL, folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every migration is on the list, as it was when it was listed', () => {
  expect(disagreements(REAL)).toEqual([]);
});

it('what is new is listed; what is listed can neither change nor go, and the list is not written over it', () => {
  writeFileSync(join(folder, '9001-new.sql'), 'select 1;\n');
  expect(disagreements(folder)).toEqual([expect.stringMatching(/^9001-new\.sql is not listed yet/u)]);
  listMigrations(folder);
  expect(disagreements(folder)).toEqual([]);

  const list = readFileSync(join(folder, LIST), 'utf8');
  appendFileSync(join(folder, '0001-platform-and-journal.sql'), '\n');
  rmSync(join(folder, '9001-new.sql'));
  const wrong = /0001-platform-and-journal\.sql .* was changed.*9001-new\.sql .* is gone/u;
  expect(disagreements(folder).join('; ')).toMatch(wrong);
  expect(() => listMigrations(folder)).toThrow(wrong);
  expect(readFileSync(join(folder, LIST), 'utf8')).toBe(list);
});
