// Nothing slow inside a transaction: whatever reaches for it there is stopped, before or after it is free.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelsOf } from '../../src/main/channels.ts';
import { readConfig } from '../../src/main/config.ts';
import { openHouse } from '../../src/main/wire.ts';
import { hashPassword } from '../../src/modules/identity/index.ts';
import { act, SYSTEM } from '../../src/platform/act.ts';
import { createLog } from '../../src/platform/log.ts';
import { renderPdf } from '../../src/platform/pdf/index.ts';
import { ok } from '../../src/rules/kernel/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'motcua-outside-'));
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const within = (work: () => unknown) =>
  act({ db: test.db, actor: SYSTEM, now }, async () => {
    // Also behind a wait, and in what is called together.
    await Promise.resolve();
    await Promise.all([work()]);
    return ok(null);
  });
const paper = () => renderPdf((sheet) => sheet.paragraph('x'), { title: 'x', createdAt: now });

describe('inside a transaction', () => {
  it('no paper is made and no password hashed', async () => {
    await expect(within(paper)).rejects.toThrow('a paper is made inside a transaction');
    await expect(within(() => hashPassword('x'))).rejects.toThrow(
      'a password is hashed inside a transaction',
    );
    await expect(test.db.transaction().setIsolationLevel('repeatable read').execute(paper)).rejects.toThrow(
      'inside a transaction',
    );
  });

  it('nothing outside the house is reached', async () => {
    const config = readConfig({ MOTCUA_VAR: folder, DATABASE_URL: test.url, LOG_LEVEL: 'silent' });
    const { files, signer, identity } = await openHouse(config, test.db, createLog('test', 'silent'));
    const channels = Object.fromEntries(channelsOf(config).map((channel) => [channel.name, channel]));
    const ports: Readonly<Record<string, object>> = {
      files,
      signer,
      phoneOwner: identity.phoneOwner,
      ...channels,
    };
    for (const [name, port] of Object.entries(ports)) {
      const calls = Object.entries(port).filter(([, part]) => typeof part === 'function');
      expect([name, calls.length > 0]).toEqual([name, true]);
      for (const [call, part] of calls)
        await expect(
          within(() => part()),
          `${name}.${call}`,
        ).rejects.toThrow(/inside a transaction$/u);
    }
  });

  it('and before and after it all of that is free', async () => {
    expect((await paper()).length).toBeGreaterThan(0);
    await within(() => null);
    expect(await hashPassword('x')).toMatch(/^\$argon2id/u);
  });
});
