// `npm test`: installs when needed, then runs everything that stands between a change and main, and ends with one plain line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folders, libraries, room, TO_INSTALL, TO_TEST } from './before-start.mjs';
import { install, isInstalled } from './install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const inTheWay =
  folders({}, root) ??
  (isInstalled(root) ? room(root, TO_TEST) : (libraries() ?? room(root, TO_INSTALL + TO_TEST)));
if (inTheWay) {
  console.error(inTheWay.join('\n'));
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
install(root);
/** @param {string} name */
const bin = (name) => join(root, 'node_modules', '.bin', name);
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  FORCE_COLOR: '0',
};
/** In characters: the message and the place in the test. */
const LONGEST_FAULT = 1200;
const reports = join(root, 'var', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
/** What failed, told again at the end: what was printed on the way is far above by then. @type {string[]} */
const faults = [];

/** @param {string} what @param {string} command @param {string[]} args @param {Record<string, string>} extra more environment */
function step(what, command, args, extra = {}) {
  console.log(`\n— ${what}`);
  const done = spawnSync(command, args, { stdio: 'inherit', cwd: root, env: { ...env, ...extra } });
  return done.status === 0;
}

/** One check that passes or fails as a whole. @param {string} what @param {string} command @param {string[]} args */
function check(what, command, args) {
  if (step(what, command, args)) passed += 1;
  else {
    failed += 1;
    faults.push(what);
  }
}

/** A vitest run, counted test by test. A run that reports nothing counts as one failure. @param {string} what @param {string[]} args @param {Record<string, string>} extra more environment */
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
    faults.push(`${what}: no report`);
    return;
  }
  const { numPassedTests, numFailedTests, numTotalTests, success, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  passed += numPassedTests;
  failed += numFailedTests;
  for (const { name, assertionResults } of testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed')
        faults.push(
          `${relative(root, name)}: ${fullName}\n${String(failureMessages[0] ?? '').slice(0, LONGEST_FAULT)}`,
        );
  if (numTotalTests === 0 || (!fine && numFailedTests === 0) || (success === false && numFailedTests === 0)) {
    failed += 1;
    /** @type {{ name: string, status: string, message: string }[]} */
    const files = testResults;
    const broken = files.find(({ status, message }) => status === 'failed' && message);
    faults.push(
      `${what}: ${broken ? `${relative(root, broken.name)}: ${broken.message.slice(0, LONGEST_FAULT)}` : 'failed as a whole'}`,
    );
  }
}

/** Real peers from Debian: installed when we are root on a Debian; otherwise their tests are not run, and that is said. */
function debianPeers() {
  const tools = [
    ['pdftotext', 'poppler-utils'],
    ['zbarimg', 'zbar-tools'],
  ];
  const server = '/usr/lib/postgresql/15/bin/postgres';
  /** @param {string | undefined} tool */
  const has = (tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  const packages = tools.filter(([tool]) => !has(tool)).map(([, name]) => name);
  if (!existsSync(server)) packages.push('postgresql-15');
  if (packages.length === 0) return { pdf: true, postgres: true };
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log(`\n— Debian: ${packages.join(' ')}`);
    // apt waits for nobody while it reads its lists: two test runs at once come one after the other.
    const apt = `apt-get update -qq; apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends ${packages.join(' ')}`;
    spawnSync('flock', ['/var/lock/motcua-apt', 'sh', '-c', apt], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return { pdf: tools.every(([tool]) => has(tool)), postgres: existsSync(server) };
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
for (const fault of faults) console.log(`\nFAILED ${fault}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
