// What people type for a place, over the whole register: never a wrong place, and always a way on.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unaccent } from '../../rules/kernel/index.ts';
import { offer } from './choices.ts';
import { unitsForForms } from './for-forms.ts';
import { findUnits } from './found-units.ts';
import type { Meaning } from './meanings.ts';
import { placesOf, type Succession, type Unit } from './register.ts';
import { nameOn } from './say-unit.ts';
import { placeReader } from './understand.ts';

const rows = <T>(file: string): T[] =>
  readFileSync(new URL(`../../../db/seeds/reference/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const places = placesOf(rows<Unit>('units.jsonl'), rows<Succession>('unit-successions.jsonl'));
const day = '2026-11-23';
const today = Temporal.PlainDate.from(day);
const in2023 = Temporal.PlainDate.from('2023-05-15');
const read = placeReader(places, today);
const labels = (q: string, wide = false) =>
  offer(places, read(q), day, { wide }).choices.map((one) => one.label);

describe('one place, taken', () => {
  test.each([
    ['Lương Phong, Bắc Giang', '07846'],
    ['luong phong bac giang', '07846'],
    ['Lương Phong, Hiệp Hòa, Bắc Giang', '07846'],
    ['Bắc Giang, Hiệp Hòa, Lương Phong', '07846'],
    ['Lương Phong - Hiệp Hòa - Bắc Giang', '07846'],
    ['Lương Phong-Hiệp Hòa-Bắc Giang', '07846'],
    ['LƯƠNG PHONG, BẮC GIANG', '07846'],
    ['Lương Phong, Bắc Giang'.normalize('NFD'), '07846'],
    ['Lương\u00a0Phong，Bắc Giang', '07846'],
    ['X. Lương Phong, H. Hiệp Hòa, T. Bắc Giang', '07846'],
    ['thôn Khánh Vân xã Lương Phong', '07846'],
    ['Thôn Khánh Vân, xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang, Việt Nam', '07846'],
    ['Lương Phong, Bắc Ninh', '07846'],
    ['xã Hiệp Hòa, Bắc Ninh', '07840'],
    ['Hiệp Hòa (Lương Phong cũ), Bắc Ninh', '07846'],
    ['xã Hiệp Hoà, Bắc Giang', '07840'],
    ['P.Bến Nghé, Q1, TPHCM', '26740'],
    ['Bến Nghé, Sài Gòn', '26740'],
    ['tổ dân phố 5, phường Thọ Xương, TP. Bắc Giang', '07201'],
    ['số nhà 12/3 đường Trần Phú, phường Trần Phú, TP Quy Nhơn, Bình Định', '21580'],
    ['ấp 3, xã Tân Thạnh, Long An', '27826'],
    ['phường Sa Pa, Lào Cai', '03006'],
    ['Sa Pả, Lào Cai', '03002'],
    ['Bắc Giang, Bắc Ninh', '07210'],
    ['Dương Nội, Hà Đông, Hà Tây', '09886'],
  ])('%s → %s', (q, code) => {
    const { match } = read(q);
    expect(match?.unit.code).toBe(code);
    expect(match?.unit.kind).toBe('commune');
  });
});

describe('a district of before 01/07/2025 is known as such, and its communes are offered', () => {
  test.each([
    ['Sơn La, Sơn La', '116', 'Tô Hiệu'],
    ['Quy Nhơn, Bình Định', '540', 'Quy Nhơn Bắc'],
    ['Qui Nhơn, Bình Định', '540', 'Quy Nhơn Bắc'],
    ['Bảo Lộc, Lâm Đồng', '673', '1 Bảo Lộc'],
    ['Hải Hậu, Nam Định', '366', 'Hải Hậu'],
    ['Lâm Hà, Lâm Đồng', '676', 'Đinh Văn Lâm Hà'],
    ['Bắc Ninh, Bắc Ninh', '256', 'Kinh Bắc'],
    ['Hiệp Hòa, Bắc Giang', '223', 'Hiệp Hòa'],
    ['huyện Hiệp Hòa', '223', 'Hiệp Hòa'],
    ['Q.1, TP.HCM', '760', 'Sài Gòn'],
    ['TX Sa Pa, Lào Cai', '088', 'Sa Pa'],
    ['huyện Sa Pa, Lào Cai', '088', 'Sa Pa'],
    ['Thạch Thất, Hà Tây', '276', 'Thạch Thất'],
    ['Đà Lạt, Lâm Đồng', '672', 'Xuân Hương - Đà Lạt'],
    ['Vũng Tàu, Bà Rịa - Vũng Tàu', '747', 'Vũng Tàu'],
    ['quận 9, TP Hồ Chí Minh', '763', 'Long Bình'],
  ])('%s → %s', (q, code, commune) => {
    const understood = read(q);
    expect(understood.match?.unit).toMatchObject({ code, kind: 'district' });
    const { taken, choices } = offer(places, understood, day, { wide: false });
    expect(taken).toBeNull();
    expect(choices.map((one) => one.unit.name)).toContain(commune);
    for (const { unit } of choices) {
      const lines = [unit, ...places.predecessorsOf(unit)].flatMap((one) =>
        places.lineOf(one, places.dayWithin(one, '2025-06-30')),
      );
      expect(
        lines.some((one) => one.code === code || code === '763'),
        unit.fullName,
      ).toBe(true);
    }
  });

  test('where a commune bears the name too, it stands first', () => {
    for (const q of ['Sapa, Lào Cai', 'Sa Pa, Lào Cai']) {
      expect(read(q).match).toBeNull();
      expect(labels(q)[0]).toBe('Phường Sa Pa, tỉnh Lào Cai');
      expect(labels(q).every((label) => label.includes('Lào Cai'))).toBe(true);
    }
  });

  test('the old names say which commune is one’s own', () => {
    expect(labels('Hiệp Hòa, Bắc Giang')[0]).toBe(
      'Xã Hiệp Hòa, tỉnh Bắc Ninh (gồm xã Danh Thắng, xã Đoan Bái, xã Đông Lỗ, xã Lương Phong, thị trấn Thắng của huyện Hiệp Hòa, tỉnh Bắc Giang cũ)',
    );
  });

  test('in 2023 it is in force, and so are its communes', () => {
    const understood = placeReader(places, in2023)('Hiệp Hòa, Bắc Giang');
    expect(understood.match?.unit.fullName).toBe('Huyện Hiệp Hòa');
    expect(offer(places, understood, '2023-05-15', { wide: false }).choices).toHaveLength(25);
  });
});

describe('provinces, former and present', () => {
  test.each([
    ['Hà Nội', '01'],
    ['Ha Noi', '01'],
    ['hanoi', '01'],
    ['Hà Nội, Hà Nội', '01'],
    ['TP. HCM', '79'],
    ['tỉnh Bắc Giang', '24'],
    ['Đắk Lắk', '66'],
    ['Đăk Lăk', '66'],
    ['Dak Lak', '66'],
    ['Đắc Lắc', '66'],
    ['Bà Rịa - Vũng Tàu', '77'],
    ['tỉnh Hà Tây', '28'],
  ])('%s is a province: the commune is asked for, and no other place offered', (q, code) => {
    const understood = read(q);
    expect(understood.match?.unit).toMatchObject({ code, kind: 'province' });
    expect(offer(places, understood, day, { wide: false })).toMatchObject({
      taken: null,
      choices: [],
      why: { code: 'place-province' },
    });
    expect(offer(places, understood, day, { wide: true }).taken?.unit.code).toBe(code);
  });

  test('a name of province, city and ward is asked', () => {
    expect(read('Bắc Giang').meanings.map((one) => one.unit.fullName)).toEqual([
      'Phường Bắc Giang',
      'Tỉnh Bắc Giang',
      'Thành phố Bắc Giang',
    ]);
  });

  test('provinces of before 1997 stand for those they were divided into', () => {
    expect(read('Lương Phong, Hà Bắc').match?.unit.code).toBe('07846');
    expect(read('Vũ Thư, Hà Nam Ninh').match).toBeNull();
    expect(read('Hà Sơn Bình').meanings.map((one) => one.unit.fullName)).toEqual([
      'Tỉnh Hà Tây',
      'Tỉnh Hoà Bình',
    ]);
  });
});

describe('never guessed', () => {
  test.each([
    'Lương Phogn, Hiệp Hòa, Bắc Giang',
    'Lương phòng, Bắc Giang',
    'Lương Phong, Hiệp Hòa, Bắc Gian',
    'Khánh Vân, Lương Phong, Hiệp Hòa, Bắc Giang',
  ])('%s: the right place is offered, not taken', (q) => {
    expect(read(q).match).toBeNull();
    expect(labels(q)).toEqual([nameOn(places, places.unitAt('07846', '2025-06-30')!, day)]);
  });

  test.each([
    ['Lương Phong, Thanh Hóa', 'place-disagrees'],
    ['Hải Hậu, Bình Định', 'place-disagrees'],
    ['Quang Trung', 'place-several'],
    ['Xyz, Hiệp Hòa, Bắc Giang', 'place-part-unknown'],
    ['thôn Khánh Vân, Bắc Giang', 'place-several'],
    ['số 12 ngõ 34 phố Huế, Hai Bà Trưng, Hà Nội', 'place-unsure'],
    ['Phan Rang, Ninh Thuận', 'place-unsure'],
    ['Krông Pắk, Đắk Lắk', 'place-near'],
    ['qwrtpsdf', 'place-unknown'],
    ['🙂', 'place-unknown'],
    ['', 'place-empty'],
    ['Lương Phong '.repeat(10_000), 'place-too-long'],
  ])('%.40s: %s', (q, why) => {
    expect(read(q)).toMatchObject({ match: null, why: { code: why } });
  });

  test('marks decide where they were typed', () => {
    expect(read('Sơn Đồng, Hoài Đức, Hà Nội').match?.unit.name).toBe('Sơn Đồng');
    expect(read('Sơn Đông, Hà Nội').meanings.every((one) => one.unit.name === 'Sơn Đông')).toBe(true);
    const names = read('ia bang gia lai').meanings.map((one) => one.unit.name);
    expect(names).toEqual(expect.arrayContaining(['Ia Băng', 'Ia Bang']));
  });

  test('two dissolved units of one name are one place: nobody tells thị trấn from xã', () => {
    const { match } = read('Yên Viên, Gia Lâm, Hà Nội');
    expect(match?.unit.fullName).toBe('Xã Phù Đổng');
    expect(offer(places, read('Yên Viên, Gia Lâm, Hà Nội'), day, { wide: false }).taken?.label).toBe(
      'Xã Phù Đổng, thành phố Hà Nội (trước 01/07/2025 là Yên Viên, huyện Gia Lâm, thành phố Hà Nội)',
    );
  });

  test('a divided commune: its parts of today, and itself for who does not know', () => {
    const q = 'phường Quang Trung, Hà Đông, Hà Nội';
    expect(read(q).match?.unit.code).toBe('09538');
    expect(labels(q)).toEqual([
      'Phường Kiến Hưng, thành phố Hà Nội (gồm một phần phường Quang Trung của quận Hà Đông, thành phố Hà Nội cũ)',
      'Phường Hà Đông, thành phố Hà Nội (gồm một phần phường Quang Trung của quận Hà Đông, thành phố Hà Nội cũ)',
      'Phường Kiến Hưng hoặc phường Hà Đông, thành phố Hà Nội (trước 01/07/2025 là phường Quang Trung, quận Hà Đông, thành phố Hà Nội)',
    ]);
    expect(offer(places, read(q), day, { wide: true }).taken?.unit.code).toBe('09538');
  });

  test('what lies within the commune is given back as it was typed', () => {
    expect(read('thôn Khánh Vân xã Lương Phong').detail).toBe('thôn Khánh Vân');
    expect(read('Số 5 ngõ 12/3, tổ 4, P. Dương Nội, Hà Nội').detail).toBe('Số 5 ngõ 12/3, tổ 4');
  });
});

describe('the whole register', () => {
  const some = places.units.filter((_, at) => at % 11 === 0);
  const became = (unit: Unit) => new Set(places.successorsOf(unit, day).units);
  // A name that another unit of the same parent took over is one place (thị trấn Thắng of 2019 and of 2020).
  const isIt = (meaning: Meaning, unit: Unit) => {
    const now = became(unit);
    const named = [meaning.unit, ...meaning.twins];
    const parents = (one: Unit) =>
      places
        .lineOf(one)
        .slice(1)
        .map((each) => each.name)
        .join();
    return (
      named.some((one) => one === unit || one.code === unit.code || parents(one) === parents(unit)) ||
      meaning.today.some((one) => now.has(one)) ||
      (now.size === 0 && unaccent(meaning.unit.name) === unaccent(unit.name))
    );
  };

  test.each([
    ['its path', (unit: Unit) => places.pathOf(unit)],
    ['its path without marks', (unit: Unit) => unaccent(places.pathOf(unit))],
    ['its name and province', (unit: Unit) => `${unit.name}, ${places.lineOf(unit).at(-1)!.name}`],
  ])(
    '%s leads to no other place, and no two choices look alike',
    (_, text) => {
      const wrong: string[] = [];
      for (const unit of some.filter(({ kind }) => kind !== 'province')) {
        const q = text(unit);
        const understood = read(q);
        const { match, meanings } = understood;
        if (match ? !isIt(match, unit) : meanings.length === 0) wrong.push(`${q} → ${match?.unit.fullName}`);
        const shown = offer(places, understood, day, { wide: false }).choices.map((one) => one.label);
        if (new Set(shown).size !== shown.length) wrong.push(`${q}: two labels`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('said today', () => {
  test.each([
    [
      '07846',
      '2025-06-30',
      'Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)',
    ],
    ['07840', '2026-11-23', 'Xã Hiệp Hòa, tỉnh Bắc Ninh'],
    ['24', '2025-06-30', 'Tỉnh Bắc Ninh (trước 01/07/2025 là tỉnh Bắc Giang)'],
    ['01', '2025-06-30', 'Thành phố Hà Nội'],
    ['28', '2008-07-31', 'Thành phố Hà Nội (trước 01/08/2008 là tỉnh Hà Tây)'],
    ['540', '2025-06-30', 'Tỉnh Gia Lai (phần trước 01/07/2025 là thành phố Quy Nhơn, tỉnh Bình Định)'],
    [
      '09538',
      '2025-06-30',
      'Phường Kiến Hưng hoặc phường Hà Đông, thành phố Hà Nội (trước 01/07/2025 là phường Quang Trung, quận Hà Đông, thành phố Hà Nội)',
    ],
  ])('%s of %s', (code, asOf, name) => {
    const forms = unitsForForms(places, today);
    expect(forms.unit(code, asOf)?.name).toBe(name);
    expect(placeReader(places, today)(name).match?.unit.code).toBe(code);
  });

  test('before 01/07/2025 the old name is the name', () => {
    const forms = unitsForForms(places, in2023);
    expect(forms.unit('07846', '2023-05-15')?.name).toBe('Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang');
    expect(forms.findPlace('Lương Phong', false).taken?.code).toBe('07846');
  });
});

test('whoever types Lương Phong is led to xã Hiệp Hòa and told by which resolution', () => {
  const [first] = findUnits(places, 'luong phong bac giang', today);
  expect(first?.unit.code).toBe('07840');
  expect(first?.sentence).toBe(
    'Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang (cũ) – nay là xã Hiệp Hòa, tỉnh Bắc Ninh, theo Nghị quyết 1658/NQ-UBTVQH15',
  );
});
