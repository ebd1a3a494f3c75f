// Notices of one matter that come close upon each other are one message at the carrier's; codes are never held.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Rehearsal, rehearse } from '../../sandbox/rehearsal.ts';
import { worksOf } from '../../tests/support/desk-works.ts';
import {
  COPIES,
  COPY_ANSWERS,
  type DossierHouse,
  dossierHouse,
} from '../../tests/support/dossier-fixture.ts';
import { esms } from '../adapters/sms/esms.ts';
import { handlers, SUBSCRIPTIONS, type TaskName } from '../main/subscriptions.ts';
import { messageQueue, queueMessage } from '../modules/notices/index.ts';
import { cancelBill } from '../modules/payments/index.ts';
import { act, type RecordedFact, SYSTEM } from '../platform/act.ts';
import { ok } from '../rules/kernel/index.ts';
import { billAtCounter, billOf } from './dossier-bill.ts';

const PHONE = '0912345678';
let house: DossierHouse;
let carrier: Rehearsal;
beforeAll(async () => {
  carrier = await rehearse();
});
afterAll(() => carrier.close());
beforeEach(async () => {
  house = await dossierHouse('2026-11-23T09:00');
  held = [];
  await house.asOwner((owner) => sql`truncate journal.outbox`.execute(owner));
  before = (await said()).length;
  return () => house.close();
});

let held: { fact: RecordedFact; at: Temporal.Instant }[] = [];
let before = 0;

async function said(): Promise<string[]> {
  const answer = await fetch(`${carrier.url}/sms?to=${PHONE}`);
  return answer.status === 400 ? [] : ((await answer.json()) as { text: string }[]).map(({ text }) => text);
}
/** What the phone got since the test began, oldest first. */
const got = async () => {
  const all = await said();
  return all.slice(0, all.length - before).toReversed();
};

const flows = () => {
  const url = `${carrier.url}/MainService.svc/json`;
  const sms = esms({ url, apiKey: 'sandbox-key', secretKey: 'sandbox-secret', brandname: 'MOTCUA' });
  return handlers({ ...house, channels: [sms], payeeOf: () => undefined });
};

async function run(task: TaskName, fact: RecordedFact): Promise<void> {
  const at = await flows()[task](fact);
  if (at) held.push({ fact, at });
}

/** All that the facts of the outbox wake, six at a time as the worker does, until nothing is left. */
async function work(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ stream: string; seq: number; name: string; body: string }>`
      select * from journal.take(500)`.execute(house.db);
    if (rows.length === 0) return;
    const jobs = rows.flatMap(({ body, ...fact }) =>
      (SUBSCRIPTIONS[fact.name] ?? []).map(
        (task) => () => run(task, { ...fact, data: JSON.parse(body).data }),
      ),
    );
    const one = async () => {
      for (let job = jobs.shift(); job; job = jobs.shift()) await job();
    };
    await Promise.all(Array.from({ length: 6 }, one));
  }
}

/** Lets time pass, and runs what was held until then. */
async function later(seconds: number): Promise<void> {
  house.clock.set(house.clock.now().add({ seconds }).toString());
  const due = held.filter(({ at }) => Temporal.Instant.compare(at, house.clock.now()) <= 0);
  held = held.filter((one) => !due.includes(one));
  for (const { fact } of due) await run('send-message', fact);
  await work();
}

const states = async (matter: string) =>
  (
    await house.db
      .selectFrom('notices.message')
      .select(['kind', 'state'])
      .where('matter', '=', matter)
      .orderBy('nth')
      .execute()
  ).map(({ kind, state }) => `${kind} ${state}`);

