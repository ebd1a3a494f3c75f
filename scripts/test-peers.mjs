// `npm run test:peers`: tests against real components that Debian brings, each started on loopback in a folder of its own.
// As root on a Debian what is missing is installed; elsewhere a missing component is a failure that says how to get it.
// With --short the long ones (`*.long.peers.test.ts`) are left out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

/** Programs that the components are made of, and the package of each. */
const PROGRAMS = {
  'swift-proxy-server': 'swift-proxy',
  'swift-account-server': 'swift-account',
  'swift-container-server': 'swift-container',
  'swift-object-server': 'swift-object',
  memcached: 'memcached',
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
install(root);

const has = (/** @type {string} */ program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const missing = () =>
  Object.entries(PROGRAMS)
    .filter(([program]) => !has(program))
    .map(([, name]) => name);

if (missing().length > 0 && process.getuid?.() === 0 && has('apt-get')) {
  console.log(`— Debian: ${missing().join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing());
}
const absent = missing();
if (absent.length > 0) {
  console.error(
    `Missing: ${absent.join(' ')}. On Debian: apt-get install --no-install-recommends ${absent.join(' ')}`,
  );
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}

const report = join(root, 'var', 'test', 'peers.json');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
const bin = join(root, 'node_modules', '.bin');
const ran = spawnSync(
  join(bin, 'vitest'),
  [
    'run',
    '--config',
    'vitest.peers.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(process.argv.includes('--short') ? ['--exclude', '**/*.long.peers.test.ts'] : []),
  ],
  { stdio: 'inherit', env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, FORCE_COLOR: '0' } },
);
const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
const { numPassedTests: passed = 0, numFailedTests = 0 } = counted;
// A run that failed without a failed test, or ran none, is a failure all the same.
const failed = numFailedTests || (ran.status === 0 && passed > 0 ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
