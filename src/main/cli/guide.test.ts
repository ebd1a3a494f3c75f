// The operator's guide is held to its word: what it tells to type is typed, as it stands there, on a server like a first real one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { projectFolder } from '../project-folder.ts';
import { setUpDatabase } from '../set-up.ts';
import { loadFiles, sayReport } from './data.ts';

const ROOT = projectFolder();
const GUIDE = readFileSync(join(ROOT, 'docs/operate/data.md'), 'utf8');
/** Between two fences: the language behind the first one, and what stands there. */
const BLOCKS = [...GUIDE.matchAll(/^```(\w*)\n(.*?)^```$/gmsu)].map(([, language, text = '']) => ({
  language,
  text,
}));
/** What is typed: blocks without a language that name real files, not FILE… */
const TYPED = BLOCKS.filter(({ language, text }) => language === '' && !text.includes('FILE…')).map(
  ({ text }) => text,
);

const trial = databaseOfFile();
const AFTERWARDS = Temporal.Instant.from('2026-11-30T02:00:00Z');
const home = mkdtempSync(join(tmpdir(), 'motcua-guide-'));
const name = `motcua_test_${process.ppid}_guide`;
const url = () => {
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  return url.href;
};
async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

beforeAll(async () => {
  await admin(`create database ${name}`);
  await setUpDatabase({
    url: url(),
    now: Temporal.Instant.from('2026-11-23T02:00:00Z'),
    demo: false,
    log: () => {},
  });
  const own = BLOCKS.find(({ language, text }) => language === 'json' && text.includes('"provinces"'));
  writeFileSync(join(home, 'tinh-ta.json'), own?.text ?? '');
});
afterAll(async () => {
  await admin(`drop database if exists ${name} with (force)`);
  rmSync(home, { recursive: true, force: true });
});

test.each(TYPED)('%s', { timeout: 120_000 }, (block) => {
  const env = { ...process.env, HOME: home, DATABASE_URL: url(), MOTCUA_VAR: home, INIT_CWD: '/nowhere' };
  const typed = spawnSync('sh', ['-e'], { input: block, cwd: ROOT, env, encoding: 'utf8' });
  expect(typed.stderr).toBe('');
  expect(typed.status).toBe(0);
  expect(typed.stdout).not.toBe('');
});

test('it tells how to load for good, from the project’s folder and from another, and how codes are found', () => {
  const all = TYPED.join('');
  expect(all).toMatch(/data load docs\/operate\/example\/.*\.json$/mu);
  expect(all).toMatch(/^cd .*\nnpm run -s cli -- data load/mu);
  expect(all).toContain('data agencies');
});

// Codes and places in the rows that are shown are the trial's.
test.each(BLOCKS.filter(({ language, text }) => language === 'json' && !text.includes('"provinces"')))(
  'the file shown could be loaded: $text',
  async ({ text }) => {
    const file = join(home, 'vi-du.json');
    writeFileSync(file, text);
    const said = sayReport(
      await loadFiles(trial.db, [file], { dryRun: true, now: AFTERWARDS, folder: home }),
      true,
    );
    expect(said).toContain('Chạy thử: chưa nạp gì.');
    expect(said).not.toContain('chủ tài khoản');
  },
);
