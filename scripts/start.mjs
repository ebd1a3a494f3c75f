// The first step of `npm start`: runs on any Node from 20, installs what is missing, builds, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
install(root);
const node = join(root, 'node_modules', '.bin', 'node');
const built = spawnSync(node, ['scripts/build.ts'], { stdio: 'inherit', cwd: root });
if (built.status !== 0 || !existsSync(join(root, 'dist/main/start.js'))) {
  console.error('Không dựng được chương trình. Xem dòng lỗi phía trên.');
  process.exit(built.status || 1);
}
const app = spawn(node, ['--enable-source-maps', 'dist/main/start.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill(signal));
app.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
