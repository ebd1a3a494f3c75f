// Facts wake the right handlers, exactly once each, whatever dies in between.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import type { ChannelMessage, Recipient, SendingOutcome } from '../modules/notices/index.ts';
import { type Bill, billFor, exempt, receiveTransfer } from '../modules/payments/index.ts';
import { act, type RecordedFact, SYSTEM } from '../platform/act.ts';
import { fixedClock } from '../platform/clock.ts';
import { newId } from '../platform/crypto.ts';
import { createLog } from '../platform/log.ts';
import { ok } from '../rules/kernel/index.ts';
import { freeForsaken, type Jobs, startJobs } from './jobs.ts';
import { relayOnce } from './relay.ts';
import { type Handler, handlers, isUrgent, SUBSCRIPTIONS, type TaskName } from './subscriptions.ts';

const clock = fixedClock('2026-11-23T02:00:00Z');
const log = createLog('test', 'silent');
const payee = { bin: '970436', account: '1022663140', holder: 'UBND XA HIEP HOA' };
const fee = {
  lines: [{ name: 'Lệ phí', quantity: 1, unitAmount: 8_000, amount: 8_000, basis: 'TT 226/2016/TT-BTC' }],
  total: 8_000,
  when: 'reception',
  online: true,
};
let test: TestDatabase;
let jobs: Jobs | undefined;
beforeAll(async () => {
  test = await testDatabase();
  await runMigrations({ connectionString: test.url });
  // What the demo people's making announced.
  await test.asOwner((owner) => sql`truncate journal.outbox`.execute(owner));
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await test.asOwner((owner) => sql`truncate journal.outbox`.execute(owner));
  await sql`delete from graphile_worker._private_jobs`.execute(test.db);
});
afterAll(async () => test.drop());

/** A carrier that answers by the list, then takes everything. */
function carrier(...answers: SendingOutcome[]) {
  const handed: ChannelMessage[] = [];
  const send = async (message: ChannelMessage): Promise<SendingOutcome> => {
    handed.push(message);
    return answers.shift() ?? { kind: 'sent', carrierId: 'c' };
  };
  return {
    name: 'sms',
    form: 'short' as const,
    addressOf: ({ phone }: Recipient) => (phone.startsWith('+849') ? phone : null),
    handed,
    send,
    to: (phone: string) => handed.filter((one) => one.to === phone).map((one) => one.text),
  };
}

let phones = 0;
const newPhone = () => {
  phones += 1;
  return `+8491${String(phones).padStart(7, '0')}`;
};

async function newDossier(change: object = {}): Promise<{ id: string; phone: string }> {
  const id = newId();
  const phone = newPhone();
  const first = <T extends 'people.person' | 'agencies.agency' | 'catalogue.procedure'>(table: T) =>
    sql<{ id: string }>`select id from ${sql.table(table)} limit 1`
      .execute(test.db)
      .then((found) => found.rows[0]?.id as string);
  const person = await first('people.person');
  await test.db
    .insertInto('dossiers.dossier')
    .values({
      id,
      request_code: `YC${phones}`,
      number: `H05.12.7-261123-${String(phones).padStart(4, '0')}`,
      secret: 's',
      procedure_id: await first('catalogue.procedure'),
      answers: '{}',
      owner_id: person,
      submitter_id: person,
      payer_id: person,
      submitter_name: 'Nguyễn Văn An',
      owner_name: 'Nguyễn Văn An',
      owner_phone: phone,
      agency_id: await first('agencies.agency'),
      channel: 2,
      submit_channel: 'online',
      return_channel: 'counter',
      state: 2,
      held_since: clock.now(),
      submitted_at: clock.now(),
      ...change,
    })
    .execute();
  return { id, phone };
}

const announce = (...facts: { stream: string; name: string; data?: Record<string, unknown> }[]) =>
  act({ db: test.db, actor: SYSTEM, now: clock.now() }, async (ctx) => {
    for (const fact of facts) ctx.announce(fact);
    return ok(null);
  });

