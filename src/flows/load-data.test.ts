// Loading a province's data: all or nothing, told before it is done, refused at its place, the same again changes nothing.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { readDataFile, sayFault } from '../platform/data/index.ts';
import { referenceVersion } from '../platform/reference.ts';
import { countsOf, loadData } from './load-data.ts';

const database = databaseOfFile();
const now = Temporal.Instant.from('2026-11-30T02:00:00Z');

type Given = readonly (readonly [name: string, content: unknown])[];

function load(given: Given, dryRun = false) {
  const files = given.map(([name, content]) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
    const read = readDataFile(name, Buffer.from(text));
    if (!read.ok) throw new Error(read.faults.map(sayFault).join('\n'));
    return read.file;
  });
  return loadData({ db: database.db, now, account: 'test', files, dryRun });
}

async function counts(given: Given, dryRun = false) {
  const report = await load(given, dryRun);
  if (!report.ok) throw new Error(report.faults.map(sayFault).join('\n'));
  return Object.fromEntries(
    report.kinds.map((kind) => [kind.section, Object.values(countsOf(kind)).join(' ')]),
  );
}

async function faults(given: Given): Promise<string[]> {
  const report = await load(given);
  return report.ok ? [] : report.faults.map(sayFault);
}

const facts = () =>
  database.db
    .selectFrom('journal.fact')
    .select('body')
    .where('stream', '=', 'reference')
    .orderBy('seq')
    .execute();
const holidays = () => database.db.selectFrom('agencies.holiday').selectAll().orderBy('date').execute();

const day = (date: string, more: object = {}) => ({
  date,
  code: 'TET',
  name: 'Tết Nguyên đán',
  kind: 'holiday',
  status: 'official',
  basis: 'Thông báo năm 2031',
  ...more,
});

test('a dry run tells what a load would do and changes nothing; the load does it; again it changes nothing', async () => {
  const given: Given = [['ngay-nghi.json', { days: [day('2031-01-23'), day('2031-01-24')] }]];
  const all = async () => ({
    holidays: await holidays(),
    facts: await facts(),
    version: await referenceVersion(database.db),
  });
  const before = await all();
  expect(await counts(given, true)).toEqual({ days: '2 0 0 0' });
  expect(await all()).toEqual(before);

  expect(await counts(given)).toEqual({ days: '2 0 0 0' });
  const after = await all();
  expect(after.facts).toHaveLength(before.facts.length + 1);
  expect(JSON.parse(after.facts.at(-1)!.body).data).toEqual({
    account: 'test',
    files: [expect.stringMatching(/^[0-9a-f]{64}$/u)],
    rows: { days: { added: 2, changed: 0, ended: 0, unchanged: 0 } },
  });

  expect(await counts(given)).toEqual({ days: '0 0 0 2' });
  expect(await all()).toEqual(after);
});

test('a day off that is none after all is taken away', async () => {
  await load([['a.json', { days: [day('2032-02-11')] }]]);
  const gone: Given = [['b.json', { days: [day('2032-02-11', { kind: 'none' })] }]];
  expect(await counts(gone)).toEqual({ days: '0 0 1 0' });
  expect((await holidays()).map((row) => row.date)).not.toContain('2032-02-11');
  expect(await counts(gone)).toEqual({ days: '0 0 0 1' });
});

test('one wrong field among three files: nothing is loaded, and the sentence names file, line and field', async () => {
  const before = await holidays();
  const given: Given = [
    ['mot.json', { days: [day('2033-01-01')] }],
    [
      'hai.json',
      `{ "days": [\n  ${JSON.stringify(day('2033-01-02'))},\n  {\n    "date": "2033-01-03",\n    "code": "X", "name": "Y",\n    "kind": "nghỉ", "status": "official", "basis": "Z"\n  }\n] }`,
    ],
    ['ba.json', { days: [day('2033-01-04')] }],
  ];
  expect(await faults(given)).toEqual([
    'hai.json, dòng 6, days[1].kind: chỉ có thể là holiday, make-up, swap-off, swap-work, none.',
  ]);
  expect(await holidays()).toEqual(before);
});

