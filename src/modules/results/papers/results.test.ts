// Result documents: no template with a hole in it is taken, and no paper with a hole in it is made.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  missingValues,
  parseResultTemplate,
  prefillResult,
  proofsOf,
  type ResultTemplate,
  readResultTemplates,
  renderResult,
  templateFor,
} from './index.ts';
import { sampleResult, VALUES } from './sample-results.ts';
import { fill } from './template.ts';

const TEMPLATES = readResultTemplates(
  join(import.meta.dirname, '../../../../db/seeds/reference/result-templates'),
);
const named = (id: string): ResultTemplate => {
  const found = TEMPLATES.find((template) => template.id === id);
  if (!found) throw new Error(id);
  return found;
};

const small = {
  id: 'thu',
  version: 1,
  procedures: [],
  title: 'Giấy',
  numberSuffix: '',
  legalBasis: [],
  inputs: [{ name: 'who', label: 'Ai' }],
  blocks: [{ kind: 'paragraph', text: 'Cấp cho {{who}}.' }],
  signerTitle: ['CHỦ TỊCH'],
  recipients: [],
};

describe('a template', () => {
  it.each([
    ['1.001193', 'giay-khai-sinh'],
    ['2.000815', 'loi-chung-ban-sao'],
    ['1.001612', 'giay-chung-nhan-ho-kinh-doanh'],
    ['1.004873', 'thong-bao-ket-qua'],
  ])('of procedure %s is %s', (code, id) => {
    expect(templateFor(TEMPLATES, code).id).toBe(id);
  });

  it.each<[string, object, RegExp]>([
    [
      'a placeholder that nobody fills',
      { blocks: [{ kind: 'paragraph', text: '{{who}} {{when}}' }] },
      /“when” không có trong/u,
    ],
    ['a placeholder in the title that nobody fills', { title: 'Giấy {{x}}' }, /“x” không có trong/u],
    [
      'an input that nothing uses',
      { blocks: [{ kind: 'paragraph', text: 'trống' }] },
      /“who” không được dùng/u,
    ],
    [
      'a table over no list',
      {
        blocks: [
          { kind: 'paragraph', text: '{{who}}' },
          { kind: 'table', each: 'rows', columns: [{ title: 'a', value: '{{#}}', share: 1 }] },
        ],
      },
      /“rows” không phải là danh sách/u,
    ],
    [
      'a condition on nothing',
      { blocks: [{ kind: 'paragraph', text: '{{who}}', when: 'x' }] },
      /điều kiện “x”/u,
    ],
    ['an unknown block', { blocks: [{ kind: 'image' }] }, /blocks/u],
    ['a misspelt member', { blocks: [{ kind: 'paragraph', text: '{{who}}', aling: 'left' }] }, /aling/u],
    ['nobody who signs', { signerTitle: [] }, /signerTitle/u],
  ])('with %s is refused', (_, change, fault) => {
    expect(parseResultTemplate(small).id).toBe('thu');
    expect(() => parseResultTemplate({ ...small, ...change })).toThrow(fault);
  });
});

