// The hourly sweep forgets what has ended and nothing else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { filesUnder } from '../../tests/support/kept-files.ts';
import { type FileStore, storeBytes } from '../modules/files/index.ts';
import { newId } from '../platform/crypto.ts';
import { takeOne } from '../platform/limits.ts';
import { createLog } from '../platform/log.ts';
import { findSession, openSession } from '../platform/sessions.ts';
import { sweepAll } from './sweeps.ts';

let test: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'motcua-sweep-'));
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps running sessions and counts, forgets those ended a day ago, leaves accounts and journal alone', async () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const session = { site: 'portal', accountId: newId(), personId: newId(), name: 'An', hours: 1 } as const;
  const ended = await openSession(test.db, { ...session, now: now.subtract({ hours: 26 }) });
  // Whose it was is still known to who comes back with a page of theirs.
  const lately = await openSession(test.db, { ...session, now: now.subtract({ hours: 2 }) });
  const running = await openSession(test.db, { ...session, now });
  await takeOne(test.db, { key: 'old', most: 1, seconds: 60 }, now.subtract({ hours: 72 }));
  await takeOne(test.db, { key: 'new', most: 1, seconds: 60 }, now);
  const kept = async () => ({
    accounts: (await test.db.selectFrom('identity.account').select('id').execute()).length,
    facts: (await test.db.selectFrom('journal.fact').select('seq').execute()).length,
  });
  const before = await kept();
  const files = await filesUnder(folder);
  await sweepAll({ db: test.db, files, log: createLog('test', 'silent') }, now);
  const sessions = await test.db.selectFrom('platform.session').select('id').execute();
  expect(sessions).toHaveLength(2);
  expect(await findSession(test.db, 'portal', running, now)).not.toBeNull();
  expect(await findSession(test.db, 'portal', ended, now.subtract({ hours: 26 }))).toBeNull();
  expect(await findSession(test.db, 'portal', lately, now)).toBeNull();
  expect(await test.db.selectFrom('platform.rate').select('key').execute()).toEqual([{ key: 'new' }]);
  expect(await kept()).toEqual(before);
});

it('finds a stored file that was damaged or lost, says so each time, and says once that it is whole again', async () => {
  const files = await filesUnder(mkdtempSync(join(folder, 'kept-')));
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const kept = async (text: string) => {
    const stored = await storeBytes(test.db, files, { bytes: Buffer.from(text), mime: 'text/plain', now });
    if (!stored.ok) throw new Error(stored.refusal.code);
    return stored.value.sha256;
  };
  const [whole, bad, gone] = [await kept('lành'), await kept('hỏng'), await kept('mất')];
  let wrong: Record<string, 'damaged' | 'missing'> = { [bad]: 'damaged', [gone]: 'missing' };
  let read: string[] = [];
  const failing: FileStore = {
    ...files,
    verify: async (name) => {
      read.push(name);
      const kind = wrong[name];
      if (!kind) return files.verify(name);
      return kind === 'missing' ? { kind } : { kind, reason: 'x' };
    },
  };
  const told: unknown[] = [];
  const log = createLog('test', 'silent');
  log.error = log.info = ((line: unknown, said: string) => told.push({ ...(line as object), said })) as never;
  const round = async (hours: number) => {
    told.length = 0;
    read = [];
    await sweepAll({ db: test.db, files: failing, log }, now.add({ hours }));
    return [...told];
  };
  const both = [
    { sha256: bad, state: 'damaged', said: 'a stored file is not whole' },
    { sha256: gone, state: 'missing', said: 'a stored file is not whole' },
  ];
  expect(await round(0)).toEqual(expect.arrayContaining(both));
  expect(read).toContain(whole);
  expect(await round(1)).toEqual(expect.arrayContaining(both));
  expect(read).not.toContain(whole);
  wrong = { [gone]: 'missing' };
  expect(await round(2)).toContainEqual({ sha256: bad, said: 'a stored file is whole again' });
  expect(await round(3)).toEqual([both[1]]);
  await round(24 * 8);
  expect(read).toContain(whole);
});
