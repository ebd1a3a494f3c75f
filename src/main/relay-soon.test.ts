// What somebody waits for at the screen is carried on at once, however seldom the relay comes round.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../tests/support/country.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { queueMessage } from '../modules/notices/index.ts';
import { act, SYSTEM } from '../platform/act.ts';
import { newId } from '../platform/crypto.ts';
import { createLog } from '../platform/log.ts';
import { ok } from '../rules/kernel/index.ts';
import { type Relay, startRelay } from './relay.ts';

const NEVER_MS = 3_600_000;
const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let test: TestDatabase;
let relay: Relay;
beforeEach(async () => {
  test = await testDatabase();
  await test.asOwner((owner) => sql`truncate journal.outbox`.execute(owner));
  relay = startRelay({
    db: test.db,
    url: test.url,
    subscriptions: {},
    log: createLog('test', 'silent'),
    pollMs: NEVER_MS,
  });
  await until('the relay listens', 20, async () => (await listeners()).length === 1);
});
afterEach(async () => {
  await relay.stop();
  await test.drop();
});

const listeners = async () =>
  (
    await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and query = 'listen motcua_soon'`.execute(
      test.db,
    )
  ).rows;
const waiting = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from journal.outbox`.execute(test.db)).rows[0]?.n;
const message = (secret: boolean) =>
  act({ db: test.db, actor: SYSTEM, now }, async (ctx) =>
    ok(
      await queueMessage(ctx, {
        key: `code:${newId()}`,
        kind: secret ? 'one-time-code' : 'dossier.accepted',
        channel: 'sms',
        to: '+84912345678',
        text: '123456',
        secret,
      }),
    ),
  );

it('carries a code on at once, and with it what has gathered; a notice alone waits for its round', async () => {
  await message(false);
  expect(await waiting()).toBe(1);
  await message(true);
  await until('both are carried on', 20, async () => (await waiting()) === 0);
});

it('hears again after its connection was lost, and what was called meanwhile is not missed', async () => {
  const [before] = await listeners();
  await test.asOwner((owner) => sql`select pg_terminate_backend(${before?.pid})`.execute(owner));
  await until('nobody listens', 20, async () => !(await listeners()).some(({ pid }) => pid === before?.pid));
  await message(true);
  await until('it is carried on', 20, async () => (await waiting()) === 0);
});
