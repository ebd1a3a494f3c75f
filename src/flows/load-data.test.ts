// Loading a province's data: all or nothing, told before it is done, refused at its place, the same again changes nothing.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { type Given, loadingInto } from '../../tests/support/load-data.ts';
import { readDataFile, sayFault } from '../platform/data/index.ts';
import { referenceVersion } from '../platform/reference.ts';

const database = databaseOfFile();
const { load, counts, faults } = loadingInto(() => database.db);

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
  const gone: Given = [['b.json', { days: [{ date: '2032-02-11', kind: 'none' }] }]];
  const report = await load(gone, true);
  expect(report.ok && report.kinds[0]?.changes).toEqual([
    { what: 'ended', row: '2032-02-11 Tết Nguyên đán' },
  ]);
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

test.each([
  ['nothing', '', 'x.json: là tệp trống.'],
  ['white space', ' \n\t', 'x.json: là tệp trống.'],
  ['a table', 'ma,ten\nH05,Bac Ninh\n', 'x.json: không phải tệp JSON mà giống một bảng tính (CSV)'],
  ['a table with semicolons', '"mã";"tên"\n"H05";"Bắc Ninh"\n', 'giống một bảng tính (CSV)'],
  ['a spreadsheet', 'PK\u0003\u0004\u0014', 'x.json: là tệp Excel, Word hoặc tệp nén'],
  ['a page', '<!doctype html>', 'x.json: không phải tệp JSON: tệp dữ liệu bắt đầu bằng dấu {'],
])('not read: %s', (_what, text, said) => {
  const read = readDataFile('x.json', Buffer.from(text));
  expect(read.ok ? '' : read.faults.map(sayFault).join()).toContain(said);
});

test('not read: bytes that are no UTF-8', () => {
  const read = readDataFile('x.json', Buffer.from([0x7b, 0xff, 0x7d]));
  expect(read.ok ? '' : read.faults.map(sayFault).join()).toContain('UTF-8');
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
      'version: mẫu “thong-bao-ket-qua” bản 2 đã nạp với nội dung khác',
    );
  });
});
