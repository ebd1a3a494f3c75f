// `data load FILE… [--dry-run] [--json]`: brings a province's data into the database, all of the files or none.
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { countsOf, type LoadReport, loadData, type Unseen } from '../../flows/load-data.ts';
import { virtualClock, wallClock } from '../../platform/clock.ts';
import {
  type Change,
  type DataFault,
  type DataFile,
  readDataFile,
  sayFault,
} from '../../platform/data/index.ts';
import type { Db } from '../../platform/db.ts';
import { readConfig } from '../config.ts';
import { withDatabase } from './journal.ts';
import type { Command } from './json-lines.ts';

const USAGE = 'usage: npm run -s cli -- data load FILE… [--dry-run] [--json]\n';
/** Lines told of one kind; the numbers tell of the others. */
const MOST_TOLD = 20;
const MARKS: Readonly<Record<Change['what'], string>> = { added: '+', changed: '~', ended: '×' };

/** Reads data files from the disk. A file that cannot be opened is a fault like any other. */
export async function readDataFiles(
  paths: readonly string[],
): Promise<{ files: DataFile[]; faults: DataFault[] }> {
  const files: DataFile[] = [];
  const faults: DataFault[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
    if (bytes instanceof Error) {
      const what = `không mở được (${bytes.code ?? bytes.message}).`;
      faults.push({ file: path, line: 1, field: '', what });
      continue;
    }
    const read = readDataFile(path, bytes);
    if (read.ok) files.push(read.file);
    else faults.push(...read.faults);
  }
  return { files, faults };
}

/** Reads and loads. @param paths files on the disk; a fault in one keeps all of them out */
export async function loadFiles(
  db: Db,
  paths: readonly string[],
  { dryRun, now }: { dryRun: boolean; now: Temporal.Instant },
): Promise<LoadReport> {
  const { files, faults } = await readDataFiles(paths);
  if (faults.length > 0) return { ok: false, faults, unseen: { because: 'unread', sections: [] } };
  return loadData({ db, now, account: userInfo().username, files, dryRun });
}

/** What a load did, or would do, in words for the operator. */
export function sayReport(report: LoadReport, dryRun: boolean): string {
  if (!report.ok) {
    const faults = report.faults.map(sayFault);
    const end = `Không nạp gì: ${faults.length} chỗ phải sửa. Dữ liệu đang dùng giữ nguyên.`;
    return [...faults, end, ...(report.unseen ? [sayUnseen(report.unseen)] : [])].join('\n');
  }
  const lines = report.kinds.flatMap((kind) => {
    const { added, changed, ended, unchanged } = countsOf(kind);
    const told = kind.changes.slice(0, MOST_TOLD).map(({ what, row }) => `  ${MARKS[what]} ${row}`);
    const more = kind.changes.length - told.length;
    return [
      `${kind.called}: ${added} thêm, ${changed} đổi, ${ended} kết thúc, ${unchanged} như cũ`,
      ...told,
      ...(more > 0 ? [`  … và ${more} dòng nữa`] : []),
    ];
  });
  const end = !report.changed
    ? 'Không có gì thay đổi.'
    : dryRun
      ? 'Chạy thử: chưa nạp gì.'
      : 'Đã nạp. Các tiến trình đang chạy tự đọc lại trong vài giây.';
  return [...lines, ...report.warnings.map((warning) => `Chú ý: ${warning}`), end].join('\n');
}

function sayUnseen({ because, sections }: Unseen): string {
  const named = sections.length > 0 ? `các mục ${sections.join(', ')}` : 'các mục';
  const fit = `${named} chưa được xem có khớp với nhau không vì`;
  const why: Readonly<Record<Unseen['because'], string>> = {
    unread: 'nội dung các tệp chưa được xem vì có tệp không đọc được.',
    shape: `${named} chưa được xem có đúng với dữ liệu đang dùng không vì còn chỗ viết sai.`,
    refused:
      sections.length > 0
        ? `${named} chưa được xem vì mục đứng trước còn chỗ phải sửa.`
        : `${fit} còn chỗ phải sửa.`,
    apart: `${fit} còn chỗ phải sửa.`,
  };
  return `Sửa xong, chạy thử lại: ${why[because]}`;
}

function asJson(report: LoadReport, dryRun: boolean): object {
  if (!report.ok) return { ok: false, faults: report.faults, unseen: report.unseen };
  const kinds = report.kinds.map((kind) => [kind.section, countsOf(kind)]);
  return {
    ok: true,
    dryRun,
    changed: report.changed,
    kinds: Object.fromEntries(kinds),
    warnings: report.warnings,
  };
}

/** The command. @returns 0 when it was loaded (or could be), 1 when it was refused, 2 when called wrongly */
export const run: Command = async ([word, ...args], { output, errors }) => {
  const options = args.filter((arg) => arg.startsWith('--'));
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const known = ['--dry-run', '--json'];
  if (word !== 'load' || paths.length === 0 || options.some((option) => !known.includes(option))) {
    errors.write(USAGE);
    return 2;
  }
  const dryRun = options.includes('--dry-run');
  const { mode, varFolder } = readConfig(process.env);
  const now = (mode === 'sandbox' ? virtualClock(varFolder) : wallClock).now();
  const report = await withDatabase(process.env, (db) => loadFiles(db, paths, { dryRun, now }));
  const said = options.includes('--json')
    ? JSON.stringify(asJson(report, dryRun))
    : sayReport(report, dryRun);
  (report.ok || options.includes('--json') ? output : errors).write(`${said}\n`);
  return report.ok ? 0 : 1;
};
