// Loading is done once per content and fast enough for a first start.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { loadPlaces, openPlaces } from './index.ts';

const folder = fileURLToPath(new URL('../../../db/seeds/reference', import.meta.url));
const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.db
    .deleteFrom('platform.loaded')
    .where('name', 'in', ['units.jsonl', 'unit-successions.jsonl'])
    .execute();
});
afterAll(() => database.drop());

test('the register is loaded once, and again only when its content changed', async () => {
  expect(await loadPlaces(database.db, folder, now)).toEqual(['units.jsonl', 'unit-successions.jsonl']);
  expect(await loadPlaces(database.db, folder, now)).toEqual([]);
  await database.db
    .updateTable('platform.loaded')
    .set({ sha256: 'other' })
    .where('name', '=', 'units.jsonl')
    .execute();
  expect(await loadPlaces(database.db, folder, now)).toEqual(['units.jsonl']);
});

test('it comes back as it went in', async () => {
  const places = await openPlaces(database.db);
  expect(places.units).toHaveLength(17_449);
  const luongPhong = places.unitAt('07846', '2023-05-15')!;
  expect(luongPhong).toEqual({
    code: '07846',
    name: 'Lương Phong',
    fullName: 'Xã Lương Phong',
    kind: 'commune',
    type: 'xã',
    parentCode: '223',
    validFrom: '2004-08-31',
    validTo: '2025-07-01',
    regime: 'three-tier',
  });
  expect(places.successorsOf(luongPhong, '2026-11-23').units.map((unit) => unit.code)).toEqual(['07840']);
});
