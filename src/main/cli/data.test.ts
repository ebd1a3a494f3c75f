// What the operator sees: what would change, what was loaded, or what is wrong in which file.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { openCatalogue } from '../../modules/catalogue/index.ts';
import { sayFault } from '../../platform/data/index.ts';
import { withDecidedAmounts } from '../../rules/fees/index.ts';
import { unaccent } from '../../rules/kernel/index.ts';
import { runCli } from '../cli.ts';
import { projectFolder } from '../project-folder.ts';
import { agencyCodes } from './agency-codes.ts';
import { loadFiles, readDataFiles, sayReport } from './data.ts';

const database = databaseOfFile();
const now = Temporal.Instant.from('2026-11-30T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'motcua-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content, null, 2));
  return path;
}

async function say(paths: readonly string[], dryRun = false): Promise<string> {
  const said = sayReport(await loadFiles(database.db, paths, { dryRun, now, folder }), dryRun);
  return said.replaceAll(`${folder}/`, '');
}

const FEE = 'Lệ phí đăng ký hộ kinh doanh';

test('first as a trial, then for good, then again', async () => {
  const path = fileOf('nghi-quyet.json', {
    decidedFees: [{ fee: FEE, amount: 70_000, resolution: 'Nghị quyết thử', from: '2027-01-01' }],
  });
  const lines = [
    'mức phí, lệ phí do HĐND tỉnh quyết định: 1 thêm, 0 đổi, 1 kết thúc, 0 như cũ',
    expect.stringMatching(
      new RegExp(`^  × ${FEE}: 100.000 đ, .* \\(từ 2021-01-01 đến hết ngày trước 2027-01-01\\)$`, 'u'),
    ),
    `  + ${FEE}: 70.000 đ, Nghị quyết thử (từ 2027-01-01)`,
    expect.stringMatching(
      new RegExp(`^Chú ý: mức của khoản “${FEE}” áp dụng cho \\d+ thủ tục: .*1\\.001612`, 'u'),
    ),
  ];
  expect((await say([path], true)).split('\n')).toEqual([...lines, 'Chạy thử: chưa nạp gì.']);
  expect((await say([path])).split('\n')).toEqual([
    ...lines,
    'Đã nạp. Các tiến trình đang chạy tự đọc lại trong vài giây.',
  ]);
  expect((await say([path])).split('\n').at(-1)).toBe('Không có gì thay đổi.');
});

