// Entries as people type them, one row per habit: what is read, and how a wrong one is answered.
import { describe, expect, test } from 'vitest';
import { LONGEST_KEPT } from '../kernel/index.ts';
import { placeReason } from '../places/index.ts';
import {
  AS_WRITTEN,
  checkAll,
  dateWords,
  type FormContext,
  type FormDefinition,
  type FoundPlace,
  type InputField,
  moneyWords,
  numberWords,
  pageBoxes,
  readPage,
  sayError,
  type UnitChoice,
  warnings,
} from './index.ts';
import { KINDS } from './kinds/index.ts';

const units: readonly UnitChoice[] = [
  { code: '07846', asOf: '2025-06-30', name: 'Xã Lương Phong, Huyện Hiệp Hòa, Tỉnh Bắc Giang' },
  { code: '07840', asOf: '2026-11-23', name: 'Xã Hiệp Hòa, Tỉnh Bắc Ninh' },
  { code: '22222', asOf: '2025-06-30', name: 'Huyện Hiệp Hòa khác' },
];
const ctx: FormContext = {
  today: Temporal.PlainDate.from('2026-11-23'),
  unit: (code, asOf) => units.find((each) => each.code === code && each.asOf === asOf),
  findPlace: (text) => foundAmong(units.filter((each) => each.name.includes(text.replace('xã ', 'Xã ')))),
};

function foundAmong(choices: readonly UnitChoice[], detail = ''): FoundPlace {
  const [only] = choices;
  const taken = choices.length === 1 && only ? only : null;
  const why = taken
    ? placeReason('place-understood', { name: taken.name })
    : choices.length > 0
      ? placeReason('place-several', { typed: 'x' })
      : placeReason('place-unknown', { typed: 'Không Đâu' });
  return { taken, choices: taken ? [] : choices, detail, why };
}

function formOf(field: InputField): FormDefinition {
  return {
    code: 'x',
    revision: '1',
    title: 'x',
    validFrom: null,
    validTo: null,
    legalBasis: [],
    sections: [{ id: 'A', title: 'A' }],
    pages: [{ id: 'p', title: 'p', section: 'A', fields: [field] }],
    components: [],
  };
}
type Named = 'key' | 'label';
type Unnamed<F> = F extends InputField ? Omit<F, Named> : never;

function read(field: Unnamed<InputField>, typed: Record<string, string>, from = ctx) {
  const form = formOf({ key: 'f', label: 'Ngày sinh', required: true, ...field } as InputField);
  const posted = Object.fromEntries(
    Object.entries(typed).map(([suffix, text]) => [suffix ? `f.${suffix}` : 'f', text]),
  );
  const { answers, errors } = readPage(form, 'p', posted, {}, from);
  return { value: answers.f, errors, boxes: pageBoxes(form, 'p', answers) };
}

describe('dates', () => {
  test.each([
    ['three boxes', { day: '3', month: '2', year: '1990' }, '1990-02-03'],
    ['zeros before', { day: '03', month: '02', year: '1990' }, '1990-02-03'],
    ['words before', { day: '3', month: 'tháng 2', year: '1990' }, '1990-02-03'],
    ['all in the first box', { day: '03/02/1990' }, '1990-02-03'],
    ['a leap day', { day: '29', month: '2', year: '2024' }, '2024-02-29'],
  ])('%s', (_, typed, value) => expect(read({ type: 'date' }, typed).value).toBe(value));

  test.each([
    [{ year: '1950' }, '1950'],
    [{ day: '00', month: '00', year: '1950' }, '1950'],
    [{ month: '3', year: '1950' }, '1950-03'],
    [{ day: '99', month: '99', year: '1950' }, '1950'],
    [{ day: '1950' }, '1950'],
    [{ day: '3/1950' }, '1950-03'],
    [{ day: '15/3/1950' }, '1950-03-15'],
  ])('a partial date %o', (typed, value) => expect(read({ type: 'partialDate' }, typed).value).toBe(value));

  test.each([
    [{ day: '29', month: '2', year: '2023' }, 'f-day'],
    [{ day: '1', month: '13', year: '2023' }, 'f-month'],
    [{ day: '00', month: '1', year: '2023' }, 'f-day'],
  ])('%o is no day, and stays as typed', (typed, at) => {
    const { value, errors, boxes } = read({ type: 'date' }, typed);
    expect(errors.map((error) => error.fieldId)).toEqual([at]);
    expect(value).toEqual({ typed });
    expect(boxes).toEqual(
      Object.fromEntries(Object.entries(typed).map(([part, text]) => [`f.${part}`, text])),
    );
  });

  test('shown again stands in its boxes without zeros before', () =>
    expect(read({ type: 'date' }, { day: '03/02/1990' }).boxes).toEqual({
      'f.day': '3',
      'f.month': '2',
      'f.year': '1990',
    }));

  test('this year is not after today', () =>
    expect(read({ type: 'partialDate' }, { year: '2026' }).errors).toEqual([]));
  test('next year is', () => expect(read({ type: 'partialDate' }, { year: '2027' }).errors).toHaveLength(1));
});

