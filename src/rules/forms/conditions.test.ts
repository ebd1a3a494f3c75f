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
});
