// What a start can know at once, before anything slow: settings, folders, disk, ports, the database's address. Each objection is two
// lines for a person: what is in the way, and what to do. Plain JavaScript, of any Node from 18: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isInstalled } from './install.mjs';
import { holderOf, processNamed } from './port-holder.mjs';
import { unsafe, unsafeSettings } from './production.mjs';
import { whoRuns } from './running.mjs';

/** @typedef {readonly [what: string, todo: string]} Objection */

const MB = 1024 * 1024;
/** What the libraries and the built programs take, with room for npm's work. */
export const TO_INSTALL = 1200 * MB;
/** What the tests' clusters and browsers take. */
export const TO_TEST = 1000 * MB;
/** What a new cluster takes, with room to work. */
const TO_RUN = 300 * MB;
const LAST_PORT = 65_535;
const DATABASE_PATIENCE_MS = 5000;
const CLOSING_MS = 3000;
/** @typedef {Readonly<Record<string, string | undefined>>} Env */

/** @param {Env} env @param {string} root */
export const varFolderOf = (env, root) => resolve(root, env.MOTCUA_VAR ?? 'var');

/** @param {Env} env how many ports in a row the programs listen on */
const portsOf = (env) => {
  const first = Number(env.PORT ?? 3000);
  const count = env.MOTCUA_MODE === 'production' ? 3 : 4;
  return Array.from({ length: count }, (_, n) => first + n);
};

