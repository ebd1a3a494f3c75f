// How each kind of question looks to whoever answers it, on the screen and on the blank form, and what it starts with.
import { describe, expect, test } from 'vitest';
import {
  type FormContext,
  type FormDefinition,
  type InputField,
  linesByHand,
  pageView,
  prefill,
  shareByHand,
} from './index.ts';
import { COUNTRIES, ETHNIC_GROUPS, GENDERS, nameOfCountry } from './lists.ts';

const ctx: FormContext = { today: Temporal.PlainDate.from('2026-11-23') };
type Unnamed<F> = F extends InputField ? Omit<F, 'key' | 'label'> : never;
const fieldOf = (field: Unnamed<InputField>) => ({ key: 'f', label: 'Điều hỏi', ...field }) as InputField;
const formOf = (field: Unnamed<InputField>): FormDefinition => ({
  code: 'x',
  revision: '1',
  title: 'x',
  legalBasis: [],
  sections: [{ id: 'A', title: 'A' }],
  pages: [{ id: 'p', title: 'p', section: 'A', fields: [fieldOf(field)] }],
  components: [],
});
const asked = (field: Unnamed<InputField>, from = ctx) => {
  const [shown] = pageView(formOf(field), 'p', {}, from).fields;
  return shown?.is === 'input' ? shown.asked : undefined;
};
const options = [
  { value: 'a', label: 'Một' },
  { value: 'b', label: 'Hai' },
];

describe('a telephone shows', () => {
  test.each<[string, Unnamed<InputField>]>([
    ['numeric', { type: 'id12' }],
    ['numeric', { type: 'taxCode' }],
    ['numeric', { type: 'number' }],
    ['numeric', { type: 'money' }],
    ['tel', { type: 'phone' }],
    ['email', { type: 'email' }],
  ])('its %s keyboard for %o', (keyboard, field) =>
    expect(asked(field)).toMatchObject({ as: 'line', keyboard }),
  );

  test.each<Unnamed<InputField>>([
    { type: 'id12' },
    { type: 'taxCode' },
    { type: 'email' },
    { type: 'personName' },
    { type: 'time' },
  ])('%o as it is typed, with no spelling corrected', (field) =>
    expect(asked(field)).toMatchObject({ as: 'line', exact: true }),
  );
});

describe('is asked', () => {
  test.each<[string, Unnamed<InputField>, object]>([
    ['one of a few: all in sight', { type: 'radio', options }, { as: 'radios', options }],
    ['one of many: a list that opens', { type: 'select', options }, { as: 'list', options }],
    ['the sexes: in sight', { type: 'gender' }, { as: 'radios', options: GENDERS }],
    ['the peoples: a list', { type: 'ethnic' }, { as: 'list', options: ETHNIC_GROUPS }],
    ['the countries: a list', { type: 'country' }, { as: 'list', options: COUNTRIES }],
    ['a tick', { type: 'checkbox' }, { as: 'tick' }],
    ['several ticks', { type: 'checkbox', options }, { as: 'ticks', options }],
    ['a long text: several lines', { type: 'text', rows: 4 }, { as: 'lines', rows: 4 }],
    [
      'a text: one line, with offers',
      { type: 'text', suggestions: ['x'] },
      { as: 'line', suggestions: ['x'] },
    ],
    ['a number with its unit', { type: 'number', unit: 'trang' }, { as: 'line', unit: 'trang' }],
    ['money in đồng', { type: 'money' }, { as: 'line', unit: 'đ' }],
    ['a date: three boxes', { type: 'date' }, { as: 'date' }],
    ['a date as far as known: three boxes', { type: 'partialDate' }, { as: 'date' }],
    [
      'a place: detail as one likes',
      { type: 'address' },
      { as: 'place', detail: 'optional', abroad: false, wide: false },
    ],
  ])('%s', (_what, field, look) => expect(asked(field)).toMatchObject(look));

  test('a visit: the half-days that the agency still has, in words', () => {
    const open = { ...ctx, halfDays: () => ['2026-11-24T13:30/17:30'] };
    expect(asked({ type: 'appointment' }, open)).toEqual({
      as: 'list',
      options: [
        { value: '2026-11-24T13:30/17:30', label: expect.stringContaining('24/11/2026 (13:30 đến 17:30)') },
      ],
    });
    expect(asked({ type: 'appointment' })).toEqual({ as: 'list', options: [] });
  });

  const parts = (field: Unnamed<InputField>) => {
    const look = asked(field);
    return look?.as === 'group'
      ? look.parts.map(({ suffix, mark, asked: { as } }) => [suffix, as, mark])
      : [];
  };
  test('an identity paper: its kind in sight, its number, when and where it was issued', () => {
    expect(parts({ type: 'idDoc' })).toEqual([
      ['kind', 'radios', 'whole'],
      ['number', 'line', 'whole'],
      ['issuedOn', 'date', 'must'],
      ['issuedBy', 'line', 'must'],
    ]);
    expect(parts({ type: 'idDoc', issue: 'optional', expiry: true }).slice(2)).toEqual([
      ['issuedOn', 'date', 'may'],
      ['issuedBy', 'line', 'may'],
      ['validUntil', 'date', 'may'],
    ]);
    expect(parts({ type: 'idDoc', issue: 'no' })).toHaveLength(2);
  });

  test('another paper by its name, under that choice', () => {
    const look = asked({ type: 'idDoc' });
    const kind = look?.as === 'group' ? look.parts[0]?.asked : undefined;
    expect(kind).toMatchObject({
      under: { option: 'other', part: { suffix: 'kindName', asked: { as: 'line', exact: true } } },
    });
    expect(kind?.as === 'radios' && kind.options.map(({ value }) => value)).toContain('other');
  });
});

