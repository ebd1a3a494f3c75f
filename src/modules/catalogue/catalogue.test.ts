// The catalogue by date: who does it, how it is filed, and the find page's answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { unprintable } from '../../platform/pdf/index.ts';
import { type Catalogue, levelWords, onlineScope, openCatalogue } from './index.ts';
import { returnChannels } from './service-level.ts';

const in2023 = Temporal.PlainDate.from('2023-05-15');
const today = Temporal.PlainDate.from('2026-11-23');
let database: TestDatabase;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await testDatabase();
  catalogue = await openCatalogue(database.db);
});
afterAll(() => database.drop());

test.each([
  ['2023', in2023],
  ['today', today],
])('what a slip repeats of a procedure can be printed (%s)', (_when, date) => {
  const { hits } = catalogue.find({ q: '', date, limit: 1000, offset: 0 });
  expect(hits.length).toBeGreaterThan(100);
  const texts = hits.flatMap(({ procedure }) => [
    procedure.name,
    procedure.periodText,
    procedure.resultDocument,
    ...procedure.components.map((one) => one.name),
  ]);
  expect(texts.filter((text) => unprintable(text).length > 0)).toEqual([]);
});

describe('revisions', () => {
  test('hộ kinh doanh: the district with its form of 2021, the commune with its form of 2025', () => {
    const then = catalogue.bySlug('1.001612', in2023)!;
    const since = catalogue.bySlug('1.001612', today)!;
    expect(then.levels).toEqual(['district']);
    expect(since.levels).toEqual(['ministry', 'commune']);
    expect(catalogue.form(catalogue.formFor(then, in2023)!).revision).toBe('2021');
    expect(catalogue.form(catalogue.formFor(since, today)!).revision).toBe('2025');
    expect(catalogue.get(then.id)).toBe(then);
  });

  test('323 procedures today; what began later is not there in 2023', () => {
    expect(catalogue.on(today)).toHaveLength(323);
    expect(catalogue.bySlug('1.014034', in2023)).toBeUndefined();
    expect(catalogue.bySlug('1.014034', Temporal.PlainDate.from('2025-07-01'))?.name).toContain(
      'hộ kinh doanh',
    );
  });

  test('S-21: all of Chứng thực and Hộ tịch at the commune in QĐ 645 can be filed online', () => {
    const counted = catalogue
      .on(in2023)
      .filter((one) => one.levels.includes('commune') && one.serviceLevel >= 3);
    expect(
      counted
        .filter((one) => one.field === 'Hộ tịch')
        .every((one) => catalogue.formFor(one, in2023) !== null),
    ).toBe(true);
    expect(counted.length).toBeGreaterThanOrEqual(79);
  });

  test('a procedure without a code has an address of its own', () => {
    expect(catalogue.bySlug('cap-dien-moi-tu-luoi-dien-ha-ap-220-380v', today)?.code).toBeNull();
  });

  test('"trong ngày" is a period of the calendar', () => {
    expect(catalogue.bySlug('1.001193', today)).toMatchObject({ period: { value: 0, unit: 'sameDay' } });
  });
});

describe('levels (NĐ 42/2022) and ways to receive the result (S-17, S-18)', () => {
  test.each([
    [4, false, 'full', ['electronic', 'counter', 'post']],
    [4, true, 'partial', ['counter']],
    [3, false, 'partial', ['counter', 'post']],
    [3, true, 'partial', ['counter']],
    [2, false, 'none', ['counter']],
  ] as const)('level %i, presence %s', (level, inPerson, scope, channels) => {
    expect(onlineScope(level, inPerson)).toBe(scope);
    expect(returnChannels(level, inPerson, '2026-11-23')).toEqual(channels);
  });

  test('level 3 in the seed’s time: the result in person', () => {
    expect(returnChannels(3, false, '2023-05-15')).toEqual(['counter']);
  });

  test('the word of the day', () => {
    expect(levelWords('vi', 4, false, '2023-05-15')).toBe('Mức độ 4');
    expect(levelWords('vi', 4, false, '2026-11-23')).toBe('Trực tuyến toàn trình');
    expect(levelWords('vi', 4, true, '2026-11-23')).toBe('Trực tuyến một phần');
    expect(levelWords('en', 4, true, '2026-11-23')).toBe('Partly online');
  });

  test('certified copies are handed over at the agency only', () => {
    expect(catalogue.bySlug('2.000815', today)?.returnChannels).toEqual(['counter']);
    expect(catalogue.bySlug('2.000815', today)?.submitChannels).toContain('online');
  });
});

describe('find', () => {
  const codes = (question: Parameters<Catalogue['find']>[0]) =>
    catalogue.find(question).hits.map((hit) => hit.procedure.code);
  test('the seed: hộ kinh doanh, cấp huyện in 2023', () => {
    const found = codes({ q: 'hộ kinh doanh', level: 'district', date: in2023 });
    expect(found[0]).toBe('1.001612');
    expect(codes({ q: 'hộ kinh doanh', level: 'commune', date: in2023 })).toEqual([]);
  });

  test('hộ kinh doanh, cấp xã today', () => {
    expect(codes({ q: 'ho kinh doah', level: 'commune', date: today })[0]).toBe('1.001612');
  });

  test('filters narrow, words and without', () => {
    const all = catalogue.find({ date: today });
    expect(all.total).toBe(323);
    expect(all.hits).toHaveLength(20);
    const narrow = catalogue.find({
      date: today,
      field: 'Hộ tịch',
      serviceLevel: 4,
      audience: 'citizen',
      limit: 100,
    });
    expect(narrow.total).toBeGreaterThan(0);
    for (const { procedure } of narrow.hits)
      expect(procedure).toMatchObject({ field: 'Hộ tịch', serviceLevel: 4 });
    expect(codes({ q: 'mở quán', date: today, field: 'Hộ tịch' })).not.toContain('1.001612');
  });

  test('pages follow each other without gap or repetition', () => {
    const first = codes({ date: today, limit: 10 });
    const second = codes({ date: today, limit: 10, offset: 10 });
    expect([...first, ...second]).toEqual(codes({ date: today, limit: 20 }));
  });

  test('what people come for stands first where nothing is typed', () => {
    expect(codes({ date: today, limit: 12 })).toContain('1.001193');
  });

  test('fields are counted', () => {
    expect(catalogue.fields(today)[0]).toEqual({ name: 'Hộ tịch', count: 40 });
  });
});