/** @param {string} text */
function isMoment(text) {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3])(?::?([0-5]\d)(?::?[0-5]\d(?:[.,]\d{1,9})?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(
      text,
    );
  if (!found) return false;
  const [, year, month, day, hour, , zone] = found;
  if (zone && !hour) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** @param {string} text @returns {URL | null} */
function databaseAddress(text) {
  try {
    const url = new URL(text);
    return /^postgres(?:ql)?:$/u.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** Settings that make no sense. The whole schema is src/main/config.ts; this is what is mistaken most. @param {Env} env @returns {Objection | null} */
export function settings(env) {
  const found = unsafeSettings(env);
  return senseless(env) ?? (found.length > 0 ? unsafe(found) : null);
}

/** @param {Env} env @returns {Objection | null} */
function senseless(env) {
  const mode = env.MOTCUA_MODE ?? 'sandbox';
  if (!['sandbox', 'production'].includes(mode))
    return [
      `MOTCUA_MODE là “${mode}”, nhưng chỉ có thể là sandbox hoặc production.`,
      'Sửa hoặc bỏ biến ấy rồi chạy lại.',
    ];
  const port = Number(env.PORT ?? 3000);
  if (!/^\d+$/u.test(env.PORT ?? '3000') || port < 1 || port + 3 > LAST_PORT)
    return [
      `PORT là “${env.PORT}”, nhưng phải là một số từ 1 đến ${LAST_PORT - 3}: chương trình dùng bốn cổng kế tiếp nhau.`,
      'Chọn một số khác, ví dụ: PORT=3000 npm start',
    ];
  if (env.MOTCUA_NOW !== undefined && !isMoment(env.MOTCUA_NOW))
    return [
      `MOTCUA_NOW là “${env.MOTCUA_NOW}”, nhưng phải là một thời điểm có thật, viết như 2023-05-15T08:00.`,
      'Sửa lại, hoặc bỏ biến ấy để đồng hồ thử chạy từ hôm nay.',
    ];
  if (env.DATABASE_URL !== undefined && !databaseAddress(env.DATABASE_URL))
    return [
      'DATABASE_URL không phải là địa chỉ PostgreSQL, viết như postgresql://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu.',
      'Sửa lại, hoặc bỏ biến ấy để dùng máy chủ đi kèm.',
    ];
  return null;
}

/** @param {Env} env @param {string} root @returns {Objection | null} */
function secondStart(env, root) {
  const varFolder = varFolderOf(env, root);
  const pid = existsSync(varFolder) ? whoRuns(varFolder) : null;
  return pid === null ? null : runningAlready(pid, varFolder, env);
}

/** @param {number} pid @param {string} varFolder @param {Env} env @returns {Objection} */
export function runningAlready(pid, varFolder, env) {
  return [
    `Một Cửa đang chạy từ thư mục này rồi (tiến trình ${pid}, trạng thái ở ${varFolder}).`,
    `Dừng nó bằng Ctrl-C hoặc kill ${pid}; muốn chạy thêm một bản nữa: MOTCUA_VAR=var-2 PORT=${Number(env.PORT ?? 3000) + 10} npm start`,
  ];
}

/** What the pinned Node is linked with, and Debian's package for it; a bare Debian lacks the first unless npm came with all it recommends. */
const LIBRARIES = { 'libatomic.so.1': 'libatomic1', 'libstdc++.so.6': 'libstdc++6' };

/** Libraries of the system that the programs cannot do without. @param {Readonly<Record<string, string>>} [needed] @returns {Objection | null} */
export function libraries(needed = LIBRARIES) {
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  // No glibc, no such list: what runs and what does not is then seen after the installation.
  if (known.status !== 0) return null;
  const missing = Object.keys(needed).filter((name) => !known.stdout.includes(`${name} `));
  if (missing.length === 0) return null;
  return [
    `Máy này thiếu thư viện hệ thống ${missing.join(', ')} mà Node đi kèm cần.`,
    `Cài bằng root rồi chạy lại: apt-get install -y ${missing.map((name) => needed[name]).join(' ')}`,
  ];
}

/** @param {string} path @returns {string} the path itself or the first folder above it that exists */
const nearest = (path) => (existsSync(path) ? path : nearest(dirname(path)));

/** @param {string} path @returns {string} why we may not read and change it; '' when we may */
function closed(path) {
  try {
    const folder = statSync(path).isDirectory();
    accessSync(path, constants.R_OK | constants.W_OK | (folder ? constants.X_OK : 0));
    return '';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EROFS') return 'ổ đĩa ấy chỉ cho đọc';
    const owner = statSync(path, { throwIfNoEntry: false })?.uid;
    return `thư mục hoặc tệp ấy của người dùng số ${owner ?? '?'}, còn bạn là ${userInfo().username} (số ${process.getuid?.() ?? '?'})`;
  }
}

const ELSEWHERE = 'MOTCUA_VAR=/thư/mục/của/bạn npm start';

/** Statfs's names of what the kernel shows and no disk keeps. @see linux/magic.h */
const NO_DISKS = [0x9fa0, 0x62656572, 0x64626720, 0x27e0eb, 0x63677270, 0x1cd1];

/** @param {string} path @returns {boolean} whether it lies in what the kernel shows of itself (/proc, /sys), where nothing is kept */
function isOfKernel(path) {
  return typeof statfsSync === 'function' && NO_DISKS.includes(statfsSync(path).type);
}

/** Whether the state can be kept where it is to be. @param {Env} env @param {string} root @returns {Objection | null} */
export function stateFolder(env, root) {
  const varFolder = varFolderOf(env, root);
  const place = nearest(varFolder);
  const state = ['', 'log', 'files', 'secrets.json', 'sandbox', 'pg', 'pg/data', 'pg/password'].map((name) =>
    join(varFolder, name),
  );
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory() && !closed(place))
    return [
      `Không giữ được trạng thái ở ${varFolder}: ${place} là một tệp, không phải là thư mục.`,
      `Nêu một thư mục: ${ELSEWHERE}; hoặc chuyển tệp ấy đi chỗ khác.`,
    ];
  if (isOfKernel(place))
    return [
      `Không giữ được trạng thái ở ${varFolder}: đó là chỗ hệ điều hành tự trình bày, không lưu được tệp nào.`,
      `Nêu một thư mục trên ổ đĩa: ${ELSEWHERE}`,
    ];
  for (const path of [place, ...state.filter(existsSync)]) {
    const why = closed(path);
    if (why)
      return [
        `Không dùng được ${path}: ${why}.`,
        `Chạy bằng đúng người dùng ấy, hoặc giữ trạng thái ở chỗ khác: ${ELSEWHERE}`,
      ];
  }
  return null;
}

/** Where the start writes. @param {Env} env @param {string} root @returns {Objection | null} */
export function folders(env, root) {
  const ours = ['node_modules', 'dist', 'dist/assets', 'dist/.built'].map((name) => join(root, name));
  for (const path of [
    nearest(join(root, 'dist')),
    ...(isInstalled(root) ? [] : [root]),
    ...ours.filter(existsSync),
  ]) {
    const why = closed(path);
    if (why)
      return [
        `Không ghi được vào ${path}: ${why}.`,
        'Chạy bằng đúng người dùng của thư mục, hoặc chép dự án sang thư mục của bạn rồi chạy lại.',
      ];
  }
  return stateFolder(env, root);
}

/** @param {string} folder @param {number} needed bytes @returns {Objection | null} */
export function room(folder, needed) {
  // Node 18 has it from 18.15 on.
  if (typeof statfsSync !== 'function') return null;
  const { bavail, bsize } = statfsSync(nearest(folder));
  const free = bavail * bsize;
  if (free >= needed) return null;
  return [
    `Ổ đĩa của ${folder} còn ${Math.floor(free / MB)} MB, cần chừng ${Math.ceil(needed / MB)} MB.`,
    'Dọn bớt, hoặc dùng một ổ đĩa khác, rồi chạy lại.',
  ];
}

/** @param {string} host @param {number} port @returns {Promise<string>} the error's code, '' when the port is free */
function listenError(host, port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done('code' in error ? String(error.code) : String(error)));
    server.listen(port, host, () => server.close(() => done('')));
  });
}

