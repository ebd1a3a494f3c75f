// What a killed run leaves behind is taken over or cleared away: the next start is ready, with everything that was there.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../src/platform/journal.ts';
import { begin } from './citizens-at-work.ts';
import { type Installation, lives, newInstallation, until } from './installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await newInstallation();
  await installation.start();
}, 120_000);
afterAll(async () => installation?.close(), 60_000);

async function expectWholeAndServing(): Promise<void> {
  await installation.healthy();
  const work = await begin(installation, 8);
  await work.done;
  expect((await verifyJournal(installation.db())).firstBreak).toBeNull();
}

async function dossiers(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from dossiers.dossier`.execute(
    installation.db(),
  );
  return rows[0]?.n ?? 0;
}

describe('the start program is killed', () => {
  test('its database server lives on and is taken over; its other processes end', async () => {
    await expectWholeAndServing();
    const before = await dossiers();
    const first = await installation.start().catch((error: Error) => error);
    // While it runs, a second one says so and leaves it alone.
    expect(String(first)).toMatch(/đang chạy từ thư mục này rồi/u);
    const [server, web, worker] = [
      installation.databasePid(),
      installation.pidOf('web'),
      installation.pidOf('worker'),
    ];
    process.kill(installation.startPid(), 'SIGKILL');
    const run = await installation.start();
    expect(run.said()).toContain(
      `nhận lại máy chủ cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${server})`,
    );
    expect(installation.databasePid()).toBe(server);
    await until(() => !lives(web) && !lives(worker), 'the processes of the killed run have ended');
    expect(await dossiers()).toBe(before);
    await expectWholeAndServing();
  }, 60_000);

  test('together with its database server: the next start recovers what was committed', async () => {
    const work = await begin(installation, 16);
    await work.done;
    const before = await dossiers();
    process.kill(installation.databasePid(), 'SIGKILL');
    process.kill(installation.startPid(), 'SIGKILL');
    const run = await installation.start();
    expect(run.said()).not.toMatch(/EADDRINUSE|Error/u);
    expect(await dossiers()).toBe(before);
    await expectWholeAndServing();
  }, 60_000);
});

describe('a lock that belongs to nobody any more', () => {
  test('postmaster.pid and running.pid name a stranger: both are seen through', async () => {
    await installation.stop();
    const elsewhere = tmpdir();
    const stranger = spawn('sleep', ['300'], { cwd: elsewhere, stdio: 'ignore' });
    try {
      const port = readFileSync(join(installation.varFolder, 'pg', 'port'), 'utf8');
      const data = join(installation.varFolder, 'pg', 'data');
      writeFileSync(
        join(data, 'postmaster.pid'),
        [stranger.pid, data, 1, port, '', '127.0.0.1', '', 'ready   ', ''].join('\n'),
      );
      writeFileSync(join(installation.varFolder, 'running.pid'), String(stranger.pid));
      await installation.start();
      expect(installation.databasePid()).not.toBe(stranger.pid);
      expect(lives(stranger.pid ?? 0), 'the stranger was harmed').toBe(true);
      await expectWholeAndServing();
    } finally {
      stranger.kill();
    }
  }, 60_000);
});
