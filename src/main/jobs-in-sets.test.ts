// Facts that have gathered are worked on together; each still fails, waits and is tried again by itself, and a code waits behind none of them.
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../tests/support/country.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { sentDossier } from '../../tests/support/sent-dossier.ts';
import { type ChannelMessage, queueMessage, type SendingOutcome } from '../modules/notices/index.ts';
import { act, type Fact, type RecordedFact, SYSTEM } from '../platform/act.ts';
import { fixedClock } from '../platform/clock.ts';
import { newId } from '../platform/crypto.ts';
import { createLog } from '../platform/log.ts';
import { ok } from '../rules/kernel/index.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { relayOnce } from './relay.ts';
import { handlers, isUrgent, SUBSCRIPTIONS } from './subscriptions.ts';

const clock = fixedClock('2026-11-23T02:00:00Z');
const log = createLog('test', 'silent');
const DOSSIERS = 7;
let test: TestDatabase;
let jobs: Jobs | undefined;
beforeEach(async () => {
  test = await testDatabase();
  await runMigrations({ connectionString: test.url });
  await test.asOwner((owner) => sql`truncate journal.outbox`.execute(owner));
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await test.drop();
});

/** A carrier that answers as it is told by a phone, and takes everything else. */
function carrier(answer: (phone: string) => Promise<SendingOutcome> | undefined = () => undefined) {
  const handed: ChannelMessage[] = [];
  return {
    name: 'sms',
    form: 'short' as const,
    addressOf: ({ phone }: { phone: string }) => phone,
    handed,
    send(message: ChannelMessage): Promise<SendingOutcome> {
      handed.push(message);
      return answer(message.to) ?? Promise.resolve({ kind: 'sent', carrierId: 'c' });
    },
  };
}

const start = async (sms: ReturnType<typeof carrier>) => {
  const all = handlers({ db: test.db, clock, channels: [sms], payeeOf: () => undefined });
  jobs = await startJobs({ db: test.db, url: test.url, clock, log, handlers: all });
};
const announce = (facts: readonly Fact[]) =>
  act({ db: test.db, actor: SYSTEM, now: clock.now() }, async (ctx) => {
    for (const fact of facts) ctx.announce(fact);
    return ok(null);
  });

/** Dossiers of as many phones. */
async function dossiers(count = DOSSIERS): Promise<{ id: string; phone: string }[]> {
  const first = (table: 'people.person' | 'agencies.agency' | 'catalogue.procedure') =>
    sql<{ id: string }>`select id from ${sql.table(table)} limit 1`
      .execute(test.db)
      .then(({ rows }) => rows[0]?.id ?? '');
  const about = {
    personId: await first('people.person'),
    procedureId: await first('catalogue.procedure'),
    agencyId: await first('agencies.agency'),
    at: clock.now().toString(),
  };
  const phones = Array.from({ length: count }, (_, at) => `+8493${String(at + 1).padStart(7, '0')}`);
  const made: { id: string; phone: string }[] = [];
  for (const phone of phones) {
    const { id } = await sentDossier(test.db, { ...about, over: { owner_phone: phone } });
    made.push({ id, phone });
  }
  return made;
}
const finished = (all: readonly { id: string }[]): Fact[] =>
  all.map(({ id }) => ({ stream: `dossier:${id}`, name: 'dossier.finished' }));
const recorded = (facts: readonly Fact[]): RecordedFact[] =>
  facts.map(({ stream, name }) => ({ stream, name, seq: 1, data: {} }));

interface Waiting {
  readonly task: string;
  readonly payload: readonly RecordedFact[];
  readonly attempts: number;
  readonly later: boolean;
}
const waiting = async () =>
  (
    await sql<Waiting>`
      select task_identifier as task, payload, j.attempts, j.run_at > now() as later
      from graphile_worker._private_jobs j join graphile_worker.jobs using (id) order by j.id`.execute(
      test.db,
    )
  ).rows;
const states = async () =>
  Object.fromEntries(
    (await test.db.selectFrom('notices.message').select(['recipient', 'state']).execute()).map(
      ({ recipient, state }) => [recipient, state],
    ),
  );
const code = () =>
  act({ db: test.db, actor: SYSTEM, now: clock.now() }, async (ctx) =>
    ok(
      await queueMessage(ctx, {
        key: `code:${newId()}`,
        kind: 'one-time-code',
        channel: 'sms',
        to: '+84987654321',
        text: '123456',
        secret: true,
      }),
    ),
  );