const count = async (table: string) =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(test.db)).rows[0]?.n,
  );

async function until(what: () => Promise<boolean> | boolean, seconds = 15): Promise<void> {
  for (let tries = 0; tries < seconds * 40; tries += 1) {
    if (await what()) return;
    await pause(25);
  }
  throw new Error(`it did not happen within ${seconds} s`);
}

const deps = (sms = carrier()) => ({ db: test.db, clock, channels: [sms], payeeOf: () => payee });
const start = async (sms = carrier()) => {
  jobs = await startJobs({ db: test.db, url: test.url, clock, log, handlers: handlers(deps(sms)) });
  return sms;
};

describe('the relay', () => {
  const table = { 'a.happened': ['one', 'two'], 'b.happened': ['one'] };
  const waiting = async () =>
    (
      await sql<{ task_identifier: string; payload: RecordedFact[] }>`
      select task_identifier, payload from graphile_worker.jobs join graphile_worker._private_jobs using (id) order by id`.execute(
        test.db,
      )
    ).rows;

  it('makes one job per subscriber of all that has gathered, and lets go of facts that nobody waits for', async () => {
    await announce(
      { stream: 'x:1', name: 'a.happened', data: { n: 7 } },
      { stream: 'x:1', name: 'nobody.cares' },
      { stream: 'x:2', name: 'b.happened' },
    );
    expect(await relayOnce(test.db, table)).toBe(3);
    expect(await count('journal.outbox')).toBe(0);
    const payload = { stream: 'x:1', seq: 1, name: 'a.happened', data: { n: 7 } };
    expect(await waiting()).toEqual([
      { task_identifier: 'one', payload: [payload, { stream: 'x:2', seq: 1, name: 'b.happened', data: {} }] },
      { task_identifier: 'two', payload: [payload] },
    ]);
  });

  it('run by four at once carries every fact exactly once', async () => {
    await test.asOwner((owner) =>
      sql`insert into journal.outbox (stream, seq, name, body)
        select 'many:' || n, 1, 'b.happened', '{"data":{}}' from generate_series(1, 2000) n`.execute(owner),
    );
    const drain = async () => {
      while ((await relayOnce(test.db, table, { batch: 100 })) > 0);
    };
    await Promise.all([drain(), drain(), drain(), drain()]);
    const streams = (await waiting()).flatMap((job) => job.payload.map(({ stream }) => stream));
    expect(streams).toHaveLength(2000);
    expect(new Set(streams).size).toBe(2000);
  });

  it('lets a one-time code overtake the notices that wait', async () => {
    const queued = (kind: string) => ({
      stream: `message:${newId()}`,
      name: 'notice.queued',
      data: { kind },
    });
    await announce(queued('dossier.accepted'), queued('one-time-code'));
    await relayOnce(test.db, SUBSCRIPTIONS, { isUrgent });
    const { rows } = await sql<{ task_identifier: string; payload: RecordedFact[] }>`
      select task_identifier, payload from graphile_worker.jobs join graphile_worker._private_jobs using (id)
      order by jobs.priority, jobs.run_at`.execute(test.db);
    expect(rows.map((row) => [row.task_identifier, row.payload.map(({ data }) => data.kind)])).toEqual([
      ['urgent:send-message', ['one-time-code']],
      ['send-message', ['dossier.accepted']],
    ]);
  });

  it('keeps the facts when the jobs cannot be written', async () => {
    await announce({ stream: 'x:3', name: 'b.happened' });
    const jobsTable = sql`alter table graphile_worker._private_jobs`;
    await test.asOwner((owner) =>
      sql`${jobsTable} add constraint shut check (false) not valid`.execute(owner),
    );
    await expect(relayOnce(test.db, table)).rejects.toThrow(/shut/u);
    await test.asOwner((owner) => sql`${jobsTable} drop constraint shut`.execute(owner));
    expect(await count('journal.outbox')).toBe(1);
    expect(await relayOnce(test.db, table)).toBe(1);
  });
});

