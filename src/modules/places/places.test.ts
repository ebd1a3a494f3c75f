// The register over its real rows: codes that change their meaning, names that live on, units that were divided.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placesOf, type Succession, type Unit } from './register.ts';

const rows = <T>(file: string): T[] =>
  readFileSync(new URL(`../../../db/seeds/reference/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const places = placesOf(rows<Unit>('units.jsonl'), rows<Succession>('unit-successions.jsonl'));
const in2023 = Temporal.PlainDate.from('2023-05-15');
const today = Temporal.PlainDate.from('2026-11-23');

describe('a code means different units on different days', () => {
  test.each([
    ['24', '2025-06-30', 'Tỉnh Bắc Giang'],
    ['24', '2025-07-01', 'Tỉnh Bắc Ninh'],
    ['07840', '2019-12-31', 'Xã Đức Thắng'],
    ['07840', '2023-05-15', 'Thị trấn Thắng'],
    ['07840', '2026-11-23', 'Xã Hiệp Hòa'],
    ['07846', '2023-05-15', 'Xã Lương Phong'],
    ['27', '2025-06-30', 'Tỉnh Bắc Ninh'],
  ])('%s on %s is %s', (code, date, name) => {
    expect(places.unitAt(code, date)?.fullName).toBe(name);
  });

  test('lapsed codes mean nothing', () => {
    expect(places.unitAt('07846', '2026-11-23')).toBeUndefined();
    expect(places.unitAt('27', '2025-07-01')).toBeUndefined();
  });
});

describe('tree', () => {
  test('63 provinces, then 34', () => {
    expect(places.childrenOf(null, in2023)).toHaveLength(63);
    expect(places.childrenOf(null, '2025-07-01')).toHaveLength(34);
  });

  test('three tiers in 2023, two since', () => {
    expect(places.childrenOf('24', in2023).map((unit) => unit.fullName)).toContain('Huyện Hiệp Hòa');
    expect(places.childrenOf('223', in2023).map((unit) => unit.name)).toContain('Lương Phong');
    expect(places.childrenOf('24', today).map((unit) => unit.fullName)).toContain('Xã Hiệp Hòa');
    expect(places.childrenOf('223', today)).toEqual([]);
  });

  test('paths are written as of their day', () => {
    const luongPhong = places.unitAt('07846', in2023)!;
    expect(places.pathOf(luongPhong)).toBe('Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang');
    expect(places.pathOf(places.unitAt('07840', today)!)).toBe('Xã Hiệp Hòa, tỉnh Bắc Ninh');
  });
});

describe('what became of a unit', () => {
  const of = (code: string, date: string) => places.successorsOf(places.unitAt(code, date)!, today);
  test('Lương Phong became part of xã Hiệp Hòa by resolution 1658', () => {
    const { units, partial, basis } = of('07846', '2023-05-15');
    expect(units.map((unit) => unit.fullName)).toEqual(['Xã Hiệp Hòa']);
    expect(partial).toBe(false);
    expect(basis).toEqual(['1658/NQ-UBTVQH15']);
  });

  test('Đức Thắng became thị trấn Thắng, then xã Hiệp Hòa', () => {
    expect(of('07840', '2019-01-01').units.map((unit) => unit.fullName)).toEqual(['Xã Hiệp Hòa']);
  });

  test('a divided unit has several successors and says so', () => {
    const { units, partial } = of('00055', '2025-06-30');
    expect(units.length).toBeGreaterThan(1);
    expect(partial).toBe(true);
  });

  test('the province Bắc Giang became Bắc Ninh', () => {
    expect(of('24', '2023-05-15').units.map((unit) => unit.fullName)).toEqual(['Tỉnh Bắc Ninh']);
  });

  test('a district went where its communes went', () => {
    expect(of('223', '2023-05-15').units.map((unit) => unit.fullName)).toContain('Xã Hiệp Hòa');
  });

  test('a unit in force is its own successor', () => {
    const hiepHoa = places.unitAt('07840', today)!;
    expect(places.successorsOf(hiepHoa, today).units).toEqual([hiepHoa]);
  });

  test('every commune of 30/06/2025 leads to at least one commune of today', () => {
    const lost = places.units.filter(
      (unit) =>
        unit.kind === 'commune' &&
        unit.validTo === '2025-07-01' &&
        places.successorsOf(unit, today).units.length === 0,
    );
    expect(lost.map((unit) => unit.fullName)).toEqual([]);
  });
});
