// What must hold for any form and any entry: nothing typed is lost, rows keep their ids, one value has one canonical text.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeReason } from '../places/index.ts';
import {
  type Answers,
  addRow,
  canonicalJson,
  checkAll,
  type FormContext,
  type FormDefinition,
  pageBoxes,
  prefill,
  type RepeatField,
  readPage,
  removeRow,
  rowsOf,
} from './index.ts';

const folder = new URL('../../../db/seeds/reference/forms/', import.meta.url);
const forms = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FormDefinition,
);
const LUONG_PHONG = {
  code: '07846',
  asOf: '2025-06-30',
  name: 'Xã Lương Phong, Huyện Hiệp Hòa, Tỉnh Bắc Giang',
};
const OTHER = { code: '07858', asOf: '2025-06-30', name: 'Xã Hợp Thịnh, Huyện Hiệp Hòa, Tỉnh Bắc Giang' };
const ctx: FormContext = {
  today: Temporal.PlainDate.from('2026-11-23'),
  unit: (code) => [LUONG_PHONG, OTHER].find((each) => each.code === code),
  findPlace: (text) => ({
    taken: text.includes('Lương Phong') ? LUONG_PHONG : null,
    choices: text === 'hai nơi' ? [LUONG_PHONG, OTHER] : [],
    detail: '',
    why: placeReason('place-unsure', { typed: text.slice(0, 20) }),
  }),
};

