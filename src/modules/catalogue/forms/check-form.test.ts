// What an author reads when a form is wrong: where, what, and what was meant.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../rules/forms/index.ts';
import { checkForm } from './check-form.ts';

const NAMES = [...KINDS.keys()].join(', ');

const folder = new URL('../../../../db/seeds/reference/forms/', import.meta.url);
const published = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown] as const,
);

test.each(published)('%s, a published form, has nothing wrong', (_, json) => {
  expect(checkForm(json)).toEqual({ ok: true, value: json });
});

type Json = Record<string, unknown>;
const yesNo = (key: string, more: Json = {}): Json => ({
  key,
  label: `Có ${key} không?`,
  type: 'radio',
  options: [
    { value: 'yes', label: 'Có' },
    { value: 'no', label: 'Không' },
  ],
  ...more,
});
const page = (id: string, ...fields: Json[]): Json => ({ id, title: 'Hỏi gì?', section: 'A', fields });
const form = (pages: Json[], more: Json = {}): Json => ({
  code: '1.000001',
  revision: '2026',
  title: 'Tờ khai',
  legalBasis: [],
  sections: [{ id: 'A', title: 'Người khai' }],
  pages,
  components: [],
  ...more,
});
const rows = (fields: Json[], more: Json = {}): Json => ({
  key: 'docs',
  label: 'Giấy tờ',
  type: 'repeat',
  min: 0,
  max: 5,
  rowTitle: 'Giấy tờ',
  addLabel: 'Thêm',
  fields,
  ...more,
});
const text = (key: string, more: Json = {}): Json => ({ key, label: key, type: 'text', ...more });
/** One page with these questions. */
const asking = (...fields: Json[]) => form([page('p', ...fields)]);
const a = yesNo('a');
const when = (key: string, condition: Json) => text(key, { visibleWhen: condition });

