// What an author is told beyond the shape of a form, and what is left alone: conditions that can hold, slips that are near.
import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '../definition.ts';
import { faultsOfDefinition, meant } from './index.ts';

const text = (key: string, more: object = {}) => ({ key, label: key, type: 'text', ...more });
const formOf = (pages: (readonly object[])[], more: object = {}) =>
  ({
    code: 'x',
    revision: '1',
    title: 'x',
    legalBasis: [],
    sections: [{ id: 'A', title: 'Người khai' }],
    pages: pages.map((fields, at) => ({ id: `p${at + 1}`, title: 'x', section: 'A', fields })),
    components: [],
    ...more,
  }) as unknown as FormDefinition;
const told = (form: FormDefinition) => faultsOfDefinition(form).map(({ what }) => what);
/** What is said where a second question is shown on this condition. */
const when = (field: object, condition: object) =>
  told(formOf([[{ key: 'a', label: 'a', ...field }, text('b', { visibleWhen: condition })]]));

describe('the days of a form', () => {
  const days = (validFrom: string | null, validTo: string | null) =>
    told(formOf([[text('a')]], { validFrom, validTo })).length;
  test('end after they begin, or are open', () => {
    expect([days('2025-01-01', '2026-01-01'), days('2025-01-01', null), days(null, '2026-01-01')]).toEqual([
      0, 0, 0,
    ]);
    expect([days('2026-01-01', '2026-01-01'), days('2026-01-02', '2026-01-01')]).toEqual([1, 1]);
  });
});

test('a page may depend on earlier pages only', () => {
  const [first, second] = [[text('a')], [text('b')]];
  const on = (field: string) => {
    const form = formOf([first, second]);
    const [one, two] = form.pages;
    return faultsOfDefinition({
      ...form,
      pages: [one!, { ...two!, visibleWhen: { field, equals: 'x' } }],
    });
  };
  expect(on('a')).toEqual([]);
  expect(on('b')).toEqual([
    {
      page: 'p2',
      what: 'Điều kiện “visibleWhen”: “b” được hỏi sau; điều kiện chỉ nhắc được câu hỏi đứng trước.',
      path: ['pages', 1, 'visibleWhen'],
    },
  ]);
});

test('a fault leads to where it stands in the file', () => {
  const numbered = formOf([[text('a')]], { sections: [{ id: 'A', title: 'I. Người khai' }] });
  expect(faultsOfDefinition(numbered)).toMatchObject([{ path: ['sections', 0, 'title'] }]);
  const born = {
    key: 'born',
    label: 'Ngày sinh',
    type: 'date',
    minAge: { years: 18, unless: { field: 'zzz', equals: 'x' }, message: 'Chưa đủ tuổi.' },
  };
  expect(faultsOfDefinition(formOf([[text('a')], [text('b'), born]]))).toMatchObject([
    { page: 'p2', field: 'born', path: ['pages', 1, 'fields', 1, 'minAge', 'unless'] },
  ]);
});

test('questions that wait for each other are told with the whole way round', () => {
  const waits = (key: string, field: string) => text(key, { visibleWhen: { field, equals: 'x' } });
  const form = formOf([[waits('a', 'b'), waits('b', 'c'), waits('c', 'a')]]);
  expect(told(form)[0]).toBe('Điều kiện “visibleWhen”: Các câu hỏi đợi nhau thành vòng: a → b → c → a.');
});

describe('a condition that can hold is left alone, one that cannot is told', () => {
  const count = { type: 'number', min: 0, max: 10 };
  const never = ['Điều kiện “visibleWhen” không bao giờ đúng ở chỗ này.'];
  test.each<[string, object, object, readonly string[]]>([
    ['a number at least', count, { field: 'a', atLeast: 5 }, []],
    ['a number just so', count, { field: 'a', equals: 7 }, []],
    ['a number among some', count, { field: 'a', in: [3, 7] }, []],
    [
      'a number between two',
      count,
      { and: [{ field: 'a', atLeast: 5 }, { not: { field: 'a', atLeast: 6 } }] },
      [],
    ],
    ['the greatest number', count, { field: 'a', atLeast: 10 }, []],
    [
      'a number above and below',
      count,
      { and: [{ field: 'a', atLeast: 5 }, { not: { field: 'a', atLeast: 5 } }] },
      never,
    ],
    [
      'two numbers at once',
      count,
      {
        and: [
          { field: 'a', equals: 3 },
          { field: 'a', equals: 7 },
        ],
      },
      never,
    ],
    ['a day', { type: 'date' }, { field: 'a', equals: '2026-01-31' }, []],
    ['a month', { type: 'partialDate' }, { field: 'a', equals: '2026-01' }, []],
    ['a year', { type: 'partialDate' }, { field: 'a', equals: '2026' }, []],
    ['a number on a paper', { type: 'idDoc' }, { field: 'a', part: 'number', equals: '024090000001' }, []],
    [
      'one box ticked and the other not',
      { type: 'checkbox', options: ['x', 'y'].map((value) => ({ value, label: value })) },
      {
        and: [{ field: 'a', equals: 'x' }, { not: { field: 'a', equals: 'y' } }],
      },
      [],
    ],
    ['the name of a place', { type: 'address' }, { field: 'a', part: 'unitName', equals: 'x' }, []],
    ['the detail of a place', { type: 'address' }, { field: 'a', part: 'detail', present: true }, []],
    ['a day on a paper', { type: 'idDoc' }, { field: 'a', part: 'issuedOn', olderThanDays: 30 }, []],
  ])('%s', (_what, field, condition, what) => expect(when(field, condition)).toEqual(what));

  test('a text is never a number, nor a number a text', () => {
    expect(when({ type: 'text' }, { field: 'a', equals: 3 })).toEqual([
      expect.stringContaining('được trả lời bằng chữ, không bao giờ là 3.'),
    ]);
    expect(when(count, { field: 'a', equals: '3' })).toEqual([
      expect.stringContaining('là số, không bao giờ là “3”.'),
    ]);
  });

  test('a number out of bounds is told its bounds', () => {
    for (const wanted of [11, -1])
      expect(when(count, { field: 'a', equals: wanted })).toEqual([
        expect.stringContaining(`chỉ từ 0 đến 10, không bao giờ là ${wanted}.`),
      ]);
  });

  test.each(['31/1/2026', '2026-1-31', '2026-01-3', '2026-', '26'])('%s is no day', (day) => {
    expect(when({ type: 'date' }, { field: 'a', equals: day })).toEqual([
      expect.stringContaining('hãy viết như 2026-11-29.'),
    ]);
  });
});

describe('what may have been meant', () => {
  const names = ['required', 'requiredWhen', 'label', 'type'];
  test.each([
    ['requird', ' Ý bạn là “required”?'],
    ['REQUIRED', ' Ý bạn là “required”?'],
    ['requirdeWhen', ' Ý bạn là “requiredWhen”?'],
    ['lable', ' Ý bạn là “label”?'],
    ['tpye', ' Ý bạn là “type”?'],
    ['tpey', ''],
    ['colour', ''],
  ])('%s:%s', (written, said) => expect(meant(written, names)).toBe(said));
});