describe('a result', () => {
  it.each(TEMPLATES.map((template) => template.id))('%s is made, the same each time', async (id) => {
    const one = await renderResult(named(id), sampleResult(id));
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.equals(await renderResult(named(id), sampleResult(id)))).toBe(true);
  });

  it('is not made while a value is missing; the names are told', async () => {
    const { 'child.gender': _, ...rest } = VALUES['giay-khai-sinh'] ?? {};
    const values = { ...rest, 'child.ethnic': ' ' };
    expect(missingValues(named('giay-khai-sinh'), values)).toEqual(['child.gender', 'child.ethnic']);
    const data = { ...sampleResult('giay-khai-sinh'), values };
    await expect(renderResult(named('giay-khai-sinh'), data)).rejects.toThrow('child.gender, child.ethnic');
  });

  it('takes an optional value that is empty, not one that is absent', () => {
    const values = { ...(VALUES['giay-khai-sinh'] ?? {}), 'father.fullName': '' };
    expect(missingValues(named('giay-khai-sinh'), values)).toEqual([]);
    const { 'father.fullName': _, ...absent } = values;
    expect(missingValues(named('giay-khai-sinh'), absent)).toEqual(['father.fullName']);
  });

  it('takes what a person typed for what it is, never for a template', () => {
    const template = parseResultTemplate(small);
    for (const who of ['An {{who}}', '{{', '}} {{#}}', '$& $1'])
      expect([missingValues(template, { who }), fill('Cấp cho {{who}}.', () => who)]).toEqual([
        [],
        `Cấp cho ${who}.`,
      ]);
  });

  it('is not made from a template with broken braces', async () => {
    const template = parseResultTemplate({
      ...small,
      blocks: [{ kind: 'paragraph', text: '{{who}} {{who' }],
    });
    const data = { ...sampleResult('thong-bao-ket-qua'), values: { who: 'An' } };
    await expect(renderResult(template, data)).rejects.toThrow('braces left over');
  });

  it('does not take names from the language itself for values', async () => {
    const template = parseResultTemplate({
      ...small,
      inputs: [{ name: 'constructor', label: 'x', optional: true }],
      blocks: [{ kind: 'paragraph', text: '{{constructor}}' }],
    });
    expect(missingValues(template, {})).toEqual(['constructor']);
  });

  it('needs a row where a list is required', () => {
    const values = { ...(VALUES['loi-chung-ban-sao'] ?? {}), docs: [] };
    expect(missingValues(named('loi-chung-ban-sao'), values)).toEqual(['docs']);
  });
});

describe('first values from what was filed', () => {
  it('joins, puts in capitals, reads rows, leaves unanswered ones empty', () => {
    const birth = prefillResult(named('giay-khai-sinh'), [
      { key: 'child.surname', value: 'Nguyễn' },
      { key: 'child.given', value: 'Chi' },
      { key: 'child.birthFacility', value: 'Trung tâm Y tế Hiệp Hòa' },
      { key: 'child.birthPlace', value: 'xã Hiệp Hòa, tỉnh Bắc Ninh' },
    ]);
    expect(birth).toMatchObject({
      'child.fullName': 'NGUYỄN CHI',
      'child.birthPlace': 'Trung tâm Y tế Hiệp Hòa, xã Hiệp Hòa, tỉnh Bắc Ninh',
      'child.gender': '',
    });
    const copies = prefillResult(named('loi-chung-ban-sao'), [
      { key: 'docs[r1].title', value: 'Bằng tốt nghiệp' },
      { key: 'docs[r1].docNumber', value: 'B 1' },
      { key: 'docs[r1].issuer', value: 'Sở Giáo dục' },
      { key: 'docs[r4].title', value: 'Giấy phép lái xe' },
    ]);
    expect(copies.docs).toEqual([
      { title: 'Bằng tốt nghiệp', docNumber: 'B 1, Sở Giáo dục', pages: '', copies: '' },
      { title: 'Giấy phép lái xe', docNumber: '', pages: '', copies: '' },
    ]);
  });

  it('shows whoever checks a paper enough of it to see another’s name on a true number', () => {
    const proofs = (id: string) => proofsOf({ template: named(id), data: sampleResult(id) });
    expect(proofs('giay-khai-sinh')).toEqual([
      { label: 'Họ, chữ đệm, tên của trẻ', value: expect.stringMatching(/^(?:\p{Lu}… )+\p{Lu}+$/u) },
      { label: 'Ngày, tháng, năm sinh của trẻ', value: expect.stringMatching(/^••\/\d\d\/\d{4}$/u) },
    ]);
    for (const { id } of TEMPLATES) expect(proofs(id).length).toBeGreaterThan(0);
  });

  it('falls back where the person said "the same"', () => {
    const values = prefillResult(named('giay-chung-nhan-ho-kinh-doanh'), [
      { key: 'owner.permanentAddress', value: 'Thôn Đông' },
    ]);
    expect(values['owner.contactAddress']).toBe('Thôn Đông');
  });
});