describe('ticks', () => {
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  test.each<[Unnamed<InputField>, Record<string, string>, unknown]>([
    [{ type: 'checkbox', options }, { a: 'yes', c: 'yes' }, ['a', 'c']],
    [{ type: 'checkbox', options }, { b: 'on', z: 'yes' }, undefined],
    [{ type: 'checkbox' }, { '': 'yes' }, true],
    [{ type: 'checkbox' }, { '': 'no' }, undefined],
  ])('%o, %o', (field, typed, value) => expect(read(field, typed).value).toEqual(value));
});

describe('numbers, money, phones', () => {
  test.each(['50 m²', '50m2', '50 M2', '50'])('%s is fifty square metres', (typed) =>
    expect(read({ type: 'number', unit: 'm²' }, { '': typed })).toMatchObject({ errors: [], value: 50 }),
  );
  test.each(['50 ha', '5²', 'm²', '50 m² m²'])('%s is no number of square metres', (typed) =>
    expect(read({ type: 'number', unit: 'm²' }, { '': typed }).errors).toHaveLength(1),
  );
  test('more than can be kept is told as too much, not as no number', () =>
    expect(
      read({ type: 'money' }, { '': '9007199254740993' }).errors.map((each) => sayError('vi', each)),
    ).toEqual([expect.stringMatching(/ không được quá 999\.999\.999\.999\.999 đ\.$/u)]));
  test.each([
    ['number', '12', 12],
    ['number', '1.200', 1200],
    ['money', '100.000.000', 100_000_000],
    ['money', '100,000,000 đồng', 100_000_000],
    ['money', '8000đ', 8000],
    ['phone', '0912 345 678', '+84912345678'],
    ['phone', '+84 912.345.678', '+84912345678'],
    ['id12', '024 090 000001', '024090000001'],
    ['email', ' an@vidu.vn ', 'an@vidu.vn'],
  ] as const)('%s %s', (type, typed, value) => {
    const read_ = read({ type }, { '': typed });
    expect(read_.errors).toEqual([]);
    expect(read_.value).toBe(value);
  });

  test.each([
    ['number', '-1'],
    ['number', '1,5'],
    ['number', 'hai'],
    ['money', '1.00'],
    ['phone', '12345'],
    ['id12', '02409000000'],
    ['email', 'an@vidu'],
    ['taxCode', '0100109107'],
  ] as const)('%s %s is refused and kept', (type, typed) => {
    const { errors, boxes } = read({ type }, { '': typed });
    expect(errors).toHaveLength(1);
    expect(boxes.f).toBe(typed);
  });
});