it('25 dossiers filed and withdrawn at once are told in six messages, the last of which speaks for all', async () => {
  await house.asOwner((owner) => sql`truncate platform.rate`.execute(owner));
  for (let n = 0; n < 25; n += 1) {
    const id = await house.file();
    await work();
    await worksOf(house).run('withdraw', id);
    await work();
    await house.asOwner((owner) => sql`truncate platform.rate`.execute(owner));
  }
  expect(await got()).toHaveLength(5);
  for (const seconds of [10, 10, 10, 10, 10, 10, 60, 60]) await later(seconds);
  const texts = await got();
  expect(texts).toHaveLength(6);
  expect(texts[5]).toMatch(/^Ho so YC\S+ cua N\.V\.An da duoc rut theo yeu cau\. Va 24 ho so khac: xem /u);
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from notices.message group by 1 order by 1`.execute(house.db);
  expect(rows).toEqual([
    { state: 'merged', n: 44 },
    { state: 'sent', n: 6 },
  ]);
  // The history of each has both lines all the same.
  const ids = await house.db.selectFrom('dossiers.dossier').select('id').execute();
  for (const { id } of ids) expect(await house.facts(id)).toEqual(['dossier.submitted', 'dossier.withdrawn']);
});

it('five dossiers filed at once are told of each, at once', async () => {
  for (let n = 0; n < 5; n += 1) await house.file();
  await work();
  expect(await got()).toHaveLength(5);
});

it('the first goes at once; of two acts pressed after it only the newest goes, ten seconds after the first', async () => {
  const id = await house.file();
  await work();
  expect(await got()).toHaveLength(1);
  await later(2);
  await worksOf(house).run('accept', id);
  await work();
  await later(3);
  await worksOf(house).run('take', id);
  await worksOf(house).run('askForSupplement', id, 'chi');
  await work();
  expect(await got()).toHaveLength(1);
  // It is held back, not late.
  expect((await messageQueue(house.db, house.clock.now())).oldestAt).toEqual(
    house.clock.now().add({ seconds: 5 }),
  );
  await later(4);
  expect(await got()).toHaveLength(1);
  await later(1);
  expect((await got())[1]).toContain('can bo sung');
  await later(600);
  expect(await got()).toHaveLength(2);
  expect(await states(`dossier:${id}`)).toEqual([
    'dossier.submitted sent',
    'dossier.accepted merged',
    'dossier.supplement-asked sent',
  ]);
});

it('what comes later goes at once', async () => {
  const id = await house.file();
  await work();
  await later(11);
  await worksOf(house).run('accept', id);
  await work();
  expect((await got())[1]).toContain('da duoc tiep nhan');
});

it('an older one that the carrier would not take is not sent after the newer', async () => {
  const id = await house.file();
  const queue = (nth: number, text: string) =>
    act({ db: house.db, actor: SYSTEM, now: house.clock.now() }, async (ctx) =>
      ok(
        await queueMessage(ctx, {
          key: `dossier:${id}/${nth}`,
          kind: nth === 2 ? 'dossier.accepted' : 'dossier.withdrawn',
          channel: 'sms',
          to: '+84912340004',
          text,
          news: { matter: `dossier:${id}`, nth },
        }),
      ),
    );
  const old = await queue(2, 'da duoc tiep nhan');
  const message = (done: typeof old) => ({
    stream: `message:${done.ok && done.value}`,
    seq: 1,
    name: 'notice.queued',
    data: {},
  });
  await expect(flows()['send-message'](message(old))).rejects.toThrow('not sent yet');
  await queue(3, 'da duoc rut');
  await flows()['send-message'](message(old));
  expect(await states(`dossier:${id}`)).toEqual(['dossier.accepted merged', 'dossier.withdrawn queued']);
});

it('nobody is asked to pay what is asked no longer by the time the carrier takes it', async () => {
  const id = await house.file({ procedure: COPIES, answers: COPY_ANSWERS });
  await work();
  const dossier = await house.row(id);
  const fee = dossier.fee as { total: number; lines: never[] };
  const subject = {
    id,
    agencyId: house.agencyId,
    state: 1,
    moneyState: 'due',
    fee,
    submitChannel: 'online',
  } as never;
  const bill = await house.as('binh', (ctx) => billAtCounter(ctx, subject));
  expect(bill.ok).toBe(true);
  const asked = await act({ db: house.db, actor: SYSTEM, now: house.clock.now() }, async (ctx) =>
    ok(
      await queueMessage(ctx, {
        key: `bill:${id}/1`,
        kind: 'bill.created',
        channel: 'sms',
        to: '+84912345678',
        text: 'can nop',
        news: { matter: `fee:${id}`, nth: 1 },
      }),
    ),
  );
  await house.as('binh', (ctx) => cancelBill(ctx, billOf(id)));
  const first = await got();
  await run('send-message', {
    stream: `message:${asked.ok && asked.value}`,
    seq: 1,
    name: 'notice.queued',
    data: {},
  });
  expect(await got()).toEqual(first);
  expect(await states(`fee:${id}`)).toEqual(['bill.created expired']);
});

it('codes are each sent, at once, however many', async () => {
  for (let n = 0; n < 6; n += 1)
    await act({ db: house.db, actor: SYSTEM, now: house.clock.now() }, async (ctx) =>
      ok(
        await queueMessage(ctx, {
          key: `code:${n}`,
          kind: 'one-time-code',
          channel: 'sms',
          to: '+84912345678',
          text: `ma ${n}`,
          secret: true,
        }),
      ),
    );
  await work();
  expect((await got()).toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `ma ${n}`));
});
