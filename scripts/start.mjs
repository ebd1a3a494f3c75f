// The first step of `npm start`: runs on any Node from 18, says at once what is in the way, installs what is missing, builds, then
// hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { objection, runningAlready, varFolderOf } from './before-start.mjs';
import { install } from './install.mjs';
import { leavePlace, takePlace } from './running.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const varFolder = varFolderOf(process.env, root);

/** @param {readonly string[]} lines */
function refuse(lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

const inTheWay = await objection(process.env, root);
if (inTheWay) refuse(inTheWay);
const other = takePlace(varFolder);
if (other !== null) refuse(runningAlready(other, varFolder, process.env));
process.on('exit', () => leavePlace(varFolder));

install(root);
const node = join(root, 'node_modules', '.bin', 'node');
const built = spawnSync(node, ['scripts/build.ts'], { stdio: 'inherit', cwd: root });
if (built.status !== 0 || !existsSync(join(root, 'dist/main/start.js'))) {
  refuse([
    'Không dựng được chương trình: xem lỗi ở trên.',
    'Nếu bạn chưa sửa mã nguồn, xóa thư mục dist và node_modules rồi chạy lại.',
  ]);
}
const app = spawn(node, ['--enable-source-maps', 'dist/main/start.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
process.on('SIGINT', () => app.kill('SIGINT'));
process.on('SIGTERM', () => app.kill('SIGTERM'));
app.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
