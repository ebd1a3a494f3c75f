// What the operator sees: what would change, what was loaded, or what is wrong in which file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { runCli } from '../cli.ts';
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