const WRONG: readonly (readonly [
  what: string,
  json: unknown,
  ...read: (readonly [string, string, string])[],
])[] = [
  ['not an object', [], ['', '', 'Phải là nhóm mục trong ngoặc nhọn { }.']],
  ['no title', form([page('p', a)], { title: undefined }), ['', '', '“title” bị thiếu.']],
  [
    'a section with a letter before its title',
    form([page('p', a)], { sections: [{ id: 'A', title: 'A. Người khai' }] }),
    [
      '',
      '',
      'Tên mục “A. Người khai” không mang số hay chữ thứ tự: mục không có gì để hỏi thì không hiện, thứ tự sẽ đứt quãng.',
    ],
  ],
  ['no pages', form([]), ['', '', '“pages” không được để trống.']],
  [
    'a member misspelt at the top',
    form([page('p', a)], { legalBasis: undefined, legalBasic: [] }),
    ['', '', '“legalBasis” bị thiếu.'],
    ['', '', 'Không có mục “legalBasic”. Ý bạn là “legalBasis”?'],
  ],
  [
    'an option misspelt',
    asking(text('name', { requird: true })),
    ['p', 'name', 'Không có mục “requird”. Ý bạn là “required”?'],
  ],
  [
    'an option of another kind',
    asking(text('name', { options: [] })),
    ['p', 'name', 'Không có mục “options”.'],
  ],
  [
    'a kind that there is not',
    asking({ key: 'name', label: 'Tên', type: 'txt' }),
    ['p', 'name', `“type” chỉ có thể là ${NAMES}, computed, repeat. Ý bạn là “text”?`],
  ],
  ['no kind', asking({ key: 'name', label: 'Tên' }), ['p', 'name', '“type” bị thiếu.']],
  ['no label', asking({ key: 'name', type: 'text' }), ['p', 'name', '“label” bị thiếu.']],
  ['an empty label', asking(text('name', { label: ' ' })), ['p', 'name', '“label” không được để trống.']],
  [
    'a label that no paper can show',
    asking(text('name', { label: 'Tên 😀' })),
    ['p', 'name', '“label” có ký tự không in được trên giấy: 😀'],
  ],
  [
    'a question without a key',
    asking(a, { label: 'Tên', type: 'text' }),
    ['p', 'câu hỏi thứ 2', '“key” bị thiếu.'],
  ],
  [
    'a page without an id',
    form([{ title: 'Hỏi gì?', section: 'A', fields: [a] }]),
    ['trang thứ 1', '', '“id” bị thiếu.'],
  ],
  [
    'a key with marks',
    asking(text('tên')),
    ['p', 'tên', '“key” chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối.'],
  ],
  [
    'yes instead of true',
    asking(text('name', { required: 'yes' })),
    ['p', 'name', '“required” phải là true hoặc false, viết không có ngoặc kép.'],
  ],
  [
    'a number in quotes',
    asking(text('name', { maxLength: '20' })),
    ['p', 'name', '“maxLength” phải là số nguyên, viết không có ngoặc kép.'],
  ],
  [
    'a word that is none of the few',
    asking({ key: 'born', label: 'Ngày sinh', type: 'date', future: 'alowed' }),
    ['p', 'born', '“future” chỉ có thể là no, allowed, only. Ý bạn là “allowed”?'],
  ],
  [
    'something lacking deep inside',
    asking({ key: 'born', label: 'Ngày sinh', type: 'date', minAge: { years: 18 } }),
    ['p', 'born', '“minAge.message” bị thiếu.'],
  ],
  ['no choices', asking({ ...a, options: [] }), ['p', 'a', '“options” không được để trống.']],
  [
    'a pattern that is none',
    asking(text('code', { mustMatch: [{ pattern: '[', message: 'Sai.' }] })),
    ['p', 'code', '“mustMatch[0].pattern” không phải là mẫu (biểu thức chính quy) đọc được.'],
  ],
  [
    'a fault in a row',
    asking(rows([{ key: 'title', type: 'text' }])),
    ['p', 'docs[].title', '“label” bị thiếu.'],
  ],
  [
    'rows within rows',
    asking(rows([rows([text('x')])])),
    ['p', 'docs[].docs', `“type” chỉ có thể là ${NAMES}, computed.`],
  ],
  [
    'a computation that there is not',
    asking({ key: 'line', label: 'Bằng chữ', type: 'computed', compute: { op: 'words' } }),
    ['p', 'line', '“compute.op” chỉ có thể là dateWords, moneyWords, agency, madeAt, today, fee.'],
  ],
  [
    'a condition that compares nothing',
    asking(a, when('b', { field: 'a' })),
    [
      'p',
      'b',
      '“visibleWhen” không nói so sánh thế nào; phải có một trong and, or, not, anyRow, equals, in, present, atLeast, olderThanDays.',
    ],
  ],
  [
    'a condition without its question',
    asking(a, when('b', { equals: 'yes' })),
    ['p', 'b', '“visibleWhen.field” bị thiếu.'],
  ],
  [
    'a condition with a word too many',
    asking(a, when('b', { field: 'a', equals: 'yes', or: 'no' })),
    ['p', 'b', '“visibleWhen” không có mục “or”.'],
  ],
  [
    'a warning without its condition',
    form([page('p', a)], { warnings: [{ id: 'w', field: 'a', message: 'Xem lại.' }] }),
    ['', '', '“warnings[0].when” bị thiếu.'],
  ],
  // Beyond the shape.
  [
    'a question that there is not',
    asking(yesNo('child.birthDate'), when('b', { field: 'child.brithDate', equals: 'yes' })),
    [
      'p',
      'b',
      'Điều kiện “visibleWhen”: Không có câu hỏi “child.brithDate” đứng trước. Ý bạn là “child.birthDate”?',
    ],
  ],
  [
    'a question that comes later',
    asking(when('b', { field: 'a', equals: 'yes' }), a),
    ['p', 'b', 'Điều kiện “visibleWhen”: “a” được hỏi sau; điều kiện chỉ nhắc được câu hỏi đứng trước.'],
  ],
  [
    'a question that waits for itself',
    asking(when('b', { field: 'b', present: true })),
    ['p', 'b', 'Điều kiện “visibleWhen”: Câu hỏi không thể phụ thuộc vào chính nó.'],
  ],
  [
    'questions that wait for each other',
    asking(when('b', { field: 'c', present: true }), when('c', { field: 'b', present: true })),
    ['p', 'b', 'Điều kiện “visibleWhen”: Các câu hỏi đợi nhau thành vòng: b → c → b.'],
  ],
  [
    'a value that is no choice',
    asking(a, when('b', { field: 'a', equals: 'yess' })),
    ['p', 'b', 'Điều kiện “visibleWhen”: “yess” không có trong các lựa chọn của “a”. Ý bạn là “yes”?'],
  ],
  [
    'two answers at once',
    asking(
      a,
      when('b', {
        and: [
          { field: 'a', equals: 'yes' },
          { field: 'a', equals: 'no' },
        ],
      }),
    ),
    ['p', 'b', 'Điều kiện “visibleWhen” không bao giờ đúng ở chỗ này.'],
  ],
  [
    'an answer of a question that is hidden just then',
    asking(
      a,
      yesNo('b', { visibleWhen: { field: 'a', equals: 'yes' } }),
      when('c', {
        and: [
          { field: 'a', equals: 'no' },
          { field: 'b', equals: 'yes' },
        ],
      }),
    ),
    ['p', 'c', 'Điều kiện “visibleWhen” không bao giờ đúng ở chỗ này.'],
  ],
  [
    'required just when it is not shown',
    asking(
      a,
      text('b', {
        visibleWhen: { field: 'a', equals: 'yes' },
        requiredWhen: { field: 'a', equals: 'no' },
      }),
    ),
    ['p', 'b', 'Điều kiện “requiredWhen” không bao giờ đúng ở chỗ này.'],
  ],
  [
    'a page that never comes',
    form([
      page('p', a),
      { ...page('q', yesNo('b')), visibleWhen: { field: 'a', equals: 'yes' } },
      {
        ...page('r', yesNo('c')),
        visibleWhen: {
          and: [
            { field: 'a', equals: 'no' },
            { field: 'b', present: true },
          ],
        },
      },
    ]),
    ['r', '', 'Điều kiện “visibleWhen” không bao giờ đúng ở chỗ này.'],
  ],
  [
    'a number that is never so large',
    asking({ key: 'n', label: 'Số bản', type: 'number', max: 5 }, when('b', { field: 'n', atLeast: 6 })),
    ['p', 'b', 'Điều kiện “visibleWhen”: “n” nhiều nhất là 5, không tới 6.'],
  ],
  [
    'a box compared with a word',
    asking({ key: 'ok', label: 'Đồng ý', type: 'checkbox' }, when('b', { field: 'ok', equals: 'yes' })),
    ['p', 'b', 'Điều kiện “visibleWhen”: “ok” là một ô đánh dấu: hãy dùng "equals": true hoặc "present".'],
  ],
  [
    'a whole that has parts',
    asking({ key: 'id', label: 'Giấy tờ', type: 'idDoc' }, when('b', { field: 'id', equals: 'cccd' })),
    [
      'p',
      'b',
      'Điều kiện “visibleWhen”: “id” có nhiều phần; hãy ghi “part”: kind, kindName, number, issuedOn, issuedBy, validUntil.',
    ],
  ],
  [
    'a part that there is not',
    asking(
      { key: 'id', label: 'Giấy tờ', type: 'idDoc' },
      when('b', { field: 'id', part: 'knd', equals: 'cccd' }),
    ),
    [
      'p',
      'b',
      'Điều kiện “visibleWhen”: “id” không có phần “knd”, chỉ có kind, kindName, number, issuedOn, issuedBy, validUntil. Ý bạn là “kind”?',
    ],
  ],
  [
    'a line of the machine compared',
    asking(
      { key: 'today', label: 'Hôm nay', type: 'computed', compute: { op: 'today' } },
      when('b', { field: 'today', present: true }),
    ),
    ['p', 'b', 'Điều kiện “visibleWhen”: “today” do máy ghi nên không so sánh được.'],
  ],
  [
    'a question of the rows outside of them',
    asking(rows([yesNo('old')]), when('b', { field: 'old', equals: 'yes' })),
    ['p', 'b', 'Điều kiện “visibleWhen”: “old” nằm trong các dòng của “docs”; hãy dùng "anyRow".'],
  ],
  [
    'any row of what has none',
    asking(a, when('b', { anyRow: 'a', is: { field: 'x', present: true } })),
    ['p', 'b', 'Điều kiện “visibleWhen”: “a” không phải câu hỏi nhiều dòng (repeat).'],
  ],
  ['a key twice', form([page('p', a), page('q', a)]), ['q', 'a', 'Khóa “a” có hai lần.']],
  [
    'a key twice in a row',
    asking(rows([text('title'), text('title')])),
    ['p', 'docs[].title', 'Khóa “title” có hai lần.'],
  ],
  [
    'a box of one that is a box of another',
    asking({ key: 'born', label: 'Ngày sinh', type: 'date' }, text('born.day')),
    ['p', 'born.day', 'Ô của “born.day” trùng tên với ô của “born”; hãy đặt khóa khác.'],
  ],
  [
    'a name that every page needs',
    asking(text('do')),
    ['p', 'do', '“do” là tên mà trang nào cũng dùng; hãy đặt khóa khác.'],
  ],
  ['a page twice', form([page('p', a), page('p', yesNo('b'))]), ['p', '', 'Trang “p” có hai lần.']],
  [
    'a section that there is not',
    form([{ ...page('p', a), section: 'B' }]),
    ['p', '', 'Không có mục “B” trong “sections”. Ý bạn là “A”?'],
  ],
  [
    'a choice twice',
    asking({
      ...a,
      options: [
        { value: 'yes', label: 'Có' },
        { value: 'yes', label: 'Không' },
      ],
    }),
    ['p', 'a', 'Lựa chọn “yes” có hai lần.'],
  ],
  [
    'a first choice that is none',
    asking({ ...a, initial: 'maybe' }),
    ['p', 'a', '“maybe” không có trong các lựa chọn.'],
  ],
  [
    'a least above the most',
    asking({ key: 'n', label: 'Số', type: 'number', min: 5, max: 1 }),
    ['p', 'n', '“min” (5) lớn hơn “max” (1).'],
  ],
  [
    'prefilled with what it cannot take',
    asking({ key: 'tel', label: 'Điện thoại', type: 'phone', prefill: 'birthDate' }),
    ['p', 'tel', '“prefill”: loại phone chỉ nhận phone.'],
  ],
  [
    'a date before what is no date',
    asking(a, {
      key: 'born',
      label: 'Ngày sinh',
      type: 'date',
      before: { field: 'a', message: 'Phải trước.' },
    }),
    ['p', 'born', '“before.field”: “a” phải là câu hỏi loại date hoặc partialDate.'],
  ],
  [
    'words of a sum that is not asked',
    asking({ key: 'line', label: 'Bằng chữ', type: 'computed', compute: { op: 'moneyWords', of: 'sum' } }),
    ['p', 'line', '“compute.of”: Không có câu hỏi “sum” đứng trước.'],
  ],
  [
    'exactly one of what cannot be ticked',
    asking(rows([text('main')], { exactlyOne: { field: 'main', message: 'Chọn một.' } })),
    ['p', 'docs', '“exactlyOne”: “main” phải là một ô đánh dấu (checkbox không có options).'],
  ],
  [
    'a paper twice',
    form([page('p', a)], {
      components: [1, 2].map(() => ({
        key: 'c',
        name: 'Giấy',
        required: true,
        presentOnly: false,
        accept: ['pdf'],
      })),
    }),
    ['', '', 'Giấy tờ “c” có hai lần trong “components”.'],
  ],
  [
    'a paper that is never asked for',
    form([page('p', a)], {
      components: [
        {
          key: 'c',
          name: 'Giấy',
          required: false,
          requiredWhen: { field: 'a', equals: 'ys' },
          presentOnly: false,
          accept: ['pdf'],
        },
      ],
    }),
    [
      '',
      '',
      'Giấy tờ “c”: Điều kiện “requiredWhen”: “ys” không có trong các lựa chọn của “a”. Ý bạn là “yes”?',
    ],
  ],
  [
    'a warning about nothing',
    form([page('p', a)], {
      warnings: [{ id: 'w', field: 'b', when: { field: 'a', equals: 'yes' }, message: 'Xem lại.' }],
    }),
    ['', '', 'Lời nhắc “w”: Không có câu hỏi “b”. Ý bạn là “a”?'],
  ],
  [
    'an end before the beginning',
    form([page('p', a)], { validFrom: '2026-01-01', validTo: '2025-01-01' }),
    ['', '', '“validTo” (2025-01-01) phải sau “validFrom” (2026-01-01).'],
  ],
];