test('a file that cannot be read keeps the others out, and is told with its whole path', async () => {
  fileOf('co.json', {
    decidedFees: [{ fee: FEE, amount: 1, resolution: 'Nghị quyết thử', from: '2028-01-01' }],
  });
  mkdirSync(join(folder, 'thu-muc'));
  const report = await loadFiles(database.db, ['co.json', 'khong-co.json', 'thu-muc', 'co.json/x.json'], {
    dryRun: true,
    now,
    folder,
  });
  expect(sayReport(report, true).split('\n')).toEqual([
    `${folder}/khong-co.json: không có tệp này.`,
    `${folder}/thu-muc: là thư mục; hãy nêu tên từng tệp trong đó, ví dụ *.json.`,
    `${folder}/co.json/x.json: không có tệp này: một phần của đường dẫn là tệp, không phải là thư mục.`,
    'Không nạp gì: 3 chỗ phải sửa. Dữ liệu đang dùng giữ nguyên.',
    'Sửa xong, chạy thử lại: nội dung các tệp chưa được xem vì có tệp không đọc được.',
  ]);
  expect(await say(['co.json'], true)).toContain('1 thêm');
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0)('a file that this user may not read', async () => {
  chmodSync(fileOf('cua-nguoi-khac.json', {}), 0);
  const { faults } = await readDataFiles(['cua-nguoi-khac.json'], folder);
  expect(faults.map(sayFault)).toEqual([
    `${folder}/cua-nguoi-khac.json: người dùng đang chạy lệnh không được phép đọc tệp này.`,
  ]);
});

test('the example of the operator’s guide loads by the commands that it tells', async () => {
  const guide = readFileSync(join(projectFolder(), 'docs/operate/data.md'), 'utf8');
  const commands = guide
    .split('\n')
    .filter((line) => /^npm run .* data load docs\/operate\/example/u.test(line));
  expect(commands.map((line) => line.endsWith('--dry-run'))).toEqual([true, false]);
  const said: string[] = [];
  for (const command of commands) {
    const paths = command.split(' ').filter((word) => word.endsWith('.json'));
    said.push(
      await say(
        paths.map((path) => join(projectFolder(), path)),
        command.endsWith('--dry-run'),
      ),
    );
  }
  const kinds = ['thủ tục (từng giai đoạn)', 'mức phí, lệ phí do HĐND tỉnh quyết định', 'tờ khai'];
  for (const each of said)
    for (const kind of kinds) expect(each).toContain(`${kind}: 1 thêm, 0 đổi, 0 kết thúc, 0 như cũ`);
  for (const each of said) expect(each).not.toContain('Chú ý');
  expect(said[0]?.split('\n').at(-1)).toBe('Chạy thử: chưa nạp gì.');

  const day = Temporal.PlainDate.from('2027-01-04');
  const catalogue = await openCatalogue(database.db);
  const procedure = catalogue.bySlug('9.900001', day)!;
  expect(catalogue.form(catalogue.formFor(procedure, day)!).title).toBe(
    'Đơn đề nghị sử dụng tạm thời hè phố',
  );
  const rule = withDecidedAmounts(procedure.feeRule, catalogue.decidedAmounts);
  expect(rule.items).toContainEqual(expect.objectContaining({ amount: 50_000 }));
});

describe('what was not looked at is told in the last line', () => {
  const amount = { fee: FEE, amount: 1, resolution: 'Nghị quyết thử', from: '2029-01-01' };
  const strange = { procedure: '9.999999', form: 'x', revision: 'x', from: '2029-01-01' };
  const last = async (content: object) => (await say([fileOf('x.json', content)], true)).split('\n').at(-1);

  test.each<[string, object, string]>([
    [
      'rows wrongly written',
      { decidedFees: [{ ...amount, amount: 'x' }], formAssignments: [strange] },
      'các mục decidedFees, formAssignments chưa được xem có đúng với dữ liệu đang dùng không vì còn chỗ viết sai.',
    ],
    [
      'a kind refused before others',
      { decidedFees: [{ ...amount, fee: 'Không có' }], formAssignments: [strange] },
      'mục formAssignments chưa được xem vì mục đứng trước còn chỗ phải sửa.',
    ],
    [
      'a kind refused that fits with others or not',
      { formAssignments: [strange] },
      'mục formAssignments chưa được xem có khớp với các mục khác không vì còn chỗ phải sửa.',
    ],
  ])('%s', async (_what, content, said) => {
    expect(await last(content)).toBe(`Sửa xong, chạy thử lại: ${said}`);
  });

  test.each([
    ['everything was looked at', { decidedFees: [{ ...amount, fee: 'Không có' }] }],
    ['no kind is there to be looked at', { mucPhi: [amount] }],
    ['there is no group', [amount]],
  ])('nothing, where %s', async (_what, content) => {
    expect(await last(content)).toMatch(/^Không nạp gì: 1 chỗ/u);
  });
});

test('a fee without an amount and a form without a procedure are told, and loaded all the same', async () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(projectFolder(), 'docs/operate/example', name), 'utf8')) as {
      procedures: { fees: object[] }[];
    };
  const [procedure] = read('thu-tuc.json').procedures;
  const fees = [{ name: 'Lệ phí chưa có mức', amountVnd: null, unit: 'lần' }];
  const said = await say(
    [
      fileOf('thu-tuc.json', { procedures: [{ ...procedure, code: '9.900002', fees }] }),
      fileOf('to-khai.json', { ...read('to-khai.json'), code: '9.900002' }),
    ],
    true,
  );
  expect(said.split('\n').slice(-3)).toEqual([
    'Chú ý: khoản “Lệ phí chưa có mức” (thủ tục 9.900002) do HĐND tỉnh quyết định mà chưa có mức đang áp dụng; nạp mức ở decidedFees.',
    'Chú ý: tờ khai “9.900002” bản “2027” chưa có thủ tục nào dùng; nạp dòng gán ở formAssignments.',
    'Chạy thử: chưa nạp gì.',
  ]);
});

test('a form that was in use until a day that is past is not called unused; one whose row is void is', async () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(projectFolder(), 'docs/operate/example', name), 'utf8')) as object;
  const forms = [2, 3].map((n) => ({
    ...read('to-khai.json'),
    code: '9.900003',
    revision: `${n}`,
    components: [],
  }));
  const assigned = (revision: string, from: string, to: string) => ({
    procedure: '1.001193',
    form: '9.900003',
    revision,
    from,
    to,
  });
  const formAssignments = [
    assigned('2', '2021-02-01', '2021-03-01'),
    assigned('3', '2021-04-01', '2021-04-01'),
  ];
  const said = await say([fileOf('cu.json', { forms, formAssignments })], true);
  expect(said.split('\n').filter((line) => line.startsWith('Chú ý'))).toEqual([
    'Chú ý: tờ khai “9.900003” bản “3” chưa có thủ tục nào dùng; nạp dòng gán ở formAssignments.',
  ]);
});