const SUFFIXES = [
  '',
  '.day',
  '.month',
  '.year',
  '.kind',
  '.kindName',
  '.number',
  '.issuedOn.day',
  '.issuedOn.month',
  '.issuedOn.year',
  '.issuedBy',
  '.validUntil.day',
  '.validUntil.month',
  '.validUntil.year',
  '.place',
  '.unit',
  '.was',
  '.detail',
  '.abroad',
  '.country',
];
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'no',
    '1',
    '31',
    '02',
    '2024',
    '99',
    'VN',
    'male',
    '01',
    'household',
    'normal',
    'abandoned',
    'Lương Phong',
    'hai nơi',
    '07846@2025-06-30',
    '0912 345 678',
    '024090000001',
    '1.000.000 đ',
    'Nguyễn  Văn An',
    ...['cancuoc', 'cccd', 'passport', 'cmnd', 'other'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

interface Case {
  readonly form: FormDefinition;
  readonly pageId: string;
  readonly posted: Record<string, string>;
}
/** Any page of any form with anything in its boxes, rows included. */
const posts: fc.Arbitrary<Case> = fc
  .constantFrom(...forms.flatMap((form) => form.pages.map((page) => ({ form, page }))))
  .chain(({ form, page }) => {
    const names = page.fields.flatMap((field) =>
      field.type === 'repeat'
        ? ['r1', 'r2', 'r7'].flatMap((id) =>
            field.fields.flatMap((child) =>
              SUFFIXES.map((suffix) => `${field.key}[${id}].${child.key}${suffix}`),
            ),
          )
        : SUFFIXES.map((suffix) => field.key + suffix),
    );
    const rows = page.fields.filter((field) => field.type === 'repeat').map((field) => `${field.key}.rows`);
    return fc
      .record({
        boxes: fc.dictionary(fc.constantFrom(...names), typed, { maxKeys: 25 }),
        ids: fc.uniqueArray(fc.constantFrom('r1', 'r2', 'r7'), { maxLength: 3 }),
      })
      .map(({ boxes, ids }) => ({
        form,
        pageId: page.id,
        posted: { ...boxes, ...Object.fromEntries(rows.map((name) => [name, ids.join(',')])) },
      }));
  });

describe('reading', () => {
  test('read, store, show again, read: the same answers and the same errors', () => {
    fc.assert(
      fc.property(posts, ({ form, pageId, posted }) => {
        const first = readPage(form, pageId, posted, {}, ctx);
        const stored = JSON.parse(JSON.stringify(first.answers)) as Answers;
        const again = readPage(form, pageId, pageBoxes(form, pageId, stored), {}, ctx);
        expect(again.answers).toEqual(first.answers);
        expect(again.errors).toEqual(first.errors);
      }),
      { numRuns: 1500 },
    );
  });

  test('a page without errors adds none to the final check', () => {
    fc.assert(
      fc.property(posts, ({ form, pageId, posted }) => {
        const { answers, errors } = readPage(form, pageId, posted, prefill(form, {}), ctx);
        const atTheEnd = checkAll(form, answers, ctx).filter((error) => error.pageId === pageId);
        expect(atTheEnd).toEqual(errors);
      }),
    );
  });

  test('what was typed in a box that does not belong to the page changes nothing', () => {
    const form = forms.find((each) => each.code === 'generic')!;
    const before = prefill(form, { fullName: 'An' });
    const { answers } = readPage(
      form,
      'content',
      { content: 'Xin xác nhận', 'requester.fullName': 'Em', __proto__: 'x' },
      before,
      ctx,
    );
    expect(answers).toEqual({ ...before, content: 'Xin xác nhận' });
  });
});

describe('rows', () => {
  const field = forms
    .find((each) => each.code === '2.000815')!
    .pages.flatMap((page) => page.fields)
    .find((each): each is RepeatField => each.type === 'repeat')!;
  const acts = fc.array(
    fc.oneof(
      fc.constant({ act: 'add' as const, at: 0 }),
      fc.record({ act: fc.constant('remove' as const), at: fc.nat(19) }),
    ),
    { maxLength: 60 },
  );

  test('whatever is added and removed, every row keeps its id and answers, and no id is given twice', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let answers: Answers = {};
        const titleOf = new Map<string, string>();
        const given = new Set<string>();
        for (const { act, at } of list) {
          const rows = rowsOf(answers, 'docs');
          if (act === 'add') {
            answers = addRow(answers, field, { title: `tờ ${given.size}` });
            const added = rowsOf(answers, 'docs').at(-1)!;
            if (rows.length < field.max) {
              expect(given.has(added.id)).toBe(false);
              given.add(added.id);
              titleOf.set(added.id, added.answers.title as string);
            }
            continue;
          }
          const target = rows[at]?.id ?? 'r0';
          answers = removeRow(answers, 'docs', target);
          const left = rows.map((row) => row.id).filter((id) => id !== target);
          expect(rowsOf(answers, 'docs').map((row) => row.id)).toEqual(left);
        }
        const rows = rowsOf(answers, 'docs');
        expect(rows.length).toBeLessThanOrEqual(field.max);
        for (const row of rows) expect(row.answers.title).toBe(titleOf.get(row.id));
      }),
    );
  });

  test('the add button posts like any page: what was typed stays, no errors are shown, a new row stands last', () => {
    const form = forms.find((each) => each.code === '2.000815')!;
    const posted = { 'docs.rows': 'r1', 'docs[r1].title': 'Bằng lái', 'docs[r1].pages': 'x', do: 'add:docs' };
    const { answers, errors } = readPage(form, 'docs', posted, {}, ctx);
    expect(errors).toEqual([]);
    expect(rowsOf(answers, 'docs').map((row) => row.id)).toEqual(['r1', 'r2']);
    expect(rowsOf(answers, 'docs')[0]!.answers).toEqual({ title: 'Bằng lái', pages: { typed: { '': 'x' } } });
    const after = readPage(
      form,
      'docs',
      { ...pageBoxes(form, 'docs', answers), do: 'remove:docs:r1' },
      answers,
      ctx,
    );
    expect(rowsOf(after.answers, 'docs').map((row) => row.id)).toEqual(['r2']);
  });
});

describe('canonical JSON', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    );
  };

  test('the order of keys does not matter, and the text means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('the order of an array matters', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
  });
});
