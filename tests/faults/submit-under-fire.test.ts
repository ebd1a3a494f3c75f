// Sixteen people send while a process is killed: whoever got a code has a dossier with all its files, nobody has two.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../src/platform/journal.ts';
import { begin, type Case, type Work } from './citizens-at-work.ts';
import { type House, lives, newHouse, until } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await newHouse();
  await house.start();
}, 120_000);
afterAll(async () => house?.close(), 60_000);

const DRAFTS = 240;
/** Kills come while about this many have their answers: work lies before and behind. */
const MIDST = 40;

interface Kept {
  id: string;
  draft_id: string;
  request_code: string;
  hashes: string[];
}

/** Dossiers of these drafts, found by the draft's owner and content, not by what the draft says of itself. */
async function dossiersOf(cases: readonly Case[]): Promise<Map<string, Kept[]>> {
  const hashes = cases.flatMap((one) => one.hashes);
  const { rows } = await sql<Omit<Kept, 'draft_id'>>`
    select d.id, d.request_code, array_agg(f.sha256 order by f.sha256) as hashes
    from dossiers.dossier d join dossiers.file f on f.dossier_id = d.id
    where f.sha256 = any(${hashes}::text[]) group by d.id`.execute(house.db());
  const draftOf = new Map(cases.flatMap((one) => one.hashes.map((hash) => [hash, one.draft.id] as const)));
  const found = new Map<string, Kept[]>();
  for (const row of rows) {
    const draft_id = draftOf.get(row.hashes[0] ?? '') ?? '';
    found.set(draft_id, [...(found.get(draft_id) ?? []), { ...row, draft_id }]);
  }
  return found;
}

/** Names of the files on the shelf whose bytes are not what the name says. */
function wrongFiles(names: readonly string[]): string[] {
  return names.filter((sha256) => {
    const place = join(house.varFolder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    return createHash('sha256').update(readFileSync(place)).digest('hex') !== sha256;
  });
}

/** Everything on the shelf, also what was being put there when the process died. */
function shelved(): string[] {
  return readdirSync(join(house.varFolder, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^..\/..\/[0-9a-f]{64}$/u.test(path))
    .map((path) => path.slice(6));
}

async function expectNothingLostNothingTwice({ cases }: Work): Promise<void> {
  const kept = await dossiersOf(cases);
  for (const one of cases) {
    const dossiers = kept.get(one.draft.id) ?? [];
    expect(dossiers, `dossiers of draft ${one.draft.id}`).toHaveLength(1);
    // Every answer, the first and each after a retry, named this one.
    expect(new Set(one.answered)).toEqual(new Set([dossiers[0]?.id]));
    expect(dossiers[0]?.request_code).toMatch(/^YC-[2-9A-Z]{5}-[2-9A-Z]{5}$/u);
    expect(dossiers[0]?.hashes).toEqual([...one.hashes].sort());
  }
  const onShelf = shelved();
  expect(onShelf).toEqual(expect.arrayContaining(cases.flatMap((one) => one.hashes)));
  expect(wrongFiles(onShelf)).toEqual([]);
  const { rows } = await sql<{ facts: number }>`
    select count(*)::int as facts from journal.fact
    where name = 'dossier.submitted' and stream = any(${cases.map((one) => `dossier:${one.answered[0]}`)}::text[])`.execute(
    house.db(),
  );
  expect(rows[0]?.facts).toBe(cases.length);
  expect((await verifyJournal(house.db())).firstBreak).toBeNull();
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
    const web = house.pidOf('web');
    const work = await begin(house, DRAFTS);
    await inTheMidst(work, () => process.kill(web, 'SIGKILL'));
    expect(lives(web)).toBe(false);
    expect(house.pidOf('web')).not.toBe(web);
    await expectNothingLostNothingTwice(work);
  }, 60_000);

  test('while the database server is killed', async () => {
    const server = house.databasePid();
    const work = await begin(house, DRAFTS);
    await inTheMidst(work, () => process.kill(server, 'SIGKILL'));
    expect(house.databasePid()).not.toBe(server);
    await expectNothingLostNothingTwice(work);
  }, 60_000);

  test('while both are killed at once, in the same breath', async () => {
    const [web, server] = [house.pidOf('web'), house.databasePid()];
    const work = await begin(house, DRAFTS);
    await inTheMidst(work, () => {
      process.kill(server, 'SIGKILL');
      process.kill(web, 'SIGKILL');
    });
    await expectNothingLostNothingTwice(work);
  }, 60_000);
});