it('what has gathered is one job; one that its carrier would not take stays in it alone, and is tried again later', async () => {
  const all = await dossiers();
  const busy = all[3]?.phone ?? '';
  const sms = carrier((phone) =>
    phone === busy ? Promise.resolve({ kind: 'tryAgain', reason: 'busy' }) : undefined,
  );
  await announce(finished(all));
  await relayOnce(test.db, SUBSCRIPTIONS);
  expect((await waiting()).map(({ task, payload }) => [task, payload.length])).toContainEqual([
    'tell-owner',
    DOSSIERS,
  ]);
  await start(sms);
  await until('all but one are sent', 20, async () =>
    all.every(({ phone }) => sms.handed.some(({ to }) => to === phone)),
  );
  await until('the one is left', 20, async () => {
    const left = (await waiting()).filter(({ task }) => task === 'send-message');
    return left.length === 1 && left[0]?.payload.length === 1 && left[0].later;
  });
  const found = await states();
  for (const { phone } of all) expect(found[phone]).toBe(phone === busy ? 'queued' : 'sent');
  const handedTwice = all.filter(
    ({ phone }) => phone !== busy && sms.handed.filter(({ to }) => to === phone).length > 1,
  );
  expect(handedTwice).toEqual([]);
});

it('one without a dossier, and one that breaks the statement itself, fail alone', async () => {
  const all = await dossiers();
  const missing = { id: newId() };
  const broken = { id: 'no id at all' };
  await announce(finished([...all.slice(0, 3), missing, broken, ...all.slice(3)]));
  const sms = carrier();
  await start(sms);
  await until('the others are told', 20, async () => sms.handed.length === DOSSIERS);
  await until('two are left', 20, async () => (await waiting()).some(({ attempts }) => attempts > 0));
  const left = (await waiting()).filter(({ task }) => task === 'tell-owner');
  expect(left.flatMap(({ payload }) => payload.map(({ stream }) => stream))).toEqual([
    `dossier:${missing.id}`,
    `dossier:${broken.id}`,
  ]);
});

it('a set run twice, and twice at the same moment, leaves the same as once', async () => {
  const all = await dossiers();
  const sms = carrier();
  const flows = handlers({ db: test.db, clock, channels: [sms], payeeOf: () => undefined });
  const facts = recorded(finished(all));
  const tell = () => flows['tell-owner'].many([...facts, ...facts]);
  await Promise.all([tell(), tell()]);
  await tell();
  const messages = await test.db.selectFrom('notices.message').select(['id', 'key']).execute();
  expect(messages.map(({ key }) => key).toSorted()).toEqual(
    facts.map(({ stream }) => `${stream}/1`).toSorted(),
  );
  const queued = messages.map(({ id }) => ({
    stream: `message:${id}`,
    seq: 1,
    name: 'notice.queued',
    data: {},
  }));
  const send = () => flows['send-message'].many([...queued, ...queued.toReversed()]);
  await Promise.all([send(), send()]);
  await send();
  expect(new Set(sms.handed.map(({ messageId }) => messageId)).size).toBe(DOSSIERS);
  const { rows } = await sql<{ name: string; n: number }>`
    select name, count(*)::int as n from journal.fact where stream like 'message:%' group by name order by name`.execute(
    test.db,
  );
  expect(rows).toEqual([
    { name: 'notice.queued', n: DOSSIERS },
    { name: 'notice.sent', n: DOSSIERS },
  ]);
});

it('a code goes out while a carrier keeps every notice in hand waiting', async () => {
  const shut = Promise.withResolvers<SendingOutcome>();
  const sms = carrier((phone) => (phone === '+84987654321' ? undefined : shut.promise));
  await start(sms);
  const all = await dossiers(40);
  for (const one of all) {
    await announce(finished([one]));
    await relayOnce(test.db, SUBSCRIPTIONS);
  }
  const busy = () =>
    sql<{ n: number }>`
      select count(*)::int as n from graphile_worker.jobs where task_identifier = 'send-message' and locked_by is not null`.execute(
      test.db,
    );
  await until('six are in hand', 20, async () => ((await busy()).rows[0]?.n ?? 0) >= 6);
  await code();
  await until('the code is out', 20, async () => sms.handed.some(({ text }) => text === '123456'));
  expect((await busy()).rows[0]?.n).toBeGreaterThanOrEqual(6);
  shut.resolve({ kind: 'sent', carrierId: 'c' });
});

it('a code leaves the outbox before all that has gathered there', async () => {
  await announce(finished(await dossiers()));
  await code();
  expect(await relayOnce(test.db, SUBSCRIPTIONS, { isUrgent, soon: true })).toBe(1);
  expect((await waiting()).map(({ task, payload }) => [task, payload.length])).toEqual([
    ['urgent:send-message', 1],
  ]);
  expect(await relayOnce(test.db, SUBSCRIPTIONS, { isUrgent })).toBe(DOSSIERS);
});
