// What a person is told of a wrong answer, in Vietnamese and in English, and at which box.
import { describe, expect, test } from 'vitest';
import {
  type Field,
  type FormContext,
  type FormDefinition,
  readPage,
  sayError,
  whyStrange,
} from './index.ts';

const ctx: FormContext = { today: Temporal.PlainDate.from('2026-11-23') };
const formOf = (...fields: object[]) =>
  ({
    code: 'x',
    revision: '1',
    title: 'x',
    legalBasis: [],
    sections: [{ id: 'A', title: 'A' }],
    pages: [{ id: 'p', title: 'p', section: 'A', fields: fields as unknown as Field[] }],
    components: [],
  }) satisfies FormDefinition;
/** The box, the Vietnamese and the English sentence for everything wrong. */
const told = (field: object, typed: Record<string, string>) => {
  const form = formOf({ key: 'f', label: 'Điều hỏi', required: true, ...field });
  const posted = Object.fromEntries(
    Object.entries(typed).map(([suffix, text]) => [suffix ? `f.${suffix}` : 'f', text]),
  );
  return readPage(form, 'p', posted, {}, ctx).errors.map((error) => [
    error.fieldId,
    sayError('vi', error),
    sayError('en', error),
  ]);
};

describe('of a number', () => {
  test.each([
    ['too small', { min: 2, max: 9 }, '1', 'Điều hỏi phải từ 2 đến 9.', '“Điều hỏi” must be from 2 to 9.'],
    ['too great', { min: 2, max: 9 }, '10', 'Điều hỏi phải từ 2 đến 9.', '“Điều hỏi” must be from 2 to 9.'],
    [
      'too small, however great it may be',
      { min: 2 },
      '1',
      'Điều hỏi phải từ 2 trở lên.',
      '“Điều hỏi” must be 2 or more.',
    ],
    [
      'not in digits',
      {},
      'hai',
      'Điều hỏi phải là số nguyên viết bằng chữ số, ví dụ 2.',
      '“Điều hỏi” must be a whole number in digits, for example 2.',
    ],
  ])('%s', (_what, bounds, typed, vi, en) =>
    expect(told({ type: 'number', ...bounds }, { '': typed })).toEqual([['f', vi, en]]),
  );

  test('at its bounds nothing', () => {
    for (const typed of ['2', '9'])
      expect(told({ type: 'number', min: 2, max: 9 }, { '': typed })).toEqual([]);
  });
});

describe('of a date as far as it is known', () => {
  test.each([
    ['no year', { month: '3' }, 'f-year', 'Điều hỏi phải có năm.', '“Điều hỏi” lacks the year.'],
    [
      'a day without its month',
      { day: '3', year: '1990' },
      'f-month',
      'Điều hỏi phải có tháng.',
      '“Điều hỏi” lacks the month.',
    ],
  ])('%s', (_what, typed, at, vi, en) =>
    expect(told({ type: 'partialDate' }, typed)).toEqual([[at, vi, en]]),
  );
});

test('a whole date of which two boxes are empty is told both, at the first', () => {
  expect(told({ type: 'date' }, { month: '3' })).toEqual([
    ['f-day', 'Điều hỏi phải có ngày và năm.', '“Điều hỏi” lacks the day and the year.'],
  ]);
});

describe('of an identity paper', () => {
  const issued = {
    'issuedOn.day': '1',
    'issuedOn.month': '6',
    'issuedOn.year': '2021',
    issuedBy: 'Bộ Công an',
  };
  test.each([
    [
      'no number',
      { kind: 'cccd', ...issued },
      'f-number',
      'Bạn phải nhập số điều hỏi.',
      'Enter the number of “Điều hỏi”.',
    ],
    [
      'no kind',
      { number: '1', ...issued },
      'f-kind',
      'Bạn phải chọn loại điều hỏi.',
      'Choose the kind of “Điều hỏi”.',
    ],
    [
      'a short number of a passport',
      { kind: 'passport', number: 'B12', ...issued },
      'f-number',
      'Điều hỏi: số hộ chiếu gồm 6 đến 20 chữ cái và chữ số, ví dụ B1234567.',
      '“Điều hỏi”: a passport number has 6 to 20 letters and digits, for example B1234567.',
    ],
    [
      'no day of issue',
      { kind: 'passport', number: 'B1234567', issuedBy: 'Cục' },
      'f-issuedOn-day',
      'Bạn phải nhập ngày cấp điều hỏi.',
      'Enter the date of issue of “Điều hỏi”.',
    ],
    [
      'no place of issue',
      { kind: 'passport', number: 'B1234567', ...issued, issuedBy: '' },
      'f-issuedBy',
      'Bạn phải nhập nơi cấp điều hỏi.',
      'Enter the place of issue of “Điều hỏi”.',
    ],
    [
      'a place of issue as long as a letter',
      { kind: 'passport', number: 'B1234567', ...issued, issuedBy: 'x'.repeat(201) },
      'f-issuedBy',
      'Nơi cấp điều hỏi dài quá 200 ký tự.',
      'The place of issue of “Điều hỏi” has more than 200 characters.',
    ],
    [
      'no name of another paper',
      { kind: 'other', number: '1', ...issued },
      'f-kindName',
      'Bạn phải nhập tên loại điều hỏi.',
      'Enter the name of the paper for “Điều hỏi”.',
    ],
    [
      'issued tomorrow',
      {
        kind: 'passport',
        number: 'B1234567',
        ...issued,
        'issuedOn.day': '24',
        'issuedOn.month': '11',
        'issuedOn.year': '2026',
      },
      'f-issuedOn-day',
      'Ngày cấp điều hỏi không được sau ngày hôm nay.',
      '“Điều hỏi: Date of issue” must not be after today.',
    ],
    [
      'valid until the day of issue',
      {
        kind: 'passport',
        number: 'B1234567',
        ...issued,
        'validUntil.day': '1',
        'validUntil.month': '6',
        'validUntil.year': '2021',
      },
      'f-validUntil-day',
      'Ngày hết giá trị của điều hỏi phải sau ngày cấp.',
      '“Điều hỏi” must be valid until a day after its date of issue.',
    ],
  ])('%s', (_what, typed, at, vi, en) =>
    expect(told({ type: 'idDoc', expiry: true }, typed)).toEqual([[at, vi, en]]),
  );
});