test.each<[string, Given, string[]]>([
  [
    'a member that there is not',
    [['x.json', { days: [day('2033-01-01', { tên: 'x' })] }]],
    ['x.json, dòng 3, days[0]: không có mục “tên”.'],
  ],
  [
    'a kind that there is not',
    [['x.json', { ngayNghi: [] }]],
    [expect.stringContaining('x.json, dòng 2, ngayNghi: không có loại dữ liệu này; có days')],
  ],
  ['no list', [['x.json', { days: {} }]], ['x.json, dòng 2, days: phải là danh sách trong ngoặc vuông [ ].']],
  ['no group', [['x.json', []]], ['x.json, dòng 1: phải là nhóm mục trong ngoặc nhọn { }.']],
  [
    'a day that is none',
    [['x.json', { days: [day('2033-02-29')] }]],
    ['x.json, dòng 4, days[0].date: phải là ngày viết như 2026-11-29.'],
  ],
  [
    'something missing',
    [['x.json', { days: [day('2033-02-01', { basis: undefined })] }]],
    ['x.json, dòng 3, days[0].basis: bị thiếu, phải là chữ, đặt trong ngoặc kép.'],
  ],
  [
    'a row twice, in two files',
    [
      ['x.json', { days: [day('2033-02-01')] }],
      ['y.json', { days: [day('2033-02-01')] }],
    ],
    ['y.json, dòng 3, days[0]: đã có ở một dòng trước.'],
  ],
])('refused: %s', async (_what, given, expected) => {
  expect(await faults(given)).toEqual(expected);
});

test.each([
  ['{ "days": [ }', 'x.json, dòng 1: không đọc được như JSON, từ cột 13'],
  ['{\n "days": [\n', 'x.json, dòng 2: không đọc được như JSON'],
  ['{ "days": [],\n "days": [] }', 'x.json, dòng 2, days: có hai lần trong cùng một nhóm.'],
])('not read: %j', (text, said) => {
  const read = readDataFile('x.json', Buffer.from(text));
  expect(read.ok ? '' : read.faults.map(sayFault).join()).toContain(said);
});

test('not read: bytes that are no UTF-8', () => {
  const read = readDataFile('x.json', Buffer.from([0x7b, 0xff, 0x7d]));
  expect(read.ok ? '' : read.faults.map(sayFault).join()).toContain('UTF-8');
});

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

describe('agencies and their accounts', () => {
  const payee = (more: object) => ({
    payees: [
      {
        agency: 'H05',
        bin: '970415',
        account: '113000123456',
        holder: 'UBND TINH BAC NINH',
        from: '2026-12-01',
        ...more,
      },
    ],
  });

  test('an account ends the one before it; details of an agency outlive the pattern it was made from', async () => {
    expect(await counts([['tk.json', payee({})]])).toEqual({ payees: '1 0 1 0' });
    expect(await counts([['tk.json', payee({})]])).toEqual({ payees: '0 0 0 1' });
    const details: Given = [
      [
        'gio.json',
        {
          agencies: [
            { code: 'H05*', on: '2026-11-30', phone: '1900' },
            { code: 'H05', on: '2026-11-30', phone: '1901' },
          ],
        },
      ],
    ];
    const said = (await counts(details)).agencies as string;
    expect(said).toMatch(/^0 \d{3} 0 0$/u);
    expect((await counts(details)).agencies).toBe(`0 0 0 ${said.split(' ')[1]}`);
    const made = await readFile(new URL('../../db/seeds/reference/agencies.json', import.meta.url), 'utf8');
    expect((await counts([['agencies.json', made]])).provinces).toMatch(/^0 0 0/u);
  });

  test.each([
    [{ bin: '000000' }, 'payees[0].bin: không có ngân hàng nào mang mã BIN này.'],
    [{ agency: 'H99' }, 'payees[0].agency: không có cơ quan nào mang mã này vào ngày 2026-12-01.'],
    [{ holder: 'Ủy ban' }, 'payees[0].holder: phải là tên chủ tài khoản viết hoa không dấu'],
  ])('an account is refused: %j', async (more, said) => {
    expect((await faults([['tk.json', payee(more)]])).join()).toContain(said);
  });

  test('hours that overlap are refused in their words', async () => {
    const row = { code: 'H05', on: '2026-11-30', sessions: '07:30-11:30,11:00-17:00' };
    expect((await faults([['gio.json', { agencies: [row] }]])).join()).toContain(
      'agencies[0].sessions: Các buổi làm việc',
    );
  });

  test('another text under a version of a template that is in use is refused', async () => {
    const text = await readFile(
      new URL('../../db/seeds/reference/result-templates/thong-bao-ket-qua.json', import.meta.url),
      'utf8',
    );
    expect((await faults([['mau.json', text.replace('"Thông báo"', '"Thông báo khác"')]])).join()).toContain(
      'version: mẫu “thong-bao-ket-qua” bản 1 đã nạp với nội dung khác',
    );
  });
});
