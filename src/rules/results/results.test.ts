// The law of result documents, row by row.
import { describe, expect, it } from 'vitest';
import { instantOf } from '../kernel/index.ts';
import { documentNumber, fullName, mayStillIssue, signingBlock } from './index.ts';

const at = (text: string) => instantOf(Temporal.PlainDateTime.from(text));
const COMMITTEE = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'];

describe('who signs, NĐ 30/2020/NĐ-CP, Phụ lục I, II.7', () => {
  it.each([
    ['the head signs by the template', COMMITTEE, 'Chủ tịch Ủy ban nhân dân xã', COMMITTEE],
    [
      'a deputy signs for the head, in the name of the committee all the same',
      COMMITTEE,
      'Phó Chủ tịch Ủy ban nhân dân xã',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [
      'written small or in another normal form',
      ['CHỦ TỊCH'],
      'phó chủ tịch'.normalize('NFD'),
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    ['of another office', ['GIÁM ĐỐC'], 'Phó Giám đốc Sở Tư pháp', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    [
      'the line that names the act stays',
      ['NGƯỜI KÝ GIẤY KHAI SINH', 'CHỦ TỊCH'],
      'Phó Chủ tịch',
      ['NGƯỜI KÝ GIẤY KHAI SINH', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    ['who is charged with the office', COMMITTEE, 'Quyền Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
    ['a deputy of something else is no deputy of the head', COMMITTEE, 'Phó Trưởng phòng', COMMITTEE],
    ['no title', COMMITTEE, '', COMMITTEE],
  ])('%s', (_, lines, title, block) => {
    expect(signingBlock(lines, title)).toEqual(block);
  });

  it('writes the agency out', () => {
    expect(fullName('UBND xã Hiệp Hòa')).toBe('Ủy ban nhân dân xã Hiệp Hòa');
    expect(fullName('Sở Tư pháp')).toBe('Sở Tư pháp');
    expect(fullName('UBNDX')).toBe('UBNDX');
  });
});

describe('the number', () => {
  it.each([
    [1, '01/2026/TB-UBND'],
    [9, '09/2026/TB-UBND'],
    [10, '10/2026/TB-UBND'],
    [1234, '1234/2026/TB-UBND'],
  ])('%i of the year is %s', (serial, number) => {
    expect(documentNumber(serial, 2026, '/TB-UBND')).toBe(number);
  });
});

describe('the day', () => {
  it('is that of issuing, in Vietnam', () => {
    expect(mayStillIssue(at('2026-11-23T00:00'), at('2026-11-23T23:59:59'))).toBe(true);
    expect(mayStillIssue(at('2026-11-23T23:59:59'), at('2026-11-24T00:00'))).toBe(false);
    // The same day in UTC is another one here.
    expect(mayStillIssue(at('2026-11-23T06:00'), at('2026-11-24T06:30'))).toBe(false);
  });
});
