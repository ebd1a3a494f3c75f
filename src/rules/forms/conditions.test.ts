// Conditions and definitions: what hides, what it hides with it, and which faulty definition never starts.
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  type Condition,
  checkAll,
  compile,
  type Field,
  type FormContext,
  type FormDefinition,
  summary,
} from './index.ts';

const ctx: FormContext = { today: Temporal.PlainDate.from('2026-11-23') };
const yesNo = (key: string, visibleWhen?: Condition): Field => ({
  key,
  label: key,
  type: 'radio',
  required: true,
  options: [
    { value: 'yes', label: 'Có' },
    { value: 'no', label: 'Không' },
  ],
  ...(visibleWhen && { visibleWhen }),
});
const form = (...fields: Field[]): FormDefinition => ({
  code: 'x',
  revision: '1',
  title: 'x',
  validFrom: null,
  validTo: null,
  legalBasis: [],
  sections: [{ id: 'A', title: 'A' }],
  pages: fields.map((field) => ({ id: `p-${field.key}`, title: field.label, section: 'A', fields: [field] })),
  components: [],
});
const names = (definition: FormDefinition, answers: Answers) =>
  summary(definition, answers, ctx).flatMap((section) => section.rows.map((row) => row.key));

test('a hidden answer does not show what depends on it', () => {
  const chain = form(
    yesNo('a'),
    yesNo('b', { field: 'a', equals: 'yes' }),
    yesNo('c', { field: 'b', equals: 'yes' }),
  );
  expect(names(chain, { a: 'yes', b: 'yes' })).toEqual(['a', 'b', 'c']);
  expect(names(chain, { a: 'no', b: 'yes' })).toEqual(['a']);
});

test.each<[Condition, string, boolean]>([
  [{ field: 'a', equals: 'yes' }, 'yes', true],
  [{ field: 'a', in: ['no', 'yes'] }, 'no', true],
  [{ field: 'a', present: false }, '', false],
  [{ not: { field: 'a', equals: 'yes' } }, 'no', true],
  [
    {
      and: [
        { field: 'a', present: true },
        { field: 'a', equals: 'no' },
      ],
    },
    'yes',
    false,
  ],
  [
    {
      or: [
        { field: 'a', equals: 'no' },
        { field: 'a', equals: 'yes' },
      ],
    },
    'yes',
    true,
  ],
])('%o with a = %s shows: %s', (condition, answer, shown) => {
  const definition = form(yesNo('a'), yesNo('b', condition));
  expect(names(definition, { a: answer || 'x' }).includes('b')).toBe(shown);
});

test.each<[Condition, number | string | undefined, boolean]>([
  [{ field: 'n', atLeast: 3 }, 3, true],
  [{ field: 'n', atLeast: 3 }, 4, true],
  [{ field: 'n', atLeast: 3 }, 2, false],
  [{ field: 'n', atLeast: 3 }, '3', false],
  [{ field: 'n', atLeast: 0 }, undefined, false],
  [{ field: 'n', equals: 3 }, 3, true],
  [{ field: 'n', olderThanDays: 60 }, '2026-09-23', true],
  [{ field: 'n', olderThanDays: 60 }, '2026-09-24', false],
  [{ field: 'n', olderThanDays: 60 }, undefined, false],
  [{ field: 'n', present: true }, 0, true],
  [{ field: 'n', present: true }, '', false],
  [{ field: 'n', present: true }, undefined, false],
])('%o with n = %s shows: %s', (condition, n, shown) => {
  const definition = form({ key: 'n', label: 'n', type: 'text' }, yesNo('b', condition));
  expect(names(definition, n === undefined ? {} : { n }).includes('b')).toBe(shown);
});

test('a condition on rows holds when one of them fulfils it, or when there are enough', () => {
  const fields = [{ key: 'kind', label: 'kind', type: 'text' } as const];
  const more = { min: 0, max: 3, rowTitle: 'Dòng', addLabel: 'Thêm', fields };
  const rows: Field = { key: 'rows', label: 'rows', type: 'repeat', ...more };
  const shown = (condition: Condition, ...kinds: string[]) => {
    const answered = kinds.map((kind, at) => ({ id: `r${at + 1}`, answers: { kind } }));
    const answers = { rows: { next: kinds.length + 1, rows: answered } };
    return names(form(rows, yesNo('b', condition)), answers).includes('b');
  };
  const some: Condition = { anyRow: 'rows', is: { field: 'kind', equals: 'x' } };
  expect([shown(some), shown(some, 'a'), shown(some, 'a', 'x')]).toEqual([false, false, true]);
  const two: Condition = { field: 'rows', atLeast: 2 };
  expect([shown(two, 'a'), shown(two, 'a', 'b')]).toEqual([false, true]);
  expect([shown({ field: 'rows', present: true }), shown({ field: 'rows', present: true }, 'a')]).toEqual([
    false,
    true,
  ]);
});

test('inside a repeat a condition sees its own row, then the form', () => {
  const rows: Field = {
    key: 'rows',
    label: 'rows',
    type: 'repeat',
    min: 0,
    max: 3,
    rowTitle: 'Dòng',
    addLabel: 'Thêm',
    fields: [
      { key: 'kind', label: 'kind', type: 'text' },
      {
        key: 'more',
        label: 'more',
        type: 'text',
        required: true,
        visibleWhen: { field: 'kind', equals: 'khác' },
      },
      { key: 'outer', label: 'outer', type: 'text', visibleWhen: { field: 'a', equals: 'yes' } },
    ],
  };
  const definition = form(yesNo('a'), rows);
  const answers = {
    a: 'no',
    rows: {
      next: 3,
      rows: [
        { id: 'r1', answers: { kind: 'khác' } },
        { id: 'r2', answers: { kind: 'x' } },
      ],
    },
  };
  expect(names(definition, answers)).toEqual(['a', 'rows[r1].kind', 'rows[r1].more', 'rows[r2].kind']);
  expect(checkAll(definition, answers, ctx).map((error) => error.fieldId)).toEqual(['rows-r1-more']);
});

describe('a faulty definition never starts', () => {
  test.each<[string, FormDefinition]>([
    ['a condition on a later field', form(yesNo('a', { field: 'b', equals: 'yes' }), yesNo('b'))],
    ['a condition on itself', form(yesNo('a', { field: 'a', equals: 'yes' }))],
    [
      'a key twice',
      {
        ...form(yesNo('a')),
        pages: [...form(yesNo('a')).pages, { ...form(yesNo('a')).pages[0]!, id: 'other' }],
      },
    ],
    ['an unknown section', { ...form(yesNo('a')), sections: [] }],
    ['an unknown type', form({ key: 'a', label: 'a', type: 'colour' } as unknown as Field)],
  ])('%s', (_, definition) => expect(() => compile(definition)).toThrow());

  test('a reminder about no question, which is named', () => {
    const warning = { id: 'late', field: 'zzz', when: { field: 'a', equals: 'yes' }, message: 'Xem lại.' };
    expect(() => compile({ ...form(yesNo('a')), warnings: [warning] })).toThrow('late');
  });
});
