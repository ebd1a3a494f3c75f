// `npm test`: installs when needed, then runs everything that stands between a change and main, and ends with one plain line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
install(root);
const bin = (name) => join(root, 'node_modules', '.bin', name);
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  FORCE_COLOR: '0',
};
const reports = join(root, 'var', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

function step(what, command, args, extra = {}) {
  console.log(`\n— ${what}`);
  const done = spawnSync(command, args, { stdio: 'inherit', cwd: root, env: { ...env, ...extra } });
  return done.status === 0;
}

/** One check that passes or fails as a whole. */
function check(what, command, args) {
  if (step(what, command, args)) passed += 1;
  else {
    failed += 1;
    console.log(`  FAILED: ${what}`);
  }
}

/** A vitest run, counted test by test. A run that reports nothing counts as one failure. */
function tests(what, args, extra = {}) {
  const report = join(reports, `${what.replace(/\W+/gu, '-')}.json`);
  const fine = step(
    what,
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    extra,
  );
  if (!existsSync(report)) {
    failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  if (numTotalTests === 0 || (!fine && numFailedTests === 0) || (success === false && numFailedTests === 0))
    failed += 1;
}

/** Real peers from Debian: installed when we are root on a Debian; otherwise their tests are not run, and that is said. */
function debianPeers() {
  const tools = { pdftotext: 'poppler-utils', zbarimg: 'zbar-tools' };
  const server = '/usr/lib/postgresql/15/bin/postgres';
  const missing = Object.keys(tools).filter(
    (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0,
  );
  const packages = [...missing.map((tool) => tools[tool]), ...(existsSync(server) ? [] : ['postgresql-15'])];
  if (packages.length === 0) return { pdf: true, postgres: true };
  if (process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) {
    console.log(`\n— Debian: ${packages.join(' ')}`);
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  }
  const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  return { pdf: has('pdftotext') && has('zbarimg'), postgres: existsSync(server) };
}

const quick = process.argv.includes('--quick');
check('types', bin('tsc'), ['--noEmit', '-p', '.']);
check('lint and format', bin('biome'), ['check', '--error-on-warnings', '.']);
check('build', bin('node'), ['scripts/build.ts']);
if (quick)
  tests('tests', [
    '--exclude',
    'tests/faults/**',
    '--exclude',
    'tests/journeys/**',
    '--exclude',
    '**/*.debian.test.ts',
  ]);
else {
  const peers = debianPeers();
  tests('tests', [
    '--exclude',
    'tests/faults/**',
    '--exclude',
    'tests/journeys/**',
    ...(peers.pdf ? [] : ['--exclude', '**/*.debian.test.ts']),
  ]);
  tests('journeys in a real browser', ['tests/journeys']);
  tests('faults', ['tests/faults']);
  if (peers.postgres) check('on the Debian PostgreSQL 15', bin('node'), ['scripts/outside-database.ts']);
  const absent = [
    peers.pdf ? '' : 'papers read back by poppler and zbar',
    peers.postgres ? '' : 'the Debian PostgreSQL 15',
  ].filter(Boolean);
  if (absent.length > 0)
    console.log(`\nNot run here, for want of Debian packages (root may install them): ${absent.join('; ')}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