describe('things of one sort beyond the tenth', () => {
  const warnings = async (content: object) =>
    (await say([fileOf('nhieu.json', content)], true)).split('\n').filter((line) => line.startsWith('Chú ý'));

  test('fees without an amount are named', async () => {
    const { procedures } = JSON.parse(
      readFileSync(join(projectFolder(), 'docs/operate/example/thu-tuc.json'), 'utf8'),
    ) as { procedures: object[] };
    const fees = Array.from({ length: 12 }, (_, n) => ({
      name: `Lệ phí ${n}`,
      amountVnd: null,
      unit: 'lần',
    }));
    const said = await warnings({ procedures: [{ ...procedures[0], code: '9.900004', fees }] });
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toBe('Chú ý: còn 2 khoản nữa chưa có mức đang áp dụng: “Lệ phí 10”, “Lệ phí 11”.');
  });

  test('forms that no procedure uses are named', async () => {
    const form = JSON.parse(
      readFileSync(join(projectFolder(), 'docs/operate/example/to-khai.json'), 'utf8'),
    ) as object;
    const forms = Array.from({ length: 11 }, (_, n) => ({ ...form, code: '9.900005', revision: `b${n}` }));
    const said = await warnings({ forms });
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toBe('Chú ý: còn 1 tờ khai nữa chưa có thủ tục nào dùng: “9.900005” bản “b10”.');
  });

  test('accounts of another name are named', async () => {
    const payee = { bin: '970415', account: '113000123456', from: '2027-01-01', holder: 'SO TAI CHINH' };
    const codes = (await agencyCodes(database.db, 'xã', now)).slice(0, 12);
    const said = await warnings({ payees: codes.map(({ code }) => ({ ...payee, agency: code })) });
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toBe(
      `Chú ý: còn 2 chủ tài khoản nữa không mang tên cơ quan: mã ${codes[10]?.code}, mã ${codes[11]?.code}.`,
    );
  });
});

test('an account whose holder bears another name than its agency is told, and loaded all the same', async () => {
  const payee = { bin: '970415', account: '113000123456', from: '2027-01-01' };
  const payees = [
    { ...payee, agency: 'H05.012', holder: 'UBND XA HIEP HOA' },
    { ...payee, agency: 'H05.001', holder: (await nameOf('H05.001')).toUpperCase() },
  ];
  const said = await say([fileOf('tk.json', { payees })], true);
  expect(said.split('\n').filter((line) => line.startsWith('Chú ý'))).toEqual([
    'Chú ý: chủ tài khoản “UBND XA HIEP HOA” không mang tên UBND xã Ngọc Thiện (mã H05.012); nếu nhầm mã, tra bằng lệnh data agencies.',
  ]);
});

async function nameOf(code: string): Promise<string> {
  const [found] = await agencyCodes(database.db, code, now);
  return unaccent(found?.name ?? '').replace(/[^A-Za-z0-9]+/gu, ' ');
}

test.each([
  ['hiep hoa', 'UBND xã Hiệp Hòa'],
  ['Hiệp Hòa', 'UBND xã Hiệp Hòa'],
  ['xã Hiệp Hòa', 'UBND xã Hiệp Hòa'],
  ['h05.012', 'UBND xã Ngọc Thiện'],
  ['ngoc thien', 'UBND xã Ngọc Thiện'],
  // An old name, of the commune that became part of it.
  ['luong phong', 'UBND xã Hiệp Hòa'],
  ['trung tam phuc vu hanh chinh cong xa hiep hoa', 'Trung tâm Phục vụ hành chính công xã Hiệp Hòa'],
])('codes of agencies are found by “%s”', async (typed, name) => {
  const found = (await agencyCodes(database.db, typed, now)).map((one) => one.name);
  expect(found.slice(0, 2)).toContain(name);
});

test('all codes, in their order, each of an agency that is in force', async () => {
  const all = await agencyCodes(database.db, '', now);
  expect(all.length).toBeGreaterThan(150);
  expect(all[0]).toEqual({ code: 'H05', name: 'UBND tỉnh Bắc Ninh' });
  expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted());
  expect(await agencyCodes(database.db, 'không đâu cả', now)).toEqual([]);
});

test.each([[], ['load'], ['burn', 'x.json'], ['load', 'x.json', '--now']])(
  'called wrongly: data %s %s %s',
  async (...args) => {
    let said = '';
    const sink = new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk);
        done();
      },
    });
    const io = { input: Readable.from([]), output: sink, errors: sink, env: {}, folder };
    expect(await runCli(['data', ...(args as string[])], io)).toBe(2);
    expect(said).toContain('data load FILE…');
  },
);