describe('the author reads', () => {
  test.each(WRONG)('%s', (_, json, ...read) => {
    // As from a file: what is undefined is not there.
    const checked = checkForm(JSON.parse(JSON.stringify(json)));
    const faults = checked.ok ? [] : checked.faults;
    expect(faults.map(({ page: id = '', field = '', what }) => [id, field, what])).toEqual(read);
  });
});

describe('what can hold is left alone', () => {
  const shown = (...conditions: Json[]) => conditions.map((condition, at) => when(`w${at}`, condition));
  const birth = { key: 'born', label: 'Ngày sinh', type: 'date' };
  const many = { key: 'many', label: 'Nhiều', type: 'checkbox', options: a.options };
  test.each([
    ['nothing answered', [a, ...shown({ field: 'a', present: false })]],
    [
      'neither of two',
      [a, ...shown({ and: [{ not: { field: 'a', equals: 'yes' } }, { field: 'a', present: true }] })],
    ],
    [
      'both boxes ticked',
      [
        many,
        ...shown({
          and: [
            { field: 'many', equals: 'yes' },
            { field: 'many', equals: 'no' },
          ],
        }),
      ],
    ],
    [
      'an age',
      [
        birth,
        ...shown({
          and: [{ field: 'born', olderThanDays: 60 }, { not: { field: 'born', olderThanDays: 61 } }],
        }),
      ],
    ],
    [
      'two different rows',
      [
        rows([yesNo('old')]),
        ...shown({
          and: [
            { anyRow: 'docs', is: { field: 'old', equals: 'yes' } },
            { anyRow: 'docs', is: { field: 'old', equals: 'no' } },
          ],
        }),
      ],
    ],
    [
      'a question of the same row, and one of the form',
      [
        a,
        rows([
          yesNo('old'),
          when('x', {
            and: [
              { field: 'old', equals: 'yes' },
              { field: 'a', equals: 'no' },
            ],
          }),
        ]),
      ],
    ],
    [
      'a part',
      [
        { key: 'id', label: 'Giấy tờ', type: 'idDoc' },
        ...shown({ field: 'id', part: 'kind', equals: 'passport' }),
      ],
    ],
  ])('%s', (_, fields) => {
    expect(checkForm(asking(...fields))).toMatchObject({ ok: true });
  });
});
