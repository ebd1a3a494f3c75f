// `npm run test:peers`: tests against real components, most of which Debian brings, each started on loopback in a folder of its own.
// Two come from the registry of npm as they were published, held to their hash: a Chromium of 2018 and a checker of HTML.
// As root on a Debian what is missing is installed; elsewhere a missing component is a failure that says how to get it.
// With --short the long ones (`*.long.peers.test.ts`) are left out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { install } from './install.mjs';

const short = process.argv.includes('--short');

/** Programs that the components are made of, and the package of each. */
const PROGRAMS = {
  'swift-proxy-server': 'swift-proxy',
  'swift-account-server': 'swift-account',
  'swift-container-server': 'swift-container',
  'swift-object-server': 'swift-object',
  memcached: 'memcached',
};

/** Those of other clients, for the long tests: browsers that people have, and a checker. */
const CLIENTS = {
  'firefox-esr': 'firefox-esr',
  lynx: 'lynx',
  w3m: 'w3m',
  curl: 'curl',
  java: 'default-jre-headless',
};

/** Packages of npm that are no dependency of the program: kept in `var/peers`, where they lie once fetched. */
const PACKAGES = {
  chromium: {
    name: 'chrome-aws-lambda@64.0.3264',
    sha512: '3XpUhpg5Qlbq8V/Pk5gzfSqcq3wSlfT1N98yzDY8a+PrrROx9XUCntkg4W1ZmisqLsWhmRLZQrKtDjTRBttwig==',
  },
  checker: {
    name: 'vnu-jar@26.9.27',
    sha512: 'TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==',
  },
};

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
install(root);

const has = (/** @type {string} */ program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const missing = () =>
  Object.entries(short ? PROGRAMS : { ...PROGRAMS, ...CLIENTS })
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

/**
 * The folder of a package, fetched when it is not there yet.
 * @param {{ name: string, sha512: string }} wanted
 * @returns {string}
 */
function packageOf({ name, sha512 }) {
  const folder = join(root, 'var', 'peers', name);
  if (existsSync(join(folder, 'package'))) return join(folder, 'package');
  console.log(`— npm: ${name}`);
  mkdirSync(folder, { recursive: true });
  const packed = spawnSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const file = join(folder, packed.stdout.trim());
  const found =
    packed.status === 0 ? createHash('sha512').update(readFileSync(file)).digest('base64') : packed.stderr;
  if (found !== sha512) {
    rmSync(folder, { recursive: true });
    console.error(`${name} could not be had: ${found}`);
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  }
  spawnSync('tar', ['xzf', file, '-C', folder], { stdio: 'inherit' });
  return join(folder, 'package');
}

/** Where the packages lie, as the tests read it. */
function fetched() {
  const chromium = join(packageOf(PACKAGES.chromium), 'chromium');
  if (!existsSync(chromium)) {
    const packed = readFileSync(join(dirname(chromium), 'bin', 'chromium.br'));
    writeFileSync(chromium, brotliDecompressSync(packed), { mode: 0o755 });
  }
  return {
    PEERS_CHROMIUM_64: chromium,
    PEERS_VNU: join(packageOf(PACKAGES.checker), 'build', 'dist', 'vnu.jar'),
  };
}

const packages = short ? {} : fetched();
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
    ...(short ? ['--exclude', '**/*.long.peers.test.ts'] : []),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      FORCE_COLOR: '0',
      ...packages,
    },
  },
);
const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
const { numPassedTests: passed = 0, numFailedTests = 0 } = counted;
// A run that failed without a failed test, or ran none, is a failure all the same.
const failed = numFailedTests || (ran.status === 0 && passed > 0 ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
