// Loading procedures, the council's amounts, forms and their assignments: what is refused, and what fits together.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { type Given, loadingInto } from '../../tests/support/load-data.ts';

const database = databaseOfFile();
const { counts, faults } = loadingInto(() => database.db);

describe('procedures, forms and fees', () => {
  const seed = async (file: string) =>
    JSON.parse(await readFile(new URL(`../../db/seeds/${file}`, import.meta.url), 'utf8')) as Record<
      string,
      unknown
    >;
  const FEE = 'Lệ phí đăng ký hộ kinh doanh';
  const fee = (from: string, amount: number, more: object = {}) => ({
    decidedFees: [{ fee: FEE, amount, resolution: 'Nghị quyết 12/2026/NQ-HĐND', from, ...more }],
  });

  test('what ships with the program is in already', async () => {
    const given: [string, unknown][] = [];
    for (const file of [
      'reference/holidays.json',
      'reference/agencies.json',
      'reference/result-templates/giay-khai-sinh.json',
      'reference/procedures.json',
      'reference/forms/1.001193.json',
      'reference/form-assignments.json',
      'demo/decided-fees.json',
    ])
      given.push([file, await seed(file)]);
    expect(await counts(given)).toEqual({
      days: '0 0 0 160',
      provinces: expect.stringMatching(/^0 0 0 \d{3}$/u),
      resultTemplates: '0 0 0 1',
      procedures: expect.stringMatching(/^0 0 0 \d{3}$/u),
      decidedFees: '0 0 0 1',
      forms: '0 0 0 1',
      formAssignments: '0 0 0 5',
    });
  });

  test('a decided fee ends the one before it; the earlier file loaded again changes nothing', async () => {
    expect(await counts([['nq.json', fee('2027-01-01', 70_000)]])).toEqual({ decidedFees: '1 0 1 0' });
    const rows = await database.db
      .selectFrom('catalogue.decided_fee')
      .selectAll()
      .orderBy('valid_from')
      .execute();
    expect(rows.map((row) => [row.valid_from, row.valid_to, row.amount])).toEqual([
      ['2021-01-01', '2027-01-01', 100_000],
      ['2027-01-01', null, 70_000],
    ]);
    expect(await counts([['cu.json', await seed('demo/decided-fees.json')]])).toEqual({
      decidedFees: '0 0 0 1',
    });
  });

  test.each<[string, object, string]>([
    [
      'of a fee that is in no procedure',
      { fee: 'Lệ phí gì đó' },
      'decidedFees[0].fee: khoản “Lệ phí gì đó” không có trong thủ tục nào.',
    ],
    [
      'of a fee that a circular fixed',
      { fee: 'Phí chứng thực chữ ký' },
      'decidedFees[0].fee: khoản “Phí chứng thực chữ ký” có mức do trung ương quy định',
    ],
    [
      'that ends before it begins',
      { to: '2026-12-31' },
      'decidedFees[0].to: phải từ ngày “from” (2027-06-01) trở đi.',
    ],
    [
      'that was decided after it began',
      { decidedOn: '2027-06-02' },
      'decidedFees[0].decidedOn: phải là ngày ký nghị quyết, không sau ngày “from” (2027-06-01).',
    ],
    ['below nothing', { amount: -1 }, 'decidedFees[0].amount: phải là số tiền từ 0 đồng.'],
  ])('a decided amount is refused: %s', async (_what, more, said) => {
    expect((await faults([['nq.json', fee('2027-06-01', 1, more)]])).join()).toContain(said);
  });

  const birth = async (more: object = {}) => {
    const { procedures } = (await seed('reference/procedures.json')) as { procedures: { code: string }[] };
    return { procedures: [{ ...procedures.find(({ code }) => code === '1.001193')!, ...more }] };
  };

  test.each<[object, string]>([
    [
      { code: '9-2x' },
      'code: phải là mã thủ tục viết như 1.001193 (một chữ số, dấu chấm, sáu chữ số), hoặc null khi chưa có mã.',
    ],
    [{ audience: ['people'] }, 'audience[0]: chỉ có thể là citizen, business, agency.'],
    [{ essential06: undefined }, 'essential06: bị thiếu, phải là true hoặc false.'],
    [{ serviceLevel: undefined }, 'serviceLevel: bị thiếu, phải là mức độ 1, 2, 3 hoặc 4.'],
    [
      { agencyLevel: undefined },
      'agencyLevel: bị thiếu, chỉ có thể là commune, district, province, ministry.',
    ],
    [{ validFrom: undefined }, 'validFrom: bị thiếu, phải là ngày viết như 2026-11-29.'],
    [{ field: 'Hộ tich' }, 'field: không có lĩnh vực “Hộ tich”; gần nhất là “Hộ tịch”'],
    [{ field: 'Xyz' }, 'field: không có lĩnh vực “Xyz”; chọn một trong đủ'],
  ])('a procedure is refused: %j', async (more, said) => {
    expect((await faults([['tt.json', await birth(more)]])).join()).toContain(`procedures[0].${said}`);
  });

  test('a row of before 01/07/2025 begins no revision that another row begins', async () => {
    const later = await birth({ validFrom: '2024-06-01' });
    expect(await counts([['moi.json', later]], true)).toEqual({ procedures: '1 0 1 1' });
    const both = { procedures: [...(await birth()).procedures, ...later.procedures] };
    expect(await counts([['moi.json', both]], true)).toEqual({ procedures: '1 0 1 1' });
  });

  describe('a form asks only for papers that its procedure lists', () => {
    const paper = (name: string, presentOnly = false) => ({
      name,
      required: true,
      originals: 1,
      copies: 0,
      formCode: null,
      presentOnly,
    });
    const form = async (more: object = {}) => ({
      ...(await seed('reference/forms/2.000815.json')),
      revision: 'thử',
      ...more,
    });
    const ask = (name: string) => ({
      components: [{ key: 'x', name, required: true, presentOnly: false, accept: ['pdf'] }],
    });
    const assign = { procedure: '1.001193', form: '2.000815', revision: 'thử', from: '2027-01-01' };

    test('an assignment of a form that asks for another is refused', async () => {
      const [said, ...others] = await faults([
        ['form.json', await form(ask('Giấy lạ'))],
        ['gan.json', { formAssignments: [assign] }],
      ]);
      expect(others).toEqual([]);
      expect(said).toContain(
        'gan.json, dòng 5, formAssignments[0].form: tờ khai “2.000815” bản “thử” đòi giấy tờ “Giấy lạ” mà thủ tục 1.001193 không có từ ngày 2027-01-01; thủ tục có: “Tờ khai đăng ký khai sinh”, “Giấy chứng sinh',
      );
    });

    test('a paper that is only shown may not be asked for as a file', async () => {
      const said = await faults([
        ['form.json', await form(ask('Giấy tờ tùy thân (CCCD/căn cước/hộ chiếu) – xuất trình'))],
        ['gan.json', { formAssignments: [assign] }],
      ]);
      expect(said.join()).toContain('phải có “presentOnly” là true: thủ tục 1.001193 ghi là chỉ xuất trình');
    });

    test('a correction of a form in force is refused', async () => {
      const said = await faults([['form.json', await form({ ...ask('Giấy lạ'), revision: '2020' })]]);
      expect(said).toEqual([
        expect.stringMatching(
          /^form\.json, dòng \d+, components\[0\]\.name: .*“Giấy lạ” mà thủ tục 2\.000815/u,
        ),
      ]);
    });

    test('a procedure may not lose a paper for which a form in force asks; it may under a form of its own', async () => {
      const changed = await birth({ validFrom: '2027-03-01', components: [paper('Giấy mới')] });
      const said = await faults([['tt.json', changed]]);
      expect(said.length).toBeGreaterThan(0);
      expect(said[0]).toContain(
        'procedures[0].components: tờ khai “1.001193” bản “2024” đòi giấy tờ “Tờ khai đăng ký khai sinh” mà thủ tục 1.001193 không có từ ngày 2027-03-01; thủ tục có: “Giấy mới”.',
      );
      const own = { formAssignments: [{ ...assign, from: '2027-03-01' }] };
      const given: Given = [
        ['tt.json', changed],
        ['form.json', await form(ask('Giấy mới'))],
        ['gan.json', own],
      ];
      expect(await counts(given, true)).toEqual({
        procedures: '1 0 1 0',
        forms: '1 0 0 0',
        formAssignments: '1 0 1 0',
      });
    });
  });

  test('a form with a fault is refused in words for its author, by line', async () => {
    const form = await seed('reference/forms/generic.json');
    const wrong = JSON.stringify({ ...form, revision: '2' }, null, 2).replace(
      '"type": "personName"',
      '"type": "persnName"',
    );
    const line = wrong.slice(0, wrong.indexOf('persnName')).split('\n').length;
    expect(await faults([['phieu.json', wrong]])).toEqual([
      expect.stringMatching(
        new RegExp(
          `^phieu\\.json, dòng ${line}, pages\\[0\\]\\.fields\\[1\\]\\.type: trang “requester”, câu hỏi “requester\\.fullName”: .*Ý bạn là “personName”`,
          'u',
        ),
      ),
    ]);
  });

  test('an assignment names a procedure and a form that are there', async () => {
    const row = { procedure: '9.999999', form: 'generic', revision: 'x', from: '2027-01-01' };
    expect(await faults([['gan.json', { formAssignments: [row] }]])).toEqual([
      'gan.json, dòng 4, formAssignments[0].procedure: không có thủ tục này.',
      'gan.json, dòng 5, formAssignments[0].form: chưa có tờ khai “generic” bản “x”; hãy nạp nó cùng lượt hoặc trước.',
    ]);
  });
});
