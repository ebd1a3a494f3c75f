// Sixteen people send while a process is killed: whoever got a code has a dossier with all its files, nobody has two.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileStore } from '../../src/modules/files/index.ts';
import { verifyJournal } from '../../src/platform/journal.ts';
import { namesIn } from '../support/kept-files.ts';
import { begin, type Case, type Work } from './citizens-at-work.ts';
import { type Installation, lives, newInstallation, until } from './installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await newInstallation();
  await installation.start();
}, 120_000);
afterAll(async () => installation?.close(), 60_000);

const DRAFTS = 240;
/** Kills come while about this many have their answers: work lies before and behind. */
const MIDST = 40;

interface Kept {
  id: string;
  request_code: string;
  hashes: string[];
}

/** Every dossier of these people, whatever their drafts say. */
async function dossiersOf(cases: readonly Case[]): Promise<Map<string, Kept>> {
  const owners = [...new Set(cases.map((one) => one.draft.citizen.personId))];
  const { rows } = await sql<Kept>`
    select d.id, d.request_code, array(select f.sha256 from dossiers.file f where f.dossier_id = d.id order by f.sha256) as hashes
    from dossiers.dossier d where d.owner_id = any(${owners}::uuid[])`.execute(installation.db());
  return new Map(rows.map((row) => [row.id, row]));
}

/** Names in the store whose bytes are not what the name says. */
async function wrongFiles(files: FileStore, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map(async (name) => ({ name, ...(await files.verify(name)) })));
  return found.filter(({ kind }) => kind !== 'whole').map(({ name }) => name);
}

async function expectNothingLostNothingTwice({ cases }: Work): Promise<void> {
  const kept = await dossiersOf(cases);
  expect(kept.size, 'dossiers of all drafts together').toBe(cases.length);
  for (const one of cases) {
    // Every answer, the first and each after a retry, named the same one.
    expect(new Set(one.answered).size, `answers to draft ${one.draft.id}`).toBe(1);
    const dossier = kept.get(one.answered[0] ?? '');
    expect(dossier?.request_code).toMatch(/^YC-[2-9A-Z]{5}-[2-9A-Z]{5}$/u);
    expect(dossier?.hashes).toEqual([...one.hashes].sort());
  }
  // Everything in the store, also what was being put there when the process died.
  const files = await installation.files();
  const inStore = await namesIn(files);
  expect(inStore).toEqual(expect.arrayContaining(cases.flatMap((one) => one.hashes)));
  expect(await wrongFiles(files, inStore)).toEqual([]);
  const { rows } = await sql<{ facts: number }>`
    select count(*)::int as facts from journal.fact
    where name = 'dossier.submitted' and stream = any(${cases.map((one) => `dossier:${one.answered[0]}`)}::text[])`.execute(
    installation.db(),
  );
  expect(rows[0]?.facts).toBe(cases.length);
  expect((await verifyJournal(installation.db())).firstBreak).toBeNull();
}

async function inTheMidst(work: Work, kill: () => void): Promise<void> {
  await until(() => work.answered() >= MIDST, `${MIDST} drafts are answered`);
  kill();
  expect(work.answered(), 'the kill came too late to prove anything').toBeLessThan(DRAFTS);
  await work.done;
  expect(
    work.cases.reduce((sum, one) => sum + one.broken, 0),
    'nobody noticed the kill',
  ).toBeGreaterThan(0);
}

describe('sixteen people upload and send', () => {
  test('while the web process is killed', async () => {
    const web = installation.pidOf('web');
    const work = await begin(installation, DRAFTS);
    await inTheMidst(work, () => process.kill(web, 'SIGKILL'));
    expect(lives(web)).toBe(false);
    expect(installation.pidOf('web')).not.toBe(web);
    await expectNothingLostNothingTwice(work);
  }, 60_000);

  test('while the database server is killed', async () => {
    const server = installation.databasePid();
    const work = await begin(installation, DRAFTS);
    await inTheMidst(work, () => process.kill(server, 'SIGKILL'));
    expect(installation.databasePid()).not.toBe(server);
    await expectNothingLostNothingTwice(work);
  }, 60_000);

  test('while both are killed at once, in the same breath', async () => {
    const [web, server] = [installation.pidOf('web'), installation.databasePid()];
    const work = await begin(installation, DRAFTS);
    await inTheMidst(work, () => {
      process.kill(server, 'SIGKILL');
      process.kill(web, 'SIGKILL');
    });
    await expectNothingLostNothingTwice(work);
  }, 60_000);
});
