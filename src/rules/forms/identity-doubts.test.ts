// Persons of a form who do not agree: each kind of disagreement is told at its question, and agreement says nothing.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Acquaintances,
  type Answers,
  type FormContext,
  type FormDefinition,
  identityDoubts,
  numbersIn,
  sayError,
} from './index.ts';

const birth = JSON.parse(
  readFileSync(new URL('../../../db/seeds/reference/forms/1.001193.json', import.meta.url), 'utf8'),
) as FormDefinition;
const ctx: FormContext = { today: Temporal.PlainDate.from('2026-11-23') };
const AN = { numbers: ['024090001234', '121234567'], fullName: 'Nguyễn Văn An', birthDate: '1990-03-15' };

/** One page with whatever persons a case needs. */
const formOf = (...fields: object[]) =>
  ({
    code: 'x',
    revision: '1',
    title: 'x',
    validFrom: null,
    validTo: null,
    legalBasis: [],
    sections: [{ id: 'A', title: 'A' }],
    pages: [{ id: 'p', title: 'p', section: 'A', fields }],
    components: [],
  }) as unknown as FormDefinition;
const person = (who: string, own = false) => [
  { key: `${who}.fullName`, type: 'personName', label: `Họ tên ${who}`, ...(own && { prefill: 'fullName' }) },
  { key: `${who}.birthDate`, type: 'date', label: `Ngày sinh ${who}`, ...(own && { prefill: 'birthDate' }) },
  { key: `${who}.gender`, type: 'gender', label: `Giới tính ${who}` },
  {
    key: `${who}.number`,
    type: 'id12',
    label: `Số định danh ${who}`,
    ...(own && { prefill: 'personalNumber' }),
  },
];
const form = formOf(...person('owner', true), ...person('other'));
const an: Answers = {
  'owner.fullName': 'NGUYỄN VĂN AN',
  'owner.birthDate': '1990-03-15',
  'owner.gender': 'male',
  'owner.number': '024090001234',
};
const told = (answers: Answers, known: Acquaintances = { account: AN }) =>
  identityDoubts(form, answers, ctx, known).map((doubt) => [doubt.fieldId, sayError('vi', doubt)]);

describe('a person', () => {
  test('who is whom the account knows is not doubted, in capitals or by an old number', () => {
    expect(told(an)).toEqual([]);
    expect(told({ ...an, 'owner.number': '121234567' })).toEqual([]);
  });

  test.each([
    [
      'another name',
      { 'owner.fullName': 'Nguyễn Văn Ân' },
      'owner-fullName',
      'Họ tên owner khác với tài khoản',
    ],
    [
      'another number',
      { 'owner.number': '024090005555' },
      'owner-number',
      'Số định danh owner khác với tài khoản',
    ],
    [
      'another day of birth',
      { 'owner.birthDate': '1990-03-16' },
      'owner-birthDate-day',
      'Ngày sinh owner khác với',
    ],
  ])('with %s than the account is told so', (_what, change, at, says) => {
    const [first, ...others] = told({ ...an, ...change } as Answers);
    expect([first?.[0], others]).toEqual([at, []]);
    expect(first?.[1]).toContain(says);
  });

  test('whose number tells another year or sex is told at the number', () => {
    const doubts = told({
      'other.number': '024190001234',
      'other.birthDate': '1991-01-01',
      'other.gender': 'male',
    });
    expect(doubts.map(([at]) => at)).toEqual(['other-number']);
    expect(doubts[0]?.[1]).toMatch(/giới tính nữ.*năm 1990/u);
  });

  test('given twice with one number and two birth dates is told at the second', () => {
    const twice = { ...an, 'other.fullName': 'Nguyễn Văn An', 'other.number': '024090001234' };
    expect(told({ ...twice, 'other.birthDate': '1990-03-15' })).toEqual([]);
    const [[at, says] = []] = told({ ...twice, 'other.birthDate': '1990-05-13' });
    expect([at, says]).toEqual(['other-number', expect.stringContaining('hai mục cùng số này')]);
  });

  test('known to the register by another name, or of less than a whole date, is told only where it differs', () => {
    const other = {
      'other.fullName': 'Lê Thị Hoa',
      'other.birthDate': '1980-02-01',
      'other.number': '024180000001',
    };
    const known = (fullName: string, birthDate: string) =>
      told(other, { register: [{ numbers: ['024180000001'], fullName, birthDate }] });
    expect(known('LE THI HOA', '1980')).toEqual([]);
    expect(known('Lê Thị Hoa', '')).toEqual([]);
    const plain = { ...other, 'other.fullName': 'LE THI HOA' };
    const register = [{ numbers: ['024180000001'], fullName: 'Lê Thị Hòa', birthDate: '' }];
    expect(told(plain, { register })).toEqual([]);
    expect(known('Lê Thị Hòe', '1980')).toEqual([
      ['other-number', expect.stringContaining('trong hệ thống')],
    ]);
    expect(known('Lê Thị Hoa', '1981')).toHaveLength(1);
  });

  test('without a number, or with one of another paper, is not doubted for it', () => {
    expect(
      told({ 'other.fullName': 'Lê Thị Hoa', 'other.birthDate': '1980-02-01' }, { register: [AN] }),
    ).toEqual([]);
    expect(told({ 'other.number': '121234567', 'other.birthDate': '1980-02-01' })).toEqual([]);
  });

  test('is told of in English too, at the same place', () => {
    const doubts = identityDoubts(form, { ...an, 'owner.fullName': 'Lê Văn Ba' }, ctx, {
      account: AN,
      register: [AN],
      reader: AN,
    });
    expect(doubts.map((doubt) => [doubt.fieldId, sayError('en', doubt)])).toEqual([
      ['owner-fullName', expect.stringContaining('is not what the account says')],
      ['owner-number', expect.stringContaining('the system knows this number with another name')],
      ['owner-number', expect.stringContaining('let another official settle it')],
    ]);
  });

  test('who is the official reading it is told to them', () =>
    expect(told(an, { reader: AN })).toEqual([
      ['owner-number', expect.stringContaining('chính người đang xem')],
    ]));
});

test('the only person of a form is held against the account without a name before the keys', () => {
  const alone = formOf(...person('x', true).map((field) => ({ ...field, key: field.key.replace('x.', '') })));
  const doubts = (birthDate: string) =>
    identityDoubts(alone, { birthDate }, ctx, { account: AN }).map(({ fieldId }) => fieldId);
  expect([doubts('1990-03-15'), doubts('1990-03-16')]).toEqual([[], ['birthDate-day']]);
});

test('the numbers of everybody in the birth form are found, whatever paper they stand on', () => {
  const answers: Answers = {
    'mother.idDoc': { kind: 'cccd', number: '024190001234' },
    'father.idDoc': { kind: 'passport', number: 'B1234567' },
    'requester.idDoc': { kind: 'cmnd', number: '121234567' },
  };
  expect(new Set(numbersIn(birth, answers, ctx))).toEqual(new Set(['024190001234', '121234567']));
});