/** @param {number} port */
function sayHolder(port) {
  const holder = holderOf(port);
  if (!holder) return 'một chương trình khác';
  if (holder.pid === null) return `một chương trình của người dùng số ${holder.uid}`;
  const { command, folder } = processNamed(holder.pid);
  return `${command.slice(0, 80)} (tiến trình ${holder.pid}${folder ? `, thư mục ${folder}` : ''})`;
}

/** @param {string} host @param {number} count @param {number} from @returns {Promise<number | null>} the first of so many free ports in a row */
async function freeBlock(host, count, from) {
  for (let first = from; first < from + 500 && first + count <= LAST_PORT; first += 10) {
    const codes = await Promise.all(Array.from({ length: count }, (_, n) => listenError(host, first + n)));
    if (codes.every((code) => code === '')) return first;
  }
  return null;
}

/**
 * Like listenError, but the web of a start that was killed a moment ago is given its time to close.
 * @param {string} host @param {number} port @param {string} root
 */
async function lastingListenError(host, port, root) {
  const late = Date.now() + CLOSING_MS;
  for (;;) {
    const code = await listenError(host, port);
    const pid = code === 'EADDRINUSE' ? holderOf(port)?.pid : null;
    if (!pid || Date.now() > late || !processNamed(pid).command.includes(join(root, 'dist'))) return code;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** @param {Env} env @param {string} root @returns {Promise<Objection | null>} */
export async function ports(env, root) {
  const host = env.HOST ?? '127.0.0.1';
  const wanted = portsOf(env);
  for (const port of wanted) {
    const code = await lastingListenError(host, port, root);
    if (code === '') continue;
    const first = wanted[0] ?? port;
    if (code === 'EADDRINUSE') {
      const other = await freeBlock(host, wanted.length, first + 10);
      return [
        `Cổng ${port} đang do ${sayHolder(port)} dùng.`,
        `Dừng chương trình ấy, hoặc chọn cổng khác: PORT=${other ?? 'SỐ'} npm start`,
      ];
    }
    if (code === 'EACCES')
      return [
        `Không được phép mở cổng ${port}: cổng dưới 1024 thường chỉ dành cho root.`,
        'Chọn cổng khác: PORT=3000 npm start',
      ];
    return [
      `Không mở được cổng ${port} ở địa chỉ HOST=${host} (${code}).`,
      'Sửa hoặc bỏ biến HOST rồi chạy lại.',
    ];
  }
  return null;
}

/** @type {Readonly<Record<string, string>>} */
const WHY_UNREACHABLE = {
  ECONNREFUSED: 'không có máy chủ nào nghe ở đó',
  ENOTFOUND: 'không tìm thấy tên máy ấy',
  EAI_AGAIN: 'không tìm thấy tên máy ấy',
  ETIMEDOUT: `không trả lời trong ${DATABASE_PATIENCE_MS / 1000} giây`,
};

/** Whether anything listens at DATABASE_URL; what it is, the start asks it itself. @param {Env} env @returns {Promise<Objection | null>} */
export async function database(env) {
  const url = env.DATABASE_URL === undefined ? null : databaseAddress(env.DATABASE_URL);
  // Without a host's name it is a socket file, which the driver finds.
  if (!url?.hostname) return null;
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/gu, '');
  const port = Number(url.port || 5432);
  const code = await new Promise((done) => {
    const socket = connect({ host, port }, () => {
      socket.destroy();
      done('');
    });
    socket.setTimeout(DATABASE_PATIENCE_MS, () => {
      socket.destroy();
      done('ETIMEDOUT');
    });
    socket.on('error', (error) => done('code' in error ? String(error.code) : String(error)));
  });
  if (code === '') return null;
  return [
    `Không nối được tới cơ sở dữ liệu ở ${host}, cổng ${port}: ${WHY_UNREACHABLE[code] ?? code}.`,
    'Bật máy chủ ấy hoặc sửa DATABASE_URL; bỏ biến ấy thì dùng máy chủ đi kèm.',
  ];
}

/**
 * The first thing in the way of a start.
 * @param {Env} env
 * @param {string} root the project's folder
 * @returns {Promise<Objection | null>}
 */
export async function objection(env, root) {
  const built = isInstalled(root);
  return (
    // What is unsafe is told by the program itself, all of it at once with what the database says; before it can run, here.
    (built ? senseless(env) : settings(env)) ??
    secondStart(env, root) ??
    folders(env, root) ??
    (built ? null : (libraries() ?? room(root, TO_INSTALL))) ??
    room(varFolderOf(env, root), TO_RUN) ??
    (await ports(env, root)) ??
    (await database(env))
  );
}