describe('the handlers', () => {
  it('are all there, and every subscription names one', () => {
    const known = Object.keys(handlers(deps()));
    expect(new Set(Object.values(SUBSCRIPTIONS).flat())).toEqual(new Set(known));
  });

  /** What all handlers may have changed, as one text. */
  const world = async () => {
    const rows = await Promise.all([
      test.db
        .selectFrom('notices.message')
        .select(['key', 'kind', 'recipient', 'text', 'state', 'attempts'])
        .orderBy('key')
        .orderBy('kind')
        .execute(),
      test.db.selectFrom('payments.bill').select(['id', 'cancelled_at', 'amount']).orderBy('id').execute(),
      test.db.selectFrom('payments.receipt').select(['bill_id', 'kind', 'amount']).orderBy('id').execute(),
      test.db.selectFrom('dossiers.dossier').select(['id', 'money_state']).orderBy('id').execute(),
      test.db
        .selectFrom('journal.fact')
        .select(['stream', 'seq', 'name'])
        .orderBy('stream')
        .orderBy('seq')
        .execute(),
    ]);
    return JSON.stringify(rows);
  };

  for (const [name, tasks] of Object.entries(SUBSCRIPTIONS))
    for (const task of tasks)
      it(`${task} on ${name}, run twice, leaves the same`, async () => {
        const sms = carrier();
        const all = handlers(deps(sms));
        const { id } = await newDossier({ fee: JSON.stringify(fee), money_state: 'due' });
        const about: RecordedFact = { stream: `dossier:${id}`, seq: 1, name, data: {} };
        if (!name.startsWith('dossier.')) await all['bill-dossier']({ ...about, name: 'dossier.submitted' });
        if (task === 'cancel-bill') await all['bill-dossier']({ ...about, name: 'dossier.submitted' });
        const fact = await factFor(name, about, all);
        const before = await world();
        await all[task](fact);
        const once = await world();
        expect(once).not.toBe(before);
        await all[task](fact);
        await Promise.all([all[task](fact), all[task](fact)]);
        expect(await world()).toBe(once);
      });

  async function factFor(name: string, about: RecordedFact, all: Record<TaskName, Handler>) {
    if (name === 'notice.queued') {
      await all['tell-owner']({ ...about, name: 'dossier.accepted' });
      const key = `${about.stream}/1`;
      const { id } = await test.db
        .selectFrom('notices.message')
        .select('id')
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return { ...about, name, stream: `message:${id}` };
    }
    if (!name.startsWith('bill.')) return about;
    const refId = about.stream.slice('dossier:'.length);
    const bill = await billFor(test.db, { kind: 'dossier-fee', refId });
    if (name === 'bill.paid') await paidByTransfer(bill);
    if (name === 'bill.exempted') await exempted(refId);
    return {
      ...about,
      stream: `bill:${bill?.id}`,
      data: { kind: 'dossier-fee', refId, ...(name === 'bill.transfer-suspended' && { beyond: 1_000 }) },
    };
  }

  it('tell the due moment as it was announced, not as it is by now', async () => {
    const { id, phone } = await newDossier({ due_current: Temporal.Instant.from('2027-01-08T03:00:00Z') });
    const data = { due: '2026-11-27T02:00:00Z' };
    await handlers(deps())['tell-owner']({ stream: `dossier:${id}`, seq: 2, name: 'dossier.accepted', data });
    const { text } = await test.db
      .selectFrom('notices.message')
      .select('text')
      .where('recipient', '=', phone)
      .executeTakeFirstOrThrow();
    expect(text).toContain('Hen tra: 09:00 27/11/2026');
  });

  it('make no bill for a free dossier, nor where the agency has no account', async () => {
    const free = await newDossier();
    const owing = await newDossier({ fee: JSON.stringify(fee), money_state: 'due' });
    const fact = (id: string) => ({ stream: `dossier:${id}`, seq: 1, name: 'dossier.submitted', data: {} });
    await handlers(deps())['bill-dossier'](fact(free.id));
    await handlers({ ...deps(), payeeOf: () => undefined })['bill-dossier'](fact(owing.id));
    expect(await billFor(test.db, { kind: 'dossier-fee', refId: free.id })).toBeNull();
    expect(await billFor(test.db, { kind: 'dossier-fee', refId: owing.id })).toBeNull();
  });

  it('say nothing to an owner without a mobile number', async () => {
    const { id } = await newDossier({ owner_phone: '02223855123' });
    const before = await count('notices.message');
    await handlers(deps())['tell-owner']({
      stream: `dossier:${id}`,
      seq: 1,
      name: 'dossier.accepted',
      data: {},
    });
    expect(await count('notices.message')).toBe(before);
  });
});

