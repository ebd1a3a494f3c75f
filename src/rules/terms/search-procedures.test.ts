// A procedure as a thing to be found: its codes and words, which of two equals stands first, who does it on which day.
import { describe, expect, test } from 'vitest';
import {
  type FindableProcedure,
  isAtLevel,
  type Level,
  levelsOn,
  procedureDoc,
} from './search-procedures.ts';

const birth: FindableProcedure = { id: 'a', code: '1.001193', name: 'Đăng ký khai sinh' };

describe('is found', () => {
  test('by its code and the codes it had, however those are written', () => {
    const formerCodes = ['2.000843.000.00.00.H02', 'BTP-1.000656', 'chưa có mã'];
    expect(procedureDoc({ ...birth, formerCodes }).codes).toEqual(['1.001193', '2.000843', '1.000656']);
    expect(procedureDoc(birth).codes).toEqual(['1.001193']);
  });

  test('by no code where none is known, though it has a made id', () => {
    expect(procedureDoc({ ...birth, code: null, formerCodes: ['2.000843'] }).codes).toEqual([]);
  });

  test('by its other words and its official name', () => {
    const named = { ...birth, keywords: ['em bé'], officialName: 'Thủ tục đăng ký khai sinh' };
    expect(procedureDoc(named).keywords).toEqual(['em bé', 'Thủ tục đăng ký khai sinh']);
    expect(procedureDoc({ ...birth, officialName: '' }).keywords).toEqual([]);
    expect(procedureDoc(birth)).toMatchObject({ id: 'a', name: birth.name, keywords: [], procedure: birth });
  });
});

describe('among equals stands first', () => {
  const liked = (change: Partial<FindableProcedure>) =>
    procedureDoc({ ...birth, ...change }).popularity ?? -1;

  test.each<[string, Partial<FindableProcedure>, Partial<FindableProcedure>]>([
    ['one of the essential 25', { essential: true }, {}],
    ['what the commune does', { atCommune: true }, {}],
    ['the essential before what is merely near', { essential: true }, { atCommune: true }],
    ['the first act before doing it again', {}, { name: 'Đăng ký lại khai sinh' }],
    ['issuing before exchanging', { name: 'Cấp thẻ căn cước' }, { name: 'Cấp đổi thẻ căn cước' }],
    ['an act before a list of acts', {}, { name: 'Hồ sơ cấp, đăng ký khai sinh' }],
    ['the usual case before one with foreigners', {}, { name: `${birth.name} có yếu tố nước ngoài` }],
    ['the usual case before one at the border', {}, { name: `${birth.name} tại KHU VỰC BIÊN GIỚI` }],
    ['the usual case before a round of visits', {}, { name: `${birth.name} lưu động` }],
  ])('%s', (_what, first, second) => expect(liked(first)).toBeGreaterThan(liked(second)));

  test('within 0 and 1, whatever comes together', () => {
    expect(liked({ essential: true, atCommune: true })).toBe(1);
    expect(liked({ name: 'Cấp lại giấy phép cấp trung ương' })).toBe(0);
  });
});

describe('since 1/7/2025 there are two levels', () => {
  const moved = { before: 'district', since: ['commune', 'province'] } as const;
  const unknown = { before: 'district', since: null } as const;

  test('until the day before it is done where it was, from that day on where it is now', () => {
    expect(levelsOn(moved, '2025-06-30')).toEqual(['district']);
    expect(levelsOn(moved, '2025-07-01')).toEqual(['commune', 'province']);
    expect(levelsOn(unknown, '2025-07-01')).toEqual(['district']);
  });

  test.each<[Level, string, boolean]>([
    ['commune', '2025-07-01', true],
    ['province', '2025-07-01', true],
    ['ministry', '2025-07-01', false],
    ['commune', '2025-06-30', false],
    ['district', '2025-06-30', true],
    ['district', '2026-01-01', true],
  ])('asked for the %s on %s: %s', (level, day, is) => expect(isAtLevel(moved, level, day)).toBe(is));

  test('whoever asks for the district is not shown what the province did', () => {
    expect(isAtLevel({ before: 'province', since: null }, 'district', '2025-06-30')).toBe(false);
    expect(isAtLevel({ before: 'commune', since: ['district'] }, 'district', '2026-01-01')).toBe(false);
  });
});
