// Runs one of the project's programs on the pinned Node, installing and building first when needed: `node scripts/run.mjs FILE [ARG …]`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// npm has gone to the project's folder already and keeps in INIT_CWD where it was called; the program reads names of files from there.
const calledIn = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('which program? node scripts/run.mjs FILE [ARG …]');
install(root);
const node = join(root, 'node_modules', '.bin', 'node');
if (file.startsWith('dist/')) {
  // What building says is no part of the program's answer.
  const built = spawnSync(node, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const done = spawnSync(node, ['--enable-source-maps', join(root, file), ...args], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, INIT_CWD: calledIn },
});
process.exit(done.status ?? 1);
