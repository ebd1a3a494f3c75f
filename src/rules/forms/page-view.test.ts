// What stands on a page: under which choice a question hangs, what is in its boxes, and which page comes next.
import { describe, expect, test } from 'vitest';
import { type Answers, nextPage, pageBoxes, pageView, previousPage, visiblePages } from './index.ts';
import { ctx, docs, formOf, rows, text, yesNo } from './small-forms.fixture.ts';

describe('on its page', () => {
  test('a question that depends on a choice beside it hangs under that choice', () => {
    const under = { visibleWhen: { field: 'a', equals: 'yes' } };
    const many = { visibleWhen: { field: 'a', in: ['yes', 'no'] } };
    const one = { visibleWhen: { field: 'a', in: ['no'] } };
    const form = formOf([
      yesNo('a'),
      text('b', under),
      text('c', many),
      text('d', one),
      text('e', { visibleWhen: { field: 'b', equals: 'yes' } }),
    ]);
    const fields = pageView(form, 'p1', {}, ctx).fields.map((field) => [
      field.name,
      field.is === 'input' && field.under,
    ]);
    expect(fields).toEqual([
      ['a', undefined],
      ['b', { name: 'a', values: ['yes'] }],
      ['c', undefined],
      ['d', { name: 'a', values: ['no'] }],
      ['e', undefined],
    ]);
  });

  test('in a row it hangs under the choice of its own row', () => {
    const fields = [yesNo('kind'), text('why', { visibleWhen: { field: 'kind', equals: 'no' } })];
    const [field] = pageView(formOf([docs({ fields })]), 'p1', { docs: rows({}, {}) }, ctx).fields;
    const shown = field?.is === 'repeat' ? field.rows.map((row) => row.fields[1]) : [];
    expect(shown).toMatchObject([
      { name: 'docs[r1].why', under: { name: 'docs[r1].kind', values: ['no'] } },
      { name: 'docs[r2].why', under: { name: 'docs[r2].kind', values: ['no'] } },
    ]);
  });

  test('one that depends on another page is there or not', () => {
    const form = formOf([yesNo('a')], [text('b', { visibleWhen: { field: 'a', equals: 'yes' } }), text('c')]);
    const names = (answers: Answers) => pageView(form, 'p2', answers, ctx).fields.map(({ name }) => name);
    expect(names({ a: 'yes' })).toEqual(['b', 'c']);
    expect(names({ a: 'no' })).toEqual(['c']);
  });

  test('a line of the machine is shown once it has something to say', () => {
    const words = { key: 'w', label: 'Bằng chữ', type: 'computed', compute: { op: 'moneyWords', of: 'm' } };
    const form = formOf([{ key: 'm', label: 'Số tiền', type: 'money' }, words]);
    expect(pageView(form, 'p1', { m: 8000 }, ctx).fields[1]).toEqual({
      is: 'computed',
      label: 'Bằng chữ',
      name: 'w',
      text: 'Tám nghìn đồng',
    });
    expect(pageView(form, 'p1', {}, ctx).fields).toHaveLength(1);
    expect(pageBoxes(form, 'p1', { m: 8000, w: 'x' })).toEqual({ m: '8.000' });
  });

  test('what was answered and what was typed wrongly stand in the boxes', () => {
    const form = formOf([text('a'), { key: 'd', label: 'Ngày', type: 'date' }, text('b')]);
    const { fields } = pageView(form, 'p1', { a: 'x', d: { typed: { day: '31', month: '2' } } }, ctx);
    expect(fields.map((field) => field.is === 'input' && field.boxes)).toEqual([
      { '': 'x' },
      { day: '31', month: '2' },
      {},
    ]);
  });

  test('a paper without day of issue has empty boxes for it', () => {
    const form = formOf([{ key: 'id', label: 'Giấy tờ', type: 'idDoc', issue: 'optional' }]);
    const boxes = pageBoxes(form, 'p1', { id: { kind: 'cccd', number: '024090000001' } });
    expect(boxes).toMatchObject({ 'id.issuedOn.day': '', 'id.issuedOn.month': '', 'id.issuedOn.year': '' });
  });
});

test('pages follow one another as they are asked, those with nothing to ask are passed over', () => {
  const line = { key: 'd', label: 'Ngày', type: 'computed', compute: { op: 'today' } };
  const late = { visibleWhen: { field: 'born', olderThanDays: 60 } };
  const form = formOf(
    [{ key: 'born', label: 'Ngày sinh', type: 'date' }],
    [line],
    [text('why', late)],
    [text('end')],
  );
  const ids = (born: string) => visiblePages(form, { born }, ctx).map(({ id }) => id);
  expect(ids('2026-01-01')).toEqual(['p1', 'p3', 'p4']);
  expect(ids('2026-11-01')).toEqual(['p1', 'p4']);
  const around = (id: string) => [previousPage(form, {}, id, ctx)?.id, nextPage(form, {}, id, ctx)?.id];
  expect([around('p1'), around('p3'), around('p4')]).toEqual([
    [undefined, 'p4'],
    ['p1', 'p4'],
    ['p1', undefined],
  ]);
  expect(() => nextPage(form, {}, 'p9', ctx)).toThrow('p9');
});
