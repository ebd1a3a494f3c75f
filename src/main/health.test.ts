// What machines are told of the house, and that nobody else is told anything.
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSitesOfFile, SITE_NAMES } from '../../tests/support/all-sites.ts';
import { queueMessage, sendMessages } from '../modules/notices/index.ts';
import { act, SYSTEM, writeFact } from '../platform/act.ts';
import { breathe } from '../platform/breath.ts';
import { newId } from '../platform/crypto.ts';
import { ok } from '../rules/kernel/index.ts';
import { lookAtHouse, THRESHOLDS } from './health.ts';

const TOKEN = 'a-token-of-some-length-0123';
const all = allSitesOfFile({ HEALTH_TOKEN: TOKEN });
const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const ago = (seconds: number) => now.subtract({ seconds });
const ROOM: number = THRESHOLDS.diskFreeBytes;
const look = (at = now, free = ROOM, takesUploads = true, kept = true) =>
  lookAtHouse(
    all.test.db,
    { free: async () => free, takesUploads: async () => takesUploads, keepsBallast: async () => kept },
    at,
  );

const carrier = {
  name: 'sms',
  form: 'short',
  addressOf: () => null,
  send: async () => ({ kind: 'sent', carrierId: 'c' }) as const,
} as const;

async function queued(at: Temporal.Instant): Promise<string> {
  const made = await act({ db: all.test.db, actor: SYSTEM, now: at }, async (ctx) =>
    ok(
      await queueMessage(ctx, {
        key: `code:${newId()}`,
        kind: 'one-time-code',
        channel: 'sms',
        to: '+84912345678',
        text: 'x',
      }),
    ),
  );
  return (made.ok && made.value) || '';
}
const emptyOutbox = () => all.test.asOwner((owner) => sql`delete from journal.outbox`.execute(owner));

beforeAll(async () => {
  await runMigrations({ connectionString: all.test.url });
  await emptyOutbox();
});

