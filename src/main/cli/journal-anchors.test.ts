// Whoever has the database's password and rewrites the journal consistently is found by the anchors outside: each of the edits that the
// chains alone let pass, and each thing that may be done to the anchor file.
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { act, SYSTEM } from '../../platform/act.ts';
import { anchorNow, checkingKey, signingKey } from '../../platform/anchors/index.ts';
import { verifyJournal } from '../../platform/journal.ts';
import { ok } from '../../rules/kernel/index.ts';
import { keepAnchoring } from '../anchoring.ts';
import { relayOnce } from '../relay.ts';
import { checkJournal } from './journal.ts';

let test: TestDatabase;
let folder: string;
let path: string;
let minutes = 0;
beforeEach(async () => {
  test = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'motcua-anchors-'));
  path = join(folder, 'elsewhere', 'journal.jsonl');
});
afterEach(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const keyPath = () => join(folder, 'anchor-key.pem');
const nextMinute = () => Temporal.Instant.from('2026-12-01T02:00:00Z').add({ minutes: minutes++ });
const anchor = (anew = false) =>
  anchorNow({ db: test.db, path, key: signingKey(keyPath()), now: nextMinute(), anew });
const check = () => checkJournal(test.db, { path, key: checkingKey(keyPath()) });
const reasons = async () =>
  ((await check()).findings ?? []).map(({ stream, reason }) => `${stream}: ${reason}`);
const lines = () => readFileSync(path, 'utf8').trimEnd().split('\n');
const rewriteFile = (kept: readonly string[]) =>
  writeFileSync(path, kept.map((line) => `${line}\n`).join(''));

/** Facts on a stream, and the relay's passing by. */
async function tell(stream: string, ...names: string[]): Promise<void> {
  const now = nextMinute();
  for (const name of names) {
    await act({ db: test.db, actor: SYSTEM, now }, async (ctx) => {
      ctx.announce({ stream, name: `test.${name}` });
      return ok(null);
    });
  }
  while ((await relayOnce(test.db, {})) > 0);
}

/** As whoever owns the tables can. */
function past(...statements: string[]): Promise<void> {
  return test.asOwner(async (owner) => {
    await sql`set session_replication_role = replica`.execute(owner);
    for (const statement of statements) await sql.raw(statement).execute(owner);
  });
}

/** Hashes and head of a stream computed anew from a fact on, as `writeFact` would have. */
const RECHAIN = (stream: string, from: number) => `
  do $$ declare last bytea; r record; begin
    select hash into last from journal.fact where stream = '${stream}' and seq = ${from - 1};
    last := coalesce(last, sha256(convert_to('${stream}', 'UTF8')));
    for r in select seq, body from journal.fact where stream = '${stream}' and seq >= ${from} order by seq loop
      last := sha256(last || convert_to(r.body, 'UTF8'));
      update journal.fact set hash = last where stream = '${stream}' and seq = r.seq;
    end loop;
    update journal.stream set hash = last where stream = '${stream}';
  end $$`;

describe('with anchors outside', () => {
  beforeEach(async () => {
    await tell('test:one', 'begun', 'gone-on', 'ended');
    await tell('test:other', 'begun');
    await anchor();
  });

  it('what nobody touched holds, and what came since is counted', async () => {
    expect(await check()).toMatchObject({ ok: true, anchored: { anchors: 1, unanchored: 0 } });
    await tell('test:one', 'more');
    expect(await check()).toMatchObject({ ok: true, anchored: { anchors: 1, unanchored: 1 } });
  });

  it('the end of a stream cut off together with its head is named', async () => {
    await past(
      `delete from journal.fact where stream = 'test:one' and seq = 3`,
      `update journal.stream set seq = 2, hash = (select hash from journal.fact where stream = 'test:one' and seq = 2) where stream = 'test:one'`,
    );
    expect((await verifyJournal(test.db)).firstBreak).toBeNull();
    expect(await reasons()).toEqual([
      expect.stringMatching(
        /^test:one: the end of the stream was cut off together with its head: it had 3 facts when it was anchored, 2 are left \(anchor 1 of 2026-/u,
      ),
    ]);
  });

  it('a consistent rewrite is named, also when the stream went on and was anchored since', async () => {
    await past(
      `update journal.fact set body = replace(body, 'test.gone-on', 'test.gone-by'), name = 'test.gone-by' where stream = 'test:one' and seq = 2`,
      RECHAIN('test:one', 2),
    );
    expect((await verifyJournal(test.db)).firstBreak).toBeNull();
    const named = [expect.stringMatching(/^test:one: the stream was rewritten, hashes and all/u)];
    expect(await reasons()).toEqual(named);
    await tell('test:one', 'more');
    await anchor();
    expect(await reasons()).toEqual(named);
  });

  it('a whole stream that was removed is named', async () => {
    await past(
      `delete from journal.fact where stream = 'test:one'`,
      `delete from journal.stream where stream = 'test:one'`,
    );
    expect((await verifyJournal(test.db)).firstBreak).toBeNull();
    expect(await reasons()).toEqual([
      expect.stringMatching(/^test:one: the whole stream is gone, its head too: it had 3 facts/u),
    ]);
  });

  it('a stream whose note was taken away to keep it from the anchors is named', async () => {
    await tell('test:kept', 'begun');
    await past('delete from journal.touched');
    await anchor();
    expect(await reasons()).toEqual([
      expect.stringMatching(/^test:kept: facts of this stream were kept from the anchors/u),
    ]);
  });

  it('a file that is missing is told, and no new one is begun in silence', async () => {
    rmSync(path);
    expect(await reasons()).toEqual([
      expect.stringMatching(/^anchors: the anchor file .* is missing; .* up to 1$/u),
    ]);
    await tell('test:one', 'more');
    await expect(anchor()).rejects.toThrow('Không thấy tệp neo');
    expect(await anchor(true)).toMatchObject([{ n: 1, follows: { n: 1 } }]);
    expect(await check()).toMatchObject({
      ok: true,
      anchored: { anchors: 1, unanchored: 0, follows: { n: 1 } },
    });
  });

  it('a file that was cut at its end is told, and is not written on', async () => {
    await tell('test:one', 'more');
    await anchor();
    rewriteFile(lines().slice(0, 1));
    expect(await reasons()).toEqual([
      'anchors: the anchor file was cut: it ends at anchor 1, the database knows of anchors up to 2',
    ]);
    await tell('test:one', 'still-more');
    await expect(anchor()).rejects.toThrow('bị cắt hoặc bị thay');
  });

  it('a file that was cut in the middle or at its beginning is told', async () => {
    for (const name of ['more', 'still-more']) {
      await tell('test:one', name);
      await anchor();
    }
    const [first, second, third] = lines() as [string, string, string];
    rewriteFile([first, third]);
    expect(await reasons()).toEqual([expect.stringContaining('anchor 3 does not follow from anchor 1')]);
    rewriteFile([second, third]);
    expect(await reasons()).toEqual([expect.stringContaining('the beginning was cut off')]);
  });

  it('a file that was signed by another key, or changed, is told', async () => {
    const [line] = lines() as [string];
    const mine = readFileSync(keyPath());
    writeFileSync(
      keyPath(),
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    expect(await reasons()).toEqual([expect.stringContaining('anchor 1 is signed by another key')]);
    await tell('test:one', 'more');
    await expect(anchor()).rejects.toThrow('không mang chữ ký');
    writeFileSync(keyPath(), mine);
    rewriteFile([line.replace('"facts":', '"facts":1')]);
    expect(await reasons()).toEqual([expect.stringContaining('does not bear the signature')]);
    rewriteFile([line.replace('"test:one",3', '"test:one",2')]);
    expect(await reasons()).toEqual([expect.stringContaining('lists other heads')]);
    rmSync(keyPath());
    expect(await reasons()).toEqual([expect.stringContaining('there is no key')]);
  });

  it('a line that a crash tore is passed over, and hides nothing', async () => {
    appendFileSync(path, lines()[0]?.slice(0, 40) ?? '');
    expect(await check()).toMatchObject({ ok: true });
    await tell('test:one', 'more');
    await anchor();
    expect(lines()).toHaveLength(3);
    expect(await check()).toMatchObject({ ok: true, anchored: { anchors: 2 } });
  });

  it('an anchor that the database did not hear of is taken over', async () => {
    await past('delete from journal.anchor');
    await tell('test:one', 'more');
    expect(await anchor()).toMatchObject([{ n: 2 }]);
    expect(await check()).toMatchObject({ ok: true, anchored: { anchors: 2 } });
  });
});

it('only what moved is anchored, and nothing when nothing moved', async () => {
  await tell('test:one', 'begun');
  const [first] = await anchor();
  expect(first?.heads).toBe(first?.streams);
  expect(await anchor()).toEqual([]);
  await tell('test:two', 'begun', 'gone-on');
  expect(await anchor()).toMatchObject([{ n: 2, heads: 1, facts: (first?.facts ?? 0) + 2 }]);
  expect(lines()).toHaveLength(2);
});

it('what the relay has not taken yet is anchored too', async () => {
  await tell('test:one', 'begun');
  await anchor();
  await act({ db: test.db, actor: SYSTEM, now: nextMinute() }, async (ctx) => {
    ctx.announce({ stream: 'test:waits', name: 'test.begun' });
    return ok(null);
  });
  expect(await anchor()).toMatchObject([{ heads: 1 }]);
  expect(await check()).toMatchObject({ ok: true, anchored: { unanchored: 0 } });
});

it('two at once write one chain', async () => {
  await tell('test:one', 'begun');
  await Promise.all([anchor(), anchor(), anchor()]);
  expect(lines()).toHaveLength(1);
  expect(await check()).toMatchObject({ ok: true });
});

it('the worker anchors when it begins and when it stops; file and key are not for everybody', async () => {
  await tell('test:one', 'begun');
  const log = { info: () => {}, error: (told: object) => expect(told).toBeNull() } as never;
  const stop = keepAnchoring({
    db: test.db,
    clock: { now: nextMinute },
    log,
    anchors: { path, keyPath: keyPath(), everyMinutes: 60 },
  });
  await expect.poll(() => statSync(path, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(0);
  await tell('test:one', 'more');
  await stop();
  expect(lines()).toHaveLength(2);
  expect(await check()).toMatchObject({ ok: true, anchored: { unanchored: 0 } });
  expect(statSync(path).mode & 0o007).toBe(0);
  expect(statSync(keyPath()).mode & 0o077).toBe(0);
});