describe('addresses', () => {
  test('a name that means one unit is that unit, with the day on which it means it', () => {
    const { value, errors } = read({ type: 'address' }, { place: 'Lương Phong', detail: 'thôn Đông' });
    expect(errors).toEqual([]);
    expect(value).toEqual({
      unitCode: '07846',
      asOf: '2025-06-30',
      unitName: units[0]!.name,
      detail: 'thôn Đông',
    });
  });

  test('a name that means several asks which, and the answer is taken', () => {
    const first = read({ type: 'address' }, { place: 'Hiệp Hòa' });
    expect(first.errors[0]!.fieldId).toBe('f-unit');
    expect(first.errors[0]!.choices).toEqual(units);
    const second = read(
      { type: 'address' },
      { place: 'Hiệp Hòa', was: 'Hiệp Hòa', unit: '07840@2026-11-23' },
    );
    expect(second.value).toMatchObject({
      unitCode: '07840',
      asOf: '2026-11-23',
      unitName: 'Xã Hiệp Hòa, Tỉnh Bắc Ninh',
    });
    // Shown again it is that choice still.
    expect(second.boxes).toMatchObject({
      'f.unit': '07840@2026-11-23',
      'f.was': 'Xã Hiệp Hòa, Tỉnh Bắc Ninh',
    });
  });

  test('what is near is asked, never taken', () => {
    const near: FormContext = {
      today: ctx.today,
      findPlace: () => ({
        taken: null,
        choices: units.slice(0, 1),
        detail: '',
        why: placeReason('place-near', { typed: 'x' }),
      }),
    };
    const form = formOf({ key: 'f', label: 'Nơi ở', type: 'address' });
    const { errors } = readPage(form, 'p', { 'f.place': 'Lương Phogn' }, {}, near);
    expect(errors.map((error) => error.choices)).toEqual([units.slice(0, 1)]);
  });

  test('a place in no list is kept as it was written, and doubted', () => {
    const first = read({ type: 'address' }, { place: 'Không Đâu' });
    expect(first.errors[0]!.choices).toEqual([]);
    const { value, errors, boxes } = read(
      { type: 'address' },
      { place: 'Không Đâu', was: 'Không Đâu', unit: AS_WRITTEN },
    );
    expect(errors).toEqual([]);
    expect(value).toEqual({ unitCode: null, asOf: null, unitName: 'Không Đâu', detail: '' });
    expect(boxes).toMatchObject({ 'f.unit': AS_WRITTEN, 'f.was': 'Không Đâu' });
    const form = formOf({ key: 'f', label: 'Nơi ở', type: 'address' });
    expect(warnings(form, { f: value! }, ctx).map(({ fieldId, code }) => [fieldId, code])).toEqual([
      ['f-place', 'form-address-as-written'],
    ]);
  });

  test('a text that is too long is no place, and is not kept', () => {
    const place = 'Lương Phong '.repeat(10_000).trim();
    const { value, errors } = read({ type: 'address' }, { place, was: place, unit: AS_WRITTEN });
    expect(errors).toHaveLength(1);
    expect(errors[0]!.choices).toBeUndefined();
    expect(value).not.toHaveProperty('unitName');
  });

  test('a hamlet typed with the commune goes where hamlets are kept', () => {
    const found: FormContext = { ...ctx, findPlace: () => foundAmong(units.slice(0, 1), 'thôn Khánh Vân') };
    const detailOf = (field: Unnamed<InputField>, detail: string) => {
      const form = formOf({ key: 'f', label: 'Nơi ở', ...field } as InputField);
      const typed = { 'f.place': 'thôn Khánh Vân xã Lương Phong', 'f.detail': detail };
      return (readPage(form, 'p', typed, {}, found).answers.f as { detail: string }).detail;
    };
    expect(detailOf({ type: 'address' }, '')).toBe('thôn Khánh Vân');
    expect(detailOf({ type: 'address' }, 'số 5')).toBe('số 5, thôn Khánh Vân');
    expect(detailOf({ type: 'address' }, 'số 5, thôn Khánh Vân')).toBe('số 5, thôn Khánh Vân');
    expect(detailOf({ type: 'address', detail: 'no' }, '')).toBe('');
  });

  test('only a field that may have no more takes a district or a province', () => {
    const asked: boolean[] = [];
    const wide: FormContext = {
      ...ctx,
      findPlace: (_text, isWide) => {
        asked.push(isWide);
        return foundAmong(units.slice(0, 1));
      },
    };
    for (const field of [{}, { wide: true }])
      readPage(
        formOf({ key: 'f', label: 'x', type: 'address', ...field }),
        'p',
        { 'f.place': 'Hà Nội' },
        {},
        wide,
      );
    expect(asked).toEqual([false, true]);
  });

  test('a choice made for another text does not stick to the new one', () => {
    const { value } = read(
      { type: 'address' },
      { place: 'Lương Phong', was: 'Hiệp Hòa', unit: '07840@2026-11-23' },
    );
    expect(value).toMatchObject({ unitCode: '07846' });
  });

  test('an unknown place is refused with an example', () => {
    const { errors } = read({ type: 'address' }, { place: 'Không Đâu' });
    expect(sayError('vi', errors[0]!)).toContain('Không tìm thấy nơi nào tên “Không Đâu”');
  });

  test('a code that the register does not know on that day is looked up anew', () => {
    const { errors, boxes } = read(
      { type: 'address' },
      { place: 'Nơi lạ', was: 'Nơi lạ', unit: '99999@2026-01-01' },
    );
    expect(errors).toHaveLength(1);
    expect(boxes).toEqual({ 'f.place': 'Nơi lạ', 'f.was': 'Nơi lạ', 'f.unit': '99999@2026-01-01' });
  });

  test('a place whose unit the register no longer has is asked again at the end', () => {
    const form = formOf({ key: 'f', label: 'Nơi ở', type: 'address' });
    const at = (unitCode: string) =>
      checkAll(form, { f: { unitCode, asOf: '2025-06-30', unitName: 'Xã Cũ', detail: '' } }, ctx);
    expect(at('07846')).toEqual([]);
    expect(at('99999')).toMatchObject([{ fieldId: 'f-place', code: 'form-place-unknown' }]);
  });

  test('a place abroad needs its country', () => {
    const { value } = read(
      { type: 'address', abroad: true },
      { abroad: 'yes', country: 'LA', detail: 'Viêng Chăn' },
    );
    expect(value).toEqual({ country: 'LA', detail: 'Viêng Chăn' });
    expect(read({ type: 'address', abroad: true }, { abroad: 'yes' }).errors[0]!.fieldId).toBe('f-country');
  });

  test('a place abroad does not lie in Vietnam, which is said at its country', () => {
    for (const detail of ['required', 'no'] as const) {
      const typed = { abroad: 'yes', country: 'VN', detail: 'Thôn 1' };
      const { errors } = read({ type: 'address', abroad: true, detail }, typed);
      expect(errors).toMatchObject([{ fieldId: 'f-country' }]);
      expect(sayError('vi', errors[0]!)).toContain('quốc gia lại là Việt Nam');
    }
  });
});