describe.each(SITE_NAMES)('%s', (site) => {
  const ask = (url: string, remoteAddress: string, headers: Record<string, string> = {}) =>
    all.sites[site].inject({ url, remoteAddress, headers });

  it.each(['/health', '/metrics'])(
    'tells machines of the house, and has no %s for anybody else',
    async (url) => {
      for (const own of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])
        expect([own, (await ask(url, own)).statusCode]).toEqual([own, 200]);
      const bearer = { authorization: `Bearer ${TOKEN}` };
      expect((await ask(url, '10.0.0.1', bearer)).statusCode).toBe(200);
      expect((await ask(url, '10.0.0.1', { ...bearer, host: '10.0.0.9:3000' })).statusCode).toBe(200);
      const nothing = await ask('/khong-co-trang-nay', '10.0.0.1');
      for (const [from, headers] of [
        ['10.0.0.1', {}],
        ['10.0.0.1', { authorization: `Bearer ${TOKEN}x` }],
        ['10.0.0.1', { authorization: 'Bearer ' }],
        ['10.0.0.1', { authorization: `Basic ${TOKEN}` }],
        ['10.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
        // A proxy on this machine asks for somebody else.
        ['127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
        ['127.0.0.1', { forwarded: 'for=203.0.113.9' }],
        ['127.0.0.1', { via: '1.1 proxy' }],
        ['127.0.0.1', { authorization: 'Bearer wrong' }],
      ] as const) {
        const answer = await ask(url, from, headers);
        expect([from, headers, answer.statusCode]).toEqual([from, headers, 404]);
        expect(answer.headers['content-type']).toBe(nothing.headers['content-type']);
        expect(answer.body).not.toMatch(/queueDepth|motcua_/u);
      }
    },
  );
});

describe('the house', () => {
  it('is degraded until a worker breathes, and again when it has stopped', async () => {
    expect(await look()).toMatchObject({
      status: 'degraded',
      reasons: ['worker-silent'],
      workerBreathSeconds: null,
    });
    await breathe(all.test.db, '0.1.0');
    await breathe(all.test.db, '0.1.0');
    expect(await look()).toMatchObject({ status: 'ok', reasons: [] });
    await sql`update platform.breath set at = now() - make_interval(secs => ${THRESHOLDS.workerSilentSeconds + 5})`.execute(
      all.test.db,
    );
    expect((await look()).reasons).toEqual(['worker-silent']);
    await breathe(all.test.db, '0.1.0');
  });

  it('tells the oldest message that waits and when its channel last took one', async () => {
    const sent = await queued(ago(900));
    await sendMessages(all.test.db, [carrier], [sent], ago(600));
    await emptyOutbox();
    const first = await queued(ago(100));
    const second = await queued(ago(10));
    await emptyOutbox();
    expect(await look()).toMatchObject({
      status: 'ok',
      messages: 2,
      oldestMessageSeconds: 100,
      lastSuccess: { sms: ago(600).toString(), bank: null },
    });
    expect((await look(now.add({ seconds: 60 }))).reasons).toEqual(['messages-late']);
    await sendMessages(all.test.db, [carrier], [first, second], now);
    await emptyOutbox();
    expect(await look()).toMatchObject({
      messages: 0,
      oldestMessageSeconds: null,
      lastSuccess: { sms: now.toString() },
    });
  });

  it('tells the oldest fact that no worker took', async () => {
    const fact = (at: Temporal.Instant) =>
      writeFact(all.test.db, SYSTEM, at, { stream: `thing:${newId()}`, name: 'thing.done' });
    await fact(ago(70));
    await fact(ago(1));
    expect(await look()).toMatchObject({ reasons: ['facts-late'], queueDepth: 2, oldestFactSeconds: 70 });
    await emptyOutbox();
  });

  it('tells the oldest job, tried or not, and those that nobody takes any more', async () => {
    const add = (most: number) =>
      sql`select graphile_worker.add_job('send-message', '{}'::json, max_attempts => ${most})`.execute(
        all.test.db,
      );
    const older = (seconds: number) =>
      sql`update graphile_worker._private_jobs set created_at = now() - make_interval(secs => ${seconds})`.execute(
        all.test.db,
      );
    await add(5);
    await older(30);
    expect(await look()).toMatchObject({ status: 'ok', jobs: 1, jobsGivenUp: 0 });
    await older(150);
    const late = await look();
    expect(late.reasons).toEqual(['jobs-late']);
    expect(late.oldestJobSeconds).toBeGreaterThanOrEqual(150);
    await sql`update graphile_worker._private_jobs set attempts = max_attempts`.execute(all.test.db);
    expect(await look()).toMatchObject({
      reasons: ['jobs-given-up'],
      jobs: 0,
      oldestJobSeconds: null,
      jobsGivenUp: 1,
    });
    await sql`delete from graphile_worker._private_jobs`.execute(all.test.db);
  });

  it('tells the free disk where its state lies, and that uploads have stopped', async () => {
    expect(await look(now, ROOM - 1)).toMatchObject({ reasons: ['disk-low'], diskFreeBytes: ROOM - 1 });
    expect(await look(now, 1, false)).toMatchObject({
      status: 'degraded',
      reasons: ['disk-low', 'uploads-stopped'],
      takesUploads: false,
    });
    expect((await look(now, ROOM, true, false)).reasons).toEqual(['ballast-spent']);
  });
});

it('says the same in the text that Prometheus reads', async () => {
  await all.sites.portal.inject({ url: '/khong-co-trang-nay' });
  const answer = await all.sites.portal.inject({ url: '/metrics' });
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = answer.body.split('\n');
  expect(lines.pop()).toBe('');
  const value =
    /^[a-z][a-z_]*(?:\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="[^"]*")*\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;
  for (const line of lines)
    expect(line).toMatch(
      line.startsWith('#') ? /^# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:gauge|counter))$/u : value,
    );
  const names = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(new Set(names).size).toBe(names.length);
  for (const known of [
    'motcua_database_up 1',
    'motcua_degraded{reason="worker-silent"} 0',
    'motcua_facts 0',
    'motcua_messages 0',
    `motcua_last_success_timestamp_seconds{channel="sms"} ${now.epochMilliseconds / 1000}`,
  ])
    expect(lines).toContain(known);
  expect(answer.body).toMatch(/^motcua_http_requests_total\{status="4xx"\} [1-9]/mu);
});
