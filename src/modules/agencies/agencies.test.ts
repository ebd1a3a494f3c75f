// The agencies of one province in two regimes: the seed's choice of 2023, today's two tiers, and the way from one to the other.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { openPlaces, type Places } from '../places/index.ts';
import { type Agencies, assign, assignmentsOf, openAgencies, rolesAt } from './index.ts';

const in2023 = Temporal.PlainDate.from('2023-05-15');
const today = Temporal.PlainDate.from('2026-11-23');
let database: TestDatabase;
let places: Places;
let agencies: Agencies;

beforeAll(async () => {
  database = await testDatabase();
  places = await openPlaces(database.db);
  agencies = await openAgencies(database.db, places);
});
afterAll(() => database.drop());

describe('2023: the seed’s way', () => {
  test('UBND huyện Hiệp Hòa, then xã Lương Phong', () => {
    const group = agencies
      .groups(['commune'], in2023)
      .find((one) => one.parent.name === 'UBND huyện Hiệp Hòa');
    expect(group?.offices.map((office) => office.name)).toContain('UBND xã Lương Phong');
  });

  test('a procedure of the province is answered by UBND tỉnh Bắc Giang', () => {
    expect(agencies.groups(['province'], in2023).map((one) => one.parent.name)).toEqual([
      'UBND tỉnh Bắc Giang',
    ]);
  });

  test('ten districts, 209 communes', () => {
    expect(agencies.at(['district'], in2023)).toHaveLength(10);
    expect(agencies.at(['commune'], in2023)).toHaveLength(209);
  });

  test('a procedure of the district, typed by the commune, is answered by the district', () => {
    expect(agencies.offices('Lương Phong', ['district'], in2023)[0]?.agency.name).toBe('UBND huyện Hiệp Hòa');
  });

  test('codes have the shape of 2016, each once on a day', () => {
    const codes = agencies.at(['province', 'district', 'commune'], in2023).map((agency) => agency.code);
    expect(codes.every((code) => /^\d{3}\.\d{2}\.\d{2}\.H02$/u.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('000.00.00.H02');
  });
});

describe('today: two tiers', () => {
  test('every commune of tỉnh Bắc Ninh, under the province', () => {
    const groups = agencies.groups(['commune'], today);
    expect(groups.map((one) => one.parent.name)).toEqual(['UBND tỉnh Bắc Ninh']);
    expect(groups[0]?.offices).toHaveLength(99);
    expect(groups[0]?.offices.map((office) => office.name)).toContain('UBND xã Hiệp Hòa');
  });

  test('there is no district to choose', () => {
    expect(agencies.groups(['district'], today)).toEqual([]);
  });

  test('whoever types Lương Phong is led to xã Hiệp Hòa and told why', () => {
    const [first] = agencies.offices('Lương Phong', ['commune'], today);
    expect(first?.agency.name).toBe('UBND xã Hiệp Hòa');
    expect(first?.found.sentence).toContain(
      'nay là xã Hiệp Hòa, tỉnh Bắc Ninh, theo Nghị quyết 1658/NQ-UBTVQH15',
    );
  });

  test('papers are handed in at the centre', () => {
    const hiepHoa = agencies.ofUnit('07840', today)!;
    expect(hiepHoa.desk).toBe('Trung tâm Phục vụ hành chính công xã Hiệp Hòa');
    expect(hiepHoa.place).toBe('Hiệp Hòa');
    expect(agencies.ofUnit('07840', today, 'centre')?.parentId).toBe(hiepHoa.id);
    expect(hiepHoa.code).toMatch(/^H05\.\d{3}$/u);
  });
});

describe('from one regime to the other', () => {
  test('UBND xã Lương Phong was followed by UBND xã Hiệp Hòa', () => {
    const luongPhong = agencies.ofUnit('07846', in2023)!;
    expect(agencies.todayOf(luongPhong, today)?.name).toBe('UBND xã Hiệp Hòa');
    expect(agencies.todayOf(luongPhong, in2023)).toBe(luongPhong);
  });

  test('code 07840 is thị trấn Thắng, then xã Hiệp Hòa', () => {
    expect(agencies.ofUnit('07840', in2023)?.name).toBe('UBND thị trấn Thắng');
    expect(agencies.ofUnit('07840', today)?.name).toBe('UBND xã Hiệp Hòa');
  });
});

test('payees are the sandbox bank’s, by date', () => {
  const hiepHoa = agencies.ofUnit('07840', today)!;
  expect(agencies.payee(hiepHoa.id, today)).toMatchObject({
    bin: '970436',
    account: 'SANDBOX07840',
    holder: 'UBND XA HIEP HOA',
  });
  expect(agencies.payee(hiepHoa.id, in2023)).toBeUndefined();
});

test('the calendar of an agency knows the holidays', () => {
  const calendar = agencies.calendar(agencies.ofUnit('07840', today)!);
  expect(calendar.days.has('2026-11-24')).toBe(true);
  expect(agencies.banks().length).toBeGreaterThan(60);
});

test('a role counts from its first day to the day before its last', async () => {
  const personId = '0190a0a0-0000-7000-8000-000000000001';
  const agencyId = agencies.ofUnit('07840', today)!.id;
  await assign(database.db, {
    personId,
    agencyId,
    role: 'intake',
    title: 'Công chức một cửa',
    from: '2025-07-01',
  });
  await database.db
    .updateTable('agencies.assignment')
    .set({ valid_to: '2026-12-01' })
    .where('person_id', '=', personId)
    .execute();
  const day = (text: string) => Temporal.PlainDate.from(text);
  expect(await rolesAt(database.db, personId, agencyId, day('2025-06-30'))).toEqual([]);
  expect(await rolesAt(database.db, personId, agencyId, day('2025-07-01'))).toEqual(['intake']);
  expect(await rolesAt(database.db, personId, agencyId, day('2026-12-01'))).toEqual([]);
  expect(await assignmentsOf(database.db, personId, today)).toEqual([
    { agencyId, role: 'intake', title: 'Công chức một cửa' },
  ]);
});