describe('on the blank form', () => {
  const nine = Array.from({ length: 9 }, (_, at) => ({ value: `${at}`, label: `Cách ${at}` }));
  const line = (label: string, lines?: number) => ({ kind: 'line', label, ...(lines && { lines }) });
  test.each<[string, Unnamed<InputField>, readonly object[]]>([
    ['twelve figures', { type: 'id12' }, [{ kind: 'figures', label: 'Điều hỏi', groups: [12] }]],
    ['the ten of a telephone', { type: 'phone' }, [{ kind: 'figures', label: 'Điều hỏi', groups: [10] }]],
    ['a day', { type: 'date' }, [{ kind: 'figures', label: 'Điều hỏi', groups: [2, 2, 4] }]],
    ['a time', { type: 'time' }, [{ kind: 'figures', label: 'Điều hỏi', groups: [2, 2] }]],
    ['a day as far as known', { type: 'partialDate' }, [line('Điều hỏi (nếu chỉ biết năm thì ghi năm)')]],
    ['choices', { type: 'radio', options }, [{ kind: 'choice', label: 'Điều hỏi', options: ['Một', 'Hai'] }]],
    ['sexes', { type: 'gender' }, [{ kind: 'choice', label: 'Điều hỏi', options: ['Nam', 'Nữ'] }]],
    ['peoples', { type: 'ethnic' }, [line('Điều hỏi')]],
    ['more choices than fit', { type: 'radio', options: nine }, [line('Điều hỏi')]],
    [
      'as many choices as fit',
      { type: 'radio', options: nine.slice(1) },
      [expect.objectContaining({ kind: 'choice' })],
    ],
    ['a tick', { type: 'checkbox' }, [{ kind: 'tick', text: 'Điều hỏi' }]],
    [
      'several ticks',
      { type: 'checkbox', options },
      [{ kind: 'choice', label: 'Điều hỏi', options: ['Một', 'Hai'] }],
    ],
    ['a text', { type: 'text' }, [line('Điều hỏi', 1)]],
    ['a text of four lines', { type: 'text', rows: 4 }, [line('Điều hỏi', 4)]],
    ['a number', { type: 'number' }, [line('Điều hỏi')]],
    ['a tax code', { type: 'taxCode' }, [line('Điều hỏi')]],
    ['an e-mail address', { type: 'email' }, [line('Điều hỏi')]],
    ['a sum', { type: 'money' }, [line('Điều hỏi')]],
    ['a country', { type: 'country' }, [line('Điều hỏi')]],
    ['a name', { type: 'personName' }, [line('Điều hỏi')]],
    ['a visit', { type: 'appointment' }, [line('Điều hỏi')]],
    [
      'one of many',
      { type: 'select', options },
      [{ kind: 'choice', label: 'Điều hỏi', options: ['Một', 'Hai'] }],
    ],
    ['a number of something', { type: 'number', unit: 'trang' }, [line('Điều hỏi (trang)')]],
    ['a place with its detail', { type: 'address' }, [line('Điều hỏi', 2)]],
    ['a place alone', { type: 'address', detail: 'no' }, [line('Điều hỏi', 1)]],
    [
      'a paper',
      { type: 'idDoc', expiry: true },
      [line('Điều hỏi (loại và số)'), line('Ngày cấp, nơi cấp'), line('Có giá trị đến')],
    ],
    ['a paper alone', { type: 'idDoc', issue: 'no' }, [line('Điều hỏi (loại và số)')]],
  ])('%s', (_what, field, lines) => expect(linesByHand(fieldOf(field))).toEqual(lines));

  test('a name and an address want more room in a table than a tick, a line of the machine no more than it', () => {
    const share = (type: string) =>
      shareByHand({ key: 'c', label: 'c', type, compute: { op: 'today' } } as never);
    expect(share('personName')).toBeGreaterThan(share('checkbox'));
    expect(share('address')).toBeGreaterThan(share('checkbox'));
    expect(share('computed')).toBe(share('checkbox'));
  });

  test('a line that can be written by hand is left for it, one that only the agency knows is not', () => {
    const lineOf = (compute: object) =>
      linesByHand({ key: 'c', label: 'Bằng chữ', type: 'computed', compute } as never);
    expect(lineOf({ op: 'moneyWords', of: 'f' })).toEqual([line('Bằng chữ')]);
    expect(lineOf({ op: 'dateWords', of: 'f' })).toEqual([line('Bằng chữ')]);
    for (const op of ['agency', 'madeAt', 'today', 'fee']) expect(lineOf({ op }), op).toEqual([]);
  });
});