describe('of an answer that is not there', () => {
  const options = [{ value: 'a', label: 'Một' }];
  test.each([
    ['text', 'f', 'Bạn phải nhập điều hỏi.'],
    ['radio', 'f', 'Bạn phải chọn điều hỏi.'],
    ['checkbox', 'f', 'Bạn phải đánh dấu vào ô “Điều hỏi”.'],
    ['date', 'f-day', 'Bạn phải nhập điều hỏi.'],
    ['address', 'f-place', 'Bạn phải nhập điều hỏi.'],
    ['idDoc', 'f-kind', 'Bạn phải nhập điều hỏi.'],
    ['time', 'f', 'Bạn phải nhập điều hỏi.'],
    ['number', 'f', 'Bạn phải nhập điều hỏi.'],
    ['phone', 'f', 'Bạn phải nhập điều hỏi.'],
    ['personName', 'f', 'Bạn phải nhập điều hỏi.'],
    ['gender', 'f', 'Bạn phải chọn điều hỏi.'],
    ['appointment', 'f', 'Bạn phải chọn điều hỏi.'],
  ])('%s', (type, at, vi) => {
    const field = { type, ...(type === 'radio' && { options }) };
    expect(told(field, {}).map((each) => each.slice(0, 2))).toEqual([[at, vi]]);
    expect(told({ ...field, required: false }, {})).toEqual([]);
  });

  test('at a place without the detail that it needs', () => {
    expect(told({ type: 'address', detail: 'required' }, { place: 'Xã Hiệp Hòa' })).toEqual([
      [
        'f-detail',
        'Bạn phải nhập số nhà, đường, thôn xóm của điều hỏi.',
        'Enter the house number, street or hamlet of “Điều hỏi”.',
      ],
    ]);
  });

  test('at a place abroad without its country', () => {
    expect(told({ type: 'address', abroad: true }, { abroad: 'yes', detail: 'Viêng Chăn' })).toEqual([
      ['f-country', 'Bạn phải chọn quốc gia của điều hỏi.', 'Choose the country of “Điều hỏi”.'],
    ]);
  });

  test('at a detail without its place', () => {
    expect(told({ type: 'address' }, { detail: 'số 5' })).toEqual([
      ['f-place', 'Bạn phải nhập xã, phường của điều hỏi.', 'Enter the commune or ward of “Điều hỏi”.'],
    ]);
  });
});

test('a choice that is in no list is told at its box, in the form’s own words where it has some', () => {
  const field = { type: 'radio', options: [{ value: 'a', label: 'Một' }] };
  expect(told(field, { '': 'b' })).toEqual([
    ['f', 'Bạn phải chọn điều hỏi.', expect.stringContaining('Choose “Điều hỏi”')],
  ]);
  expect(told({ ...field, messages: { wrong: 'Hãy chọn lại.' } }, { '': 'b' })).toEqual([
    ['f', 'Hãy chọn lại.', 'The form says: “Hãy chọn lại.”'],
  ]);
});

test('too few rows and too many are told at the button that adds one', () => {
  const rows = {
    type: 'repeat',
    min: 1,
    max: 2,
    rowTitle: 'Giấy tờ',
    addLabel: 'Thêm',
    fields: [{ key: 't', label: 'Tên', type: 'text' }],
  };
  expect(told(rows, { rows: '' })).toEqual([
    ['f-add', 'Bạn phải khai ít nhất 1 giấy tờ.', 'At least 1 of “giấy tờ” must be filled in.'],
  ]);
  expect(told(rows, { rows: 'r1,r2,r3' })).toEqual([
    ['f-add', 'Bạn chỉ khai được tối đa 2 giấy tờ.', 'At most 2 of “giấy tờ” may be filled in.'],
  ]);
  expect(told(rows, { rows: 'r1,r2' })).toEqual([]);
});

test('outside of forms too a character that cannot be printed is told, and nothing else is', () => {
  expect(whyStrange('Lý do', 'Vui 😀😀 漢')).toBe('Lý do có ký tự lạ. Hãy bỏ ký tự không in được: 😀 漢');
  expect(whyStrange('Lý do', 'Đường 3/2')).toBeUndefined();
});
