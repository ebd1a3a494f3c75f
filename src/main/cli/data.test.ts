// What the operator sees: what would change, what was loaded, or what is wrong in which file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { openCatalogue } from '../../modules/catalogue/index.ts';
import { withDecidedAmounts } from '../../rules/fees/index.ts';
import { runCli } from '../cli.ts';
import { projectFolder } from '../project-folder.ts';
import { loadFiles, sayReport } from './data.ts';

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
  const said = sayReport(await loadFiles(database.db, paths, { dryRun, now }), dryRun);
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
  ];
  expect((await say([path], true)).split('\n')).toEqual([...lines, 'Chạy thử: chưa nạp gì.']);
  expect((await say([path])).split('\n')).toEqual([
    ...lines,
    'Đã nạp. Các tiến trình đang chạy tự đọc lại trong vài giây.',
  ]);
  expect((await say([path])).split('\n').at(-1)).toBe('Không có gì thay đổi.');
});

test('a file that is not there keeps the others out', async () => {
  const there = fileOf('co.json', {
    decidedFees: [{ fee: FEE, amount: 1, resolution: 'Nghị quyết thử', from: '2028-01-01' }],
  });
  expect((await say([there, join(folder, 'khong-co.json')])).split('\n')).toEqual([
    'khong-co.json, dòng 1: không mở được (ENOENT).',
    'Không nạp gì: 1 chỗ phải sửa. Dữ liệu đang dùng giữ nguyên.',
  ]);
  expect(await say([there], true)).toContain('1 thêm');
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
    const io = { input: Readable.from([]), output: sink, errors: sink };
    expect(await runCli(['data', ...(args as string[])], io)).toBe(2);
    expect(said).toContain('data load FILE…');
  },
);