function paidByTransfer(bill: Bill | null) {
  const transfer = {
    bank: 'sepay',
    transactionId: newId(),
    bankName: 'VCB',
    account: payee.account,
    amount: 8_000,
    content: bill?.transfer?.reference ?? '',
    at: clock.now(),
    direction: 'in',
  } as const;
  return receiveTransfer(test.db, clock.now(), { transfer, raw: '{}' });
}

function exempted(refId: string) {
  const actor = { kind: 'official', personId: newId(), name: 'Trần Thị Bình' } as const;
  const reason = 'Người nộp thuộc hộ nghèo, có giấy chứng nhận.';
  const legalBasis = 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13';
  return act({ db: test.db, actor, now: clock.now() }, (ctx) =>
    exempt(ctx, { kind: 'dossier-fee', refId, reason, legalBasis }),
  );
}

describe('the worker', () => {
  it('takes a dossier from its sending over the bill and its payment to the last SMS', async () => {
    const sms = await start();
    const { id, phone } = await newDossier({ state: 1, fee: JSON.stringify(fee), money_state: 'due' });
    await announce({ stream: `dossier:${id}`, name: 'dossier.submitted' });
    await until(() => sms.to(phone).length === 2);
    expect(sms.to(phone).join('\n')).toMatch(/da gui[\s\S]*can nop 8\.000d|can nop 8\.000d[\s\S]*da gui/u);
    const bill = await billFor(test.db, { kind: 'dossier-fee', refId: id });
    // A little later: before it, the news would wait for its turn.
    const before = clock.now();
    clock.set(before.add({ seconds: 11 }).toString());
    await paidByTransfer(bill);
    await until(() => sms.to(phone).length === 3);
    clock.set(before.toString());
    expect(sms.to(phone).at(-1)).toContain('Da nhan du 8.000d');
    await until(
      async () =>
        (
          await test.db
            .selectFrom('dossiers.dossier')
            .select('money_state')
            .where('id', '=', id)
            .executeTakeFirst()
        )?.money_state === 'paid',
    );
    await until(async () => (await count('graphile_worker.jobs')) === 0);
  });

  it('sends what was held back when its time has come', async () => {
    const sms = carrier();
    const begun = performance.now();
    let ahead = 0;
    const ticking = {
      now: () => clock.now().add({ milliseconds: Math.round(performance.now() - begun) + ahead }),
    };
    const all = handlers({ ...deps(sms), clock: ticking });
    jobs = await startJobs({ db: test.db, url: test.url, clock: ticking, log, handlers: all });
    const { id, phone } = await newDossier();
    await announce({ stream: `dossier:${id}`, name: 'dossier.accepted' });
    await until(() => sms.to(phone).length === 1);
    ahead = 8_000;
    for (const name of ['dossier.supplement-asked', 'dossier.supplement-answered'])
      await announce({ stream: `dossier:${id}`, name });
    const states = () =>
      test.db.selectFrom('notices.message').select('state').where('matter', '=', `dossier:${id}`).execute();
    await until(async () => (await states()).length === 3);
    await until(() => sms.to(phone).length === 2);
    expect(sms.to(phone)[1]).toContain('Da nhan bo sung');
    await until(async () => (await count('graphile_worker.jobs')) === 0);
    expect(sms.to(phone)).toHaveLength(2);
    expect((await states()).map(({ state }) => state).toSorted()).toEqual(['merged', 'sent', 'sent']);
  });

  it('tries a message again that the carrier would not take', async () => {
    const sms = await start(carrier({ kind: 'tryAgain', reason: 'busy' }));
    const { id, phone } = await newDossier();
    await announce({ stream: `dossier:${id}`, name: 'dossier.finished' });
    await until(() => sms.to(phone).length === 2);
    expect(new Set(sms.handed.map((one) => one.messageId)).size).toBe(1);
  });

  // A job whose connection died in its hands is tried again after seconds, or given back when its lease ends (40 s, looked at every 10); to tell
  // somebody takes two, one after the other.
  it('goes on when the database throws every connection out', { timeout: 130_000 }, async () => {
    const sms = await start();
    const thrown = await sql<{ n: number }>`
      select count(pg_terminate_backend(pid)) as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(test.db);
    expect(Number(thrown.rows[0]?.n)).toBeGreaterThan(1);
    const { id, phone } = await newDossier();
    await announce({ stream: `dossier:${id}`, name: 'dossier.finished' });
    await until(() => sms.to(phone).length === 1, 115);
  });

  it('waits while the outbox cannot be read, and carries what lies there once it can', async () => {
    let warnings = 0;
    const telling = pino({ level: 'warn' }, { write: () => (warnings += 1) });
    const sms = carrier();
    jobs = await startJobs({
      db: test.db,
      url: test.url,
      clock,
      log: telling,
      handlers: handlers(deps(sms)),
    });
    const { id, phone } = await newDossier();
    await test.asOwner(async (owner) => {
      await sql`alter table journal.outbox rename to outbox_away`.execute(owner);
      await sql`insert into journal.outbox_away (stream, seq, name, body)
        values (${`dossier:${id}`}, 1, 'dossier.finished', '{"data":{}}')`.execute(owner);
    });
    await until(() => warnings > 1);
    await test.asOwner((owner) => sql`alter table journal.outbox_away rename to outbox`.execute(owner));
    await until(() => sms.to(phone).length === 1);
  });

  it('takes over jobs of a worker that died in the middle', async () => {
    const { id, phone } = await newDossier();
    await announce({ stream: `dossier:${id}`, name: 'dossier.supplement-asked' });
    await relayOnce(test.db, SUBSCRIPTIONS);
    await sql`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '41 seconds', attempts = 1`.execute(
      test.db,
    );
    const alive = await newDossier();
    await announce({ stream: `dossier:${alive.id}`, name: 'dossier.supplement-asked' });
    await relayOnce(test.db, SUBSCRIPTIONS);
    await sql`update graphile_worker._private_jobs set locked_by = 'alive', locked_at = now() where locked_by is null`.execute(
      test.db,
    );
    await freeForsaken(test.db);
    const held = await sql<{
      locked_by: string | null;
    }>`select locked_by from graphile_worker.jobs order by id`.execute(test.db);
    expect(held.rows.map((row) => row.locked_by)).toEqual([null, 'alive']);
    const sms = await start();
    await until(() => sms.to(phone).length === 1);
    expect(sms.to(alive.phone)).toEqual([]);
  });
});

describe('the program', () => {
  for (const [how, end] of [
    ['on SIGTERM', (child: ReturnType<typeof fork>) => child.kill('SIGTERM')],
    ['when its parent is gone', (child: ReturnType<typeof fork>) => child.disconnect()],
  ] as const)
    it(`says it is ready, and ends ${how}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'motcua-worker-'));
      const env = {
        ...process.env,
        DATABASE_URL: test.url,
        MOTCUA_VAR: folder,
        LOG_LEVEL: 'silent',
        PORT: '4140',
      };
      const child = fork(join(import.meta.dirname, 'worker.ts'), { env, execArgv: [] });
      try {
        expect(await once(child, 'message')).toEqual(['ready', undefined]);
        end(child);
        expect(await once(child, 'exit')).toEqual([0, null]);
      } finally {
        child.kill('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
      }
    });
});
