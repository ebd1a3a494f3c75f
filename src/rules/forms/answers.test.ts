// Answers on their way: what is taken for answers at all, rows that come and go, how they are said, and what is sent.
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  addRow,
  appointmentOf,
  box,
  boxName,
  idOf,
  isAnswers,
  keepingAppointment,
  pageView,
  prefill,
  type RepeatField,
  readPage,
  rowIdOf,
  rowName,
  rowsOf,
  seal,
  summary,
} from './index.ts';
import { ctx, docs, formOf, rows, text, yesNo } from './small-forms.fixture.ts';

describe('JSON is answers', () => {
  test.each<[string, unknown]>([
    ['nothing answered', {}],
    ['a text, a number, a tick', { a: 'x', b: 1, c: true }],
    ['several ticks', { a: ['x', 'y'] }],
    ['an address', { a: { unitCode: null, asOf: null, unitName: 'x', detail: '' } }],
    ['rows', { a: { next: 2, rows: [{ id: 'r1', answers: { b: 'x' } }] } }],
  ])('%s', (_what, json) => expect(isAnswers(json)).toBe(true));

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', ['x']],
    ['an answer of nothing', { a: null }],
    ['a list of numbers', { a: [1] }],
    ['rows that are no list', { a: { next: 1, rows: 'x' } }],
    ['a row that is no row', { a: { next: 1, rows: ['x'] } }],
    ['a row of nothing', { a: { next: 1, rows: [null] } }],
    ['a row without answers', { a: { next: 1, rows: [{ id: 'r1' }] } }],
    ['a row with an answer of nothing', { a: { next: 1, rows: [{ id: 'r1', answers: { b: null } }] } }],
    ['one wrong among right ones', { a: 'x', b: null }],
  ])('but not %s', (_what, json) => expect(isAnswers(json)).toBe(false));
});

describe('a box', () => {
  test('posted twice counts with its last text, one not posted is empty', () => {
    expect(box({ a: ['một', 'hai'] }, 'a')).toBe('hai');
    expect([box({}, 'a'), box({ a: 1 }, 'a'), box({}, 'toString')]).toEqual(['', '', '']);
  });

  test('has a name and an id that belong together', () => {
    expect([boxName('a.b', ''), boxName('a.b', 'day'), rowName('docs', 'r1', 'title')]).toEqual([
      'a.b',
      'a.b.day',
      'docs[r1].title',
    ]);
    expect([idOf('docs[r1].title'), idOf('a.b.day'), rowIdOf('docs', 'r1')]).toEqual([
      'docs-r1-title',
      'a-b-day',
      'docs-r1',
    ]);
  });
});

describe('rows', () => {
  const form = formOf([docs()]);
  const read = (posted: Record<string, string>, before: Answers = {}) =>
    readPage(form, 'p1', posted, before, ctx).answers.docs;

  test('are found by the names of their boxes where the list of rows was not posted', () => {
    expect(read({ 'docs[r1].title': 'Bằng lái', 'docs[r4].title': 'Hộ chiếu' })).toEqual({
      next: 5,
      rows: [
        { id: 'r1', answers: { title: 'Bằng lái' } },
        { id: 'r4', answers: { title: 'Hộ chiếu' } },
      ],
    });
  });

  test('stay as they were where nothing of them was posted', () => {
    const before = { docs: rows({ title: 'Bằng lái' }) };
    expect(read({}, before)).toEqual(before.docs);
    expect(read({ 'docs.rows': '' }, before)).toEqual({ next: 1, rows: [] });
  });

  test('the next number is as posted, but never one that a row has or that nobody could mean', () => {
    const next = (posted: string, list = 'r1,r2') =>
      (read({ 'docs.rows': list, 'docs.next': posted }) as { next: number }).next;
    expect([next('7'), next('1'), next(''), next('x'), next('1e9'), next('-4', '')]).toEqual([
      7, 3, 3, 3, 3, 1,
    ]);
  });

  test('strange ids and ids given twice are not read', () => {
    const ids = (list: string) =>
      rowsOf(readPage(form, 'p1', { 'docs.rows': list }, {}, ctx).answers, 'docs').map(({ id }) => id);
    expect(ids('r2,r1,r2,R3,r 4,,r123456789,__proto__')).toEqual(['r2', 'r1']);
  });

  test('a form begins with as many as it must have, each as a row begins, and with none where none is needed', () => {
    const first = { ...yesNo('kind'), initial: 'no' };
    expect(prefill(formOf([docs({ min: 2, fields: [first] })]), {}).docs).toEqual(
      rows({ kind: 'no' }, { kind: 'no' }),
    );
    expect(prefill(formOf([docs({ min: 0 })]), {})).toEqual({});
  });

  test('one may be added up to the most, and removed down to the least', () => {
    const shown = (count: number) => {
      const answers = { docs: rows(...Array.from({ length: count }, () => ({}))) };
      const [field] = pageView(form, 'p1', answers, ctx).fields;
      return field?.is === 'repeat'
        ? [field.canAdd, field.canRemove, field.rows.map(({ title }) => title)]
        : [];
    };
    expect(shown(1)).toEqual([true, false, ['Giấy tờ 1']]);
    expect(shown(2)).toEqual([true, true, ['Giấy tờ 1', 'Giấy tờ 2']]);
    expect(shown(3)).toEqual([false, true, ['Giấy tờ 1', 'Giấy tờ 2', 'Giấy tờ 3']]);
    const full = { docs: rows({}, {}, {}) };
    expect(addRow(full, docs() as unknown as RepeatField, {})).toBe(full);
  });
});

