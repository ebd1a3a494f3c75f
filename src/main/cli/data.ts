// `data load FILE… [--dry-run] [--json]`: brings a province's data into the database, all of the files or none. `data agencies` lists codes.
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
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
import { InTheWay } from '../../platform/in-the-way.ts';
import type { Config } from '../config.ts';
import { agencyCodes } from './agency-codes.ts';
import { withDatabase } from './database.ts';
import { type Command, type CommandIo, IN_THE_WAY } from './json-lines.ts';

const USAGE = `usage: npm run -s cli -- data load FILE… [--dry-run] [--json]
       npm run -s cli -- data agencies [NAME]
`;
/** Lines told of one kind; the numbers tell of the others. */
const MOST_TOLD = 20;
const MARKS: Readonly<Record<Change['what'], string>> = { added: '+', changed: '~', ended: '×' };

const WHY_UNREAD: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp này.',
  ENOTDIR: 'không có tệp này: một phần của đường dẫn là tệp, không phải là thư mục.',
  EISDIR: 'là thư mục; hãy nêu tên từng tệp trong đó, ví dụ *.json.',
  EACCES: 'người dùng đang chạy lệnh không được phép đọc tệp này.',
  EPERM: 'người dùng đang chạy lệnh không được phép đọc tệp này.',
};

/**
 * Reads data files from the disk. A file that cannot be read is a fault like any other, told with its whole path.
 * @param folder where relative names start
 */
export async function readDataFiles(
  paths: readonly string[],
  folder: string,
): Promise<{ files: DataFile[]; faults: DataFault[] }> {
  const files: DataFile[] = [];
  const faults: DataFault[] = [];
  for (const path of paths) {
    const whole = resolve(folder, path);
    const bytes = await readFile(whole).catch((error: NodeJS.ErrnoException) => error);
    if (bytes instanceof Error) {
      const what = WHY_UNREAD[bytes.code ?? ''] ?? `không đọc được (${bytes.code ?? bytes.message}).`;
      faults.push({ file: whole, line: null, field: '', what });
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
  { dryRun, now, folder }: { dryRun: boolean; now: Temporal.Instant; folder: string },
): Promise<LoadReport> {
  const { files, faults } = await readDataFiles(paths, folder);
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
  const named = `${sections.length > 1 ? 'các mục' : 'mục'} ${sections.join(', ')}`;
  const why: Readonly<Record<Unseen['because'], string>> = {
    unread: 'nội dung các tệp chưa được xem vì có tệp không đọc được.',
    shape: `${named} chưa được xem có đúng với dữ liệu đang dùng không vì còn chỗ viết sai.`,
    refused: `${named} chưa được xem vì mục đứng trước còn chỗ phải sửa.`,
    apart: `${named} chưa được xem có khớp với các mục khác không vì còn chỗ phải sửa.`,
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

/** The command. @returns 0 when it was loaded (or could be), 1 when it was refused, 2 when called wrongly, 3 when the database is away */
export const run: Command = async ([word, ...args], io) => {
  const options = args.filter((arg) => arg.startsWith('--'));
  const words = args.filter((arg) => !arg.startsWith('--'));
  if (word === 'agencies' && options.length === 0) return listAgencies(words.join(' '), io);
  const known = ['--dry-run', '--json'];
  if (word === 'load' && words.length > 0 && options.every((option) => known.includes(option)))
    return load(words, { dryRun: options.includes('--dry-run'), json: options.includes('--json') }, io);
  io.errors.write(USAGE);
  return 2;
};

function nowOf({ mode, varFolder }: Config): Temporal.Instant {
  return (mode === 'sandbox' ? virtualClock(varFolder) : wallClock).now();
}

async function load(
  paths: readonly string[],
  { dryRun, json }: { dryRun: boolean; json: boolean },
  { output, errors, env, folder }: CommandIo,
): Promise<number> {
  let began = false;
  try {
    const report = await withDatabase(env, (db, config) => {
      began = true;
      return loadFiles(db, paths, { dryRun, now: nowOf(config), folder });
    });
    const said = json ? JSON.stringify(asJson(report, dryRun)) : sayReport(report, dryRun);
    (report.ok || json ? output : errors).write(`${said}\n`);
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InTheWay)) throw error;
    const kept = began
      ? 'Không có gì nạp dở: một lượt nạp vào hết hoặc không vào gì. Chạy thử lại với --dry-run để biết đã vào chưa.'
      : 'Chưa nạp gì: dữ liệu đang dùng giữ nguyên.';
    if (json) output.write(`${JSON.stringify({ ok: false, inTheWay: `${error.message}\n${kept}` })}\n`);
    else errors.write(`${error.message}\n${kept}\n`);
    return IN_THE_WAY;
  }
}

async function listAgencies(typed: string, { output, errors, env }: CommandIo): Promise<number> {
  const found = await withDatabase(env, (db, config) => agencyCodes(db, typed, nowOf(config)));
  for (const { code, name } of found) output.write(`${code}\t${name}\n`);
  if (found.length > 0) return 0;
  errors.write(
    typed === ''
      ? 'Chưa có cơ quan nào: nạp tỉnh theo docs/operate/data.md.\n'
      : `Không có cơ quan nào đang hoạt động khớp với “${typed}”.\n`,
  );
  return 1;
}