describe('identity papers', () => {
  const issue = {
    'issuedOn.day': '1',
    'issuedOn.month': '6',
    'issuedOn.year': '2021',
    issuedBy: 'Bộ Công an',
  };
  test.each([
    ['cccd', '024090000001', 0],
    ['cccd', '123456789', 1],
    ['cmnd', '123456789', 0],
    ['passport', 'b1234567', 0],
    ['passport', 'B12', 1],
    ['', '024090000001', 1],
    ['other', 'GKS 12', 1],
  ])('%s %s: %s errors', (kind, number, count) => {
    expect(read({ type: 'idDoc' }, { kind, number, ...issue }).errors).toHaveLength(count);
  });

  test('day and place of issue are asked where the form asks them', () => {
    const number = { kind: 'cccd', number: '024090000001' };
    expect(read({ type: 'idDoc' }, number).errors.map((error) => error.fieldId)).toEqual([
      'f-issuedOn-day',
      'f-issuedBy',
    ]);
    expect(read({ type: 'idDoc', issue: 'optional' }, number).errors).toEqual([]);
  });
});

describe('words', () => {
  test.each([
    [0, 'không'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [105, 'một trăm linh năm'],
    [1000, 'một nghìn'],
    [2024, 'hai nghìn không trăm hai mươi tư'],
    [1_000_001, 'một triệu không trăm linh một'],
    [100_000_000, 'một trăm triệu'],
    [2_005_000_000, 'hai tỷ không trăm linh năm triệu'],
  ])('%s is %s', (n, words) => expect(numberWords(n)).toBe(words));

  test('a date', () =>
    expect(dateWords('2024-04-27')).toBe(
      'Ngày hai mươi bảy, tháng tư, năm hai nghìn không trăm hai mươi tư',
    ));
  test('a date as far as it is known', () => {
    expect(dateWords('1950')).toBe('Năm một nghìn chín trăm năm mươi');
    expect(dateWords('1950-04')).toBe('Tháng tư, năm một nghìn chín trăm năm mươi');
  });
  test('a sum', () => expect(moneyWords(8000)).toBe('Tám nghìn đồng'));
});

describe('characters', () => {
  const typed: [what: string, field: Unnamed<InputField>, typed: Record<string, string>, at: string][] = [
    ['text', { type: 'text' }, { '': 'Vui quá 😀' }, 'f'],
    ['several lines', { type: 'text', rows: 4 }, { '': 'Dòng một\nDòng 😀 hai' }, 'f'],
    ['a name', { type: 'personName' }, { '': 'Nguyễn Văn 😀' }, 'f'],
    [
      'an address',
      { type: 'address' },
      { place: 'Hiệp Hòa', unit: '07840@2026-11-23', was: 'Hiệp Hòa', detail: 'Nhà 😀' },
      'f-detail',
    ],
    [
      'an issuer',
      { type: 'idDoc', issue: 'optional' },
      { kind: 'cccd', number: '024090001234', issuedBy: 'Cục 😀' },
      'f-issuedBy',
    ],
    [
      'a paper',
      { type: 'idDoc', issue: 'no' },
      { kind: 'other', kindName: 'Giấy 😀', number: '1' },
      'f-kindName',
    ],
  ];
  test.each(typed)('that cannot be printed are refused where they are typed: %s', (_, field, boxes, at) => {
    const { errors } = read(field, boxes);
    expect(errors.map((error) => [error.fieldId, sayError('vi', error)])).toEqual([
      [at, expect.stringContaining('Hãy bỏ ký tự không in được: 😀')],
    ]);
  });

  test.each(['漢', '→', '①', '\ud83d\udc68\u200d\ud83d\udc69', '한'])('%s cannot be printed', (text) => {
    expect(read({ type: 'text' }, { '': text }).errors).toHaveLength(1);
  });

  test.each([
    'Đường 3/2, số 12A – “Ngõ Chợ”; tỷ lệ ½, 30 m², 5.000 ₫ & 20 €…',
    'Ngữ ễ ợ ặ ĐỖ THỊ HƯỜNG',
    'François Müller, Łódź, Дмитрий',
  ])('%s can be printed', (text) => {
    expect(read({ type: 'text' }, { '': text })).toMatchObject({ value: text, errors: [] });
  });

  test.each(['\u200b', '\u3164', '\u2800 \u00ad', '\ufeff\u202e\u0007', '\ufe0f', '\u115f'])(
    'that nobody sees (%j) are no answer',
    (text) => {
      expect(read({ type: 'text' }, { '': text })).toMatchObject({
        value: undefined,
        errors: [{ code: 'form-not-entered' }],
      });
      expect(read({ type: 'text' }, { '': `Một${text}hai` }).errors).toEqual([]);
    },
  );
});

describe('times of day', () => {
  test.each([
    ['7:30', '07:30'],
    ['07.05', '07:05'],
    ['7h30', '07:30'],
    ['7 giờ 30 phút', '07:30'],
    ['7g5p', '07:05'],
    ['19h', '19:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s', (typed, value) => expect(read({ type: 'time' }, { '': typed }).value).toBe(value));

  test.each(['24:00', '7:60', '7', '730', 'sáng sớm', '-1:30', '7:30:15'])(
    'not %s: what was typed stays',
    (typed) => {
      const { value, errors, boxes } = read({ type: 'time' }, { '': typed });
      expect(value).toEqual({ typed: { '': typed } });
      expect(errors.map((each) => sayError('vi', each))).toEqual([
        'Ngày sinh phải là giờ và phút, từ 00:00 đến 23:59, ví dụ 07:30.',
      ]);
      expect(boxes.f).toBe(typed);
    },
  );
});

describe('a box filled beyond any room', () => {
  const options = [{ value: 'a', label: 'A' }];
  const field = (type: string) =>
    ({
      type,
      ...(['radio', 'select'].includes(type) && { options }),
      ...(type === 'address' && { abroad: true }),
      ...(type === 'idDoc' && { issue: 'optional', expiry: true }),
    }) as Unnamed<InputField>;
  const rows = [...KINDS.values()].flatMap((kind) =>
    kind
      .boxes({ key: 'f', label: 'f', ...field(kind.type) } as never)
      .map((suffix): [string, string] => [kind.type, suffix]),
  );
  test.each(rows)('%s: its box “%s” is told, and no more than the bound is kept', (type, suffix) => {
    // The box alone, or with what makes it count.
    const around: Record<string, string> = type === 'idDoc' && suffix !== 'kind' ? { kind: 'other' } : {};
    const sought: string[] = [];
    const findPlace = (text: string) => {
      sought.push(text);
      return foundAmong([]);
    };
    const looking = { ...ctx, findPlace };
    const { errors, boxes } = read(field(type), { ...around, [suffix]: 'dài '.repeat(30_000) }, looking);
    expect(errors).not.toEqual([]);
    expect(JSON.stringify(boxes).length).toBeLessThan(3 * LONGEST_KEPT);
    expect(sought).toEqual([]);
  });
});