describe('in words', () => {
  const place = { unitCode: '07846', asOf: '2025-06-30', unitName: 'Xã Cũ', detail: 'thôn Đông' };
  const said = (field: object, value: unknown, from = ctx) =>
    summary(formOf([{ key: 'f', label: 'f', ...field }]), { f: value } as Answers, from)[0]?.rows[0];

  test('a place is its detail and its name as it is called now, abroad its country', () => {
    const unit = () => ({ code: '07846', asOf: '2025-06-30', name: 'Xã Mới' });
    expect(said({ type: 'address' }, place)?.value).toBe('thôn Đông, Xã Cũ');
    expect(said({ type: 'address' }, place, { ...ctx, unit })?.value).toBe('thôn Đông, Xã Mới');
    expect(said({ type: 'address' }, { ...place, detail: '' })?.value).toBe('Xã Cũ');
    expect(said({ type: 'address', abroad: true }, { country: 'LA', detail: 'Viêng Chăn' })?.value).toBe(
      'Viêng Chăn, Lào',
    );
  });

  test('what was not answered is said so, and marked', () => {
    expect(said({ type: 'text' }, undefined)).toMatchObject({
      value: 'Không khai',
      answered: false,
      pageId: 'p1',
    });
    expect(said({ type: 'text' }, 'x')).toMatchObject({ value: 'x', answered: true, pageId: 'p1' });
    expect(said({ type: 'checkbox' }, undefined)).toMatchObject({ value: 'Không đánh dấu', answered: false });
    expect(said(docs({ key: 'f' }), rows())).toMatchObject({ value: 'Không khai', answered: false });
    expect(said({ type: 'text' }, undefined, { ...ctx, language: 'en' })?.value).toBe('Not given');
  });

  test('a tick has a mark for a column of a paper, nothing else has', () => {
    expect(said({ type: 'checkbox' }, true)).toMatchObject({ value: 'Đã đánh dấu', mark: 'x' });
    expect(said({ type: 'checkbox' }, undefined)).not.toHaveProperty('mark');
    expect(said({ type: 'text' }, 'x')).not.toHaveProperty('mark');
  });

  test('an identity paper is said with as much as is known of it, in either language', () => {
    const paper = { kind: 'passport', number: 'B1234567' };
    const all = { ...paper, issuedOn: '2021-06-01', issuedBy: 'Cục', validUntil: '2031-06-01' };
    const english = { ...ctx, language: 'en' } as const;
    expect(said({ type: 'idDoc' }, paper)?.value).toBe('Hộ chiếu số B1234567');
    expect(said({ type: 'idDoc' }, paper, english)?.value).toBe('Hộ chiếu no. B1234567');
    expect(said({ type: 'idDoc' }, all)?.value).toBe(
      'Hộ chiếu số B1234567, cấp ngày 01/06/2021, nơi cấp: Cục, có giá trị đến 01/06/2031',
    );
    expect(said({ type: 'idDoc' }, all, english)?.value).toBe(
      'Hộ chiếu no. B1234567, issued 01/06/2021, place of issue: Cục, valid until 01/06/2031',
    );
  });

  test('what is not finished is said as it was typed', () => {
    expect(said({ type: 'date' }, { typed: { day: '31', month: '2' } })?.value).toBe('31 2');
  });

  test('rows are told apart by their number, and by the form’s name for them', () => {
    const all = summary(formOf([docs()]), { docs: rows({ title: 'a' }, { title: 'khác' }) }, ctx);
    expect(all.map(({ id }) => id)).toEqual(['A']);
    expect(all[0]?.rows.map(({ key, group }) => [key, group])).toEqual([
      ['docs[r1].title', 'Giấy tờ 1'],
      ['docs[r2].title', 'Giấy tờ 2'],
      ['docs[r2].more', 'Giấy tờ 2'],
    ]);
  });
});

test('of rows too only what is seen is sent, under the ids they had', () => {
  const answers = {
    docs: rows({ title: 'a', more: 'ẩn', strange: 'x' }, { title: 'khác', more: 'thấy' }),
    gone: 'x',
  };
  expect(seal(formOf([docs()]), answers, ctx)).toEqual({
    docs: rows({ title: 'a' }, { title: 'khác', more: 'thấy' }),
  });
});

describe('an appointment', () => {
  const when = '2026-11-24T13:30/17:30';
  const form = formOf([text('a')], [{ key: 'visit', label: 'Buổi hẹn', type: 'appointment' }]);
  test('is what the form’s question for it was answered with', () => {
    expect(appointmentOf(form, { a: 'x', visit: when })).toBe(when);
    expect(appointmentOf(form, { a: 'x' })).toBeNull();
    expect(appointmentOf(formOf([text('a')]), { visit: when })).toBeNull();
  });

  test('made before stays good, each half-day stands once in the calendar, and nothing is added for none', () => {
    const open = { ...ctx, halfDays: () => ['2026-11-25T07:30/11:30', when] };
    expect(keepingAppointment(open, '2026-11-20T07:30/11:30').halfDays?.()).toEqual([
      '2026-11-20T07:30/11:30',
      '2026-11-25T07:30/11:30',
      when,
    ]);
    expect(keepingAppointment(open, when).halfDays?.()).toHaveLength(2);
    expect(keepingAppointment(open, null)).toBe(open);
    expect(keepingAppointment(ctx, when)).toBe(ctx);
  });
});