describe('starts with what the account knows', () => {
  const person = {
    fullName: 'Nguyễn Văn An',
    birthDate: '1990-03-27',
    personalNumber: '024090000001',
    gender: 'male',
  };
  test.each<[string, Unnamed<InputField>, unknown]>([
    ['the name', { type: 'personName', prefill: 'fullName' }, 'Nguyễn Văn An'],
    ['the name in capitals', { type: 'personName', prefill: 'fullName', uppercase: true }, 'NGUYỄN VĂN AN'],
    ['the day of birth', { type: 'date', prefill: 'birthDate' }, '1990-03-27'],
    ['the number', { type: 'id12', prefill: 'personalNumber' }, '024090000001'],
    [
      'the number, on a card',
      { type: 'idDoc', prefill: 'personalNumber' },
      { kind: 'cccd', number: '024090000001' },
    ],
    ['the sex', { type: 'gender', prefill: 'gender' }, 'male'],
    ['nothing that is not asked of it', { type: 'date' }, undefined],
    ['the usual choice', { type: 'radio', options, initial: 'b' }, 'b'],
  ])('%s', (_what, field, value) => expect(prefill(formOf(field), person).f).toEqual(value));

  test('a year alone fills in a date that may be a year, and no other', () => {
    const born = (type: 'date' | 'partialDate') =>
      prefill(formOf({ type, prefill: 'birthDate' }), { birthDate: '1990' }).f;
    expect([born('partialDate'), born('date')]).toEqual(['1990', undefined]);
  });

  test('an old number of nine figures is that of an old card', () => {
    const field = formOf({ type: 'idDoc', prefill: 'personalNumber' });
    expect(prefill(field, { personalNumber: '121234567' }).f).toEqual({ kind: 'cmnd', number: '121234567' });
  });
});

describe('the lists', () => {
  test('the 54 peoples, a foreigner and another, each with its code and its own name', () => {
    const codes = Array.from({ length: 55 }, (_, n) => String(n + 1).padStart(2, '0'));
    expect(ETHNIC_GROUPS.map(({ value }) => value)).toEqual([...codes, '00']);
    expect(new Set(ETHNIC_GROUPS.map(({ label }) => label)).size).toBe(56);
    for (const { label } of ETHNIC_GROUPS) expect(label).toMatch(/^\p{Lu}/u);
    const named = (code: string) => ETHNIC_GROUPS.find(({ value }) => value === code)?.label;
    expect(['01', '47', '55', '00'].map(named)).toEqual([
      'Kinh',
      'Cơ Lao',
      'Người nước ngoài',
      'Không xác định hoặc dân tộc khác',
    ]);
  });

  test('the countries by their Vietnamese names, our own first', () => {
    expect(COUNTRIES[0]).toEqual({ value: 'VN', label: 'Việt Nam' });
    expect(COUNTRIES).toHaveLength(249);
    expect(new Set(COUNTRIES.map(({ label }) => label)).size).toBe(249);
    const others = COUNTRIES.slice(1).map(({ label }) => label);
    expect(others).toEqual(others.toSorted((a, b) => a.localeCompare(b, 'vi')));
    for (const { value, label } of COUNTRIES) expect(label).not.toBe(value);
  });

  test.each([
    ['LA', 'Lào'],
    ['lào', 'lào'],
    ['LAO', 'LAO'],
    ['', ''],
  ])('the country “%s” is called “%s”', (code, name) => expect(nameOfCountry(code)).toBe(name));
});
