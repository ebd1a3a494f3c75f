// A message is queued with its act, sent once, and what became of it is kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { act, type Ctx, SYSTEM } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { ok, refuse } from '../../rules/kernel/index.ts';
import {
  type Channel,
  type ChannelMessage,
  findMessages,
  NotSentYet,
  queueMessage,
  type SendingOutcome,
  type SendOutcome,
  sendMessages,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const later = now.add({ minutes: 5 });
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

const inAct = <T>(work: (ctx: Ctx) => Promise<T>) =>
  act({ db: test.db, actor: SYSTEM, now }, async (ctx) => ok(await work(ctx)));

async function queued(
  change: { secret?: boolean; key?: string; validUntil?: Temporal.Instant } = {},
): Promise<string> {
  const input = {
    key: `dossier:${newId()}/1`,
    kind: 'dossier.accepted',
    channel: 'sms',
    to: '+84912345678',
    text: 'Ho so da nhan.',
  };
  const made = await inAct((ctx) => queueMessage(ctx, { ...input, ...change }));
  return made.ok ? (made.value as string) : '';
}

/** A carrier that answers by the list, and remembers what it was handed. */
function carrier(...answers: SendingOutcome[]) {
  const handed: ChannelMessage[] = [];
  return {
    name: 'sms',
    form: 'short' as const,
    addressOf: () => null,
    handed,
    async send(message: ChannelMessage): Promise<SendingOutcome> {
      handed.push(message);
      return answers[handed.length - 1] ?? { kind: 'sent', carrierId: 'c-1' };
    },
  };
}

async function sendMessage(
  db: TestDatabase['db'],
  channels: Channel[],
  id: string,
  at: Temporal.Instant,
): Promise<SendOutcome> {
  const [end] = await sendMessages(db, channels, [id], at);
  if (end?.status !== 'fulfilled') throw end?.reason;
  return end.value;
}

const row = (id: string) =>
  test.db.selectFrom('notices.message').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const facts = async (id: string) =>
  await test.db
    .selectFrom('journal.fact')
    .select(['name', 'body'])
    .where('stream', '=', `message:${id}`)
    .orderBy('seq')
    .execute();

describe('queueing', () => {
  it('is part of the act: what is rolled back is never sent', async () => {
    const key = `code:${newId()}`;
    await act({ db: test.db, actor: SYSTEM, now }, async (ctx) => {
      await queueMessage(ctx, {
        key,
        kind: 'one-time-code',
        channel: 'sms',
        to: '+84912345678',
        text: '123456',
        secret: true,
      });
      return refuse({ code: 'no' });
    });
    expect(await test.db.selectFrom('notices.message').selectAll().where('key', '=', key).execute()).toEqual(
      [],
    );
  });

  it('of the same thing twice, or ten times at once, makes one message and wakes the sender once', async () => {
    const key = `dossier:${newId()}/1`;
    const input = { key, kind: 'dossier.accepted', channel: 'sms', to: '+84912345678', text: 'a' };
    const ids = await Promise.all(Array.from({ length: 10 }, () => inAct((ctx) => queueMessage(ctx, input))));
    const made = ids.flatMap((one) => (one.ok && one.value ? [one.value] : []));
    expect(made).toHaveLength(1);
    expect((await facts(made[0] as string)).map((fact) => fact.name)).toEqual(['notice.queued']);
    expect(await queued({ key: `${key}b` })).not.toBe('');
  });

  it('puts neither number nor text into the journal', async () => {
    const id = await queued();
    const [fact] = await facts(id);
    expect(fact?.body).not.toMatch(/912345678|Ho so da nhan/u);
  });
});

describe('sending', () => {
  it('hands it over under its own id, once, however often it is run', async () => {
    const id = await queued();
    const sms = carrier();
    expect(await sendMessage(test.db, [sms], id, later)).toBe('sent');
    expect(await sendMessage(test.db, [sms], id, later)).toBe('done');
    expect(sms.handed).toEqual([{ to: '+84912345678', subject: '', text: 'Ho so da nhan.', messageId: id }]);
    expect(await row(id)).toMatchObject({
      state: 'sent',
      carrier_id: 'c-1',
      attempts: 1,
      text: 'Ho so da nhan.',
      sent_at: later,
    });
    expect((await facts(id)).map((fact) => fact.name)).toEqual(['notice.queued', 'notice.sent']);
  });

  it('run twice at the same moment leaves one record, and the carrier can tell both apart by nothing', async () => {
    const id = await queued();
    const sms = carrier();
    const both = await Promise.all([
      sendMessage(test.db, [sms], id, later),
      sendMessage(test.db, [sms], id, later),
    ]);
    expect(both.filter((one) => one === 'sent')).toHaveLength(1);
    expect(new Set(sms.handed.map((message) => message.messageId)).size).toBe(1);
    expect((await facts(id)).map((fact) => fact.name)).toEqual(['notice.queued', 'notice.sent']);
  });

  for (const kind of ['tryAgain', 'unknown'] as const)
    it(`stays queued after "${kind}" and is tried again under the same id`, async () => {
      const id = await queued({ secret: true });
      const sms = carrier({ kind, reason: 'no answer in time' });
      await expect(sendMessage(test.db, [sms], id, later)).rejects.toThrow(NotSentYet);
      expect(await row(id)).toMatchObject({
        state: 'queued',
        attempts: 1,
        last_error: 'no answer in time',
        text: 'Ho so da nhan.',
      });
      expect(await sendMessage(test.db, [sms], id, later)).toBe('sent');
      expect(sms.handed.map((message) => message.messageId)).toEqual([id, id]);
      expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: '' });
    });

  it('does not hand over a code that is past its time: it is recorded as expired, and emptied', async () => {
    const id = await queued({ secret: true, validUntil: now.add({ minutes: 3 }) });
    const sms = carrier({ kind: 'tryAgain', reason: 'HTTP 503' });
    await expect(sendMessage(test.db, [sms], id, now.add({ minutes: 2 }))).rejects.toThrow(NotSentYet);
    expect(await sendMessage(test.db, [sms], id, now.add({ minutes: 3 }))).toBe('expired');
    expect(await sendMessage(test.db, [sms], id, now.add({ minutes: 3 }))).toBe('done');
    expect(sms.handed).toHaveLength(1);
    expect(await row(id)).toMatchObject({
      state: 'expired',
      attempts: 1,
      last_error: 'HTTP 503',
      text: '',
      sent_at: null,
    });
    expect((await facts(id)).map((fact) => fact.name)).toEqual(['notice.queued', 'notice.expired']);
  });

  it('hands over what is of use at any time, however late', async () => {
    const id = await queued();
    expect(await sendMessage(test.db, [carrier()], id, now.add({ hours: 2000 }))).toBe('sent');
  });

  it('gives up on what will never be taken, and keeps the reason', async () => {
    const id = await queued();
    const sms = carrier({ kind: 'never', reason: '99: number blocked by the carrier' });
    expect(await sendMessage(test.db, [sms], id, later)).toBe('failed');
    expect(await sendMessage(test.db, [sms], id, later)).toBe('done');
    expect(sms.handed).toHaveLength(1);
    expect(await row(id)).toMatchObject({
      state: 'failed',
      last_error: '99: number blocked by the carrier',
      sent_at: null,
    });
    expect((await facts(id)).map((fact) => fact.name)).toEqual(['notice.queued', 'notice.failed']);
  });

  it('empties a code once it is sent or has failed', async () => {
    const [sent, failed] = [await queued({ secret: true }), await queued({ secret: true })];
    await sendMessage(test.db, [carrier()], sent, later);
    await sendMessage(test.db, [carrier({ kind: 'never', reason: 'x' })], failed, later);
    expect(await row(sent)).toMatchObject({ text: '' });
    expect(await row(failed)).toMatchObject({ text: '' });
  });

  it('of a message that is not there is nothing', async () => {
    expect(await sendMessage(test.db, [carrier()], newId(), later)).toBe('done');
  });
});

it('shows what was said about one dossier and nothing of others', async () => {
  const about = `dossier:${newId()}`;
  await sendMessage(test.db, [carrier()], await queued({ key: `${about}/1` }), later);
  await queued({ key: `${about}/2` });
  await queued({ key: `${about}1/1` });
  expect(await findMessages(test.db, about)).toMatchObject([
    { kind: 'dossier.accepted', state: 'sent', attempts: 1, sentAt: later },
    { kind: 'dossier.accepted', state: 'queued', attempts: 0, sentAt: null },
  ]);
});

describe('sending together', () => {
  const news = (to: string, matter: string, nth: number, crowd = '') =>
    inAct((ctx) =>
      queueMessage(ctx, {
        key: `${matter}/${nth}`,
        kind: 'dossier.accepted',
        channel: 'sms',
        to,
        text: `${matter}/${nth}`,
        news: { matter, nth, crowd, withOthers: crowd && `${matter} va {n}` },
      }),
    ).then((made) => (made.ok ? (made.value as string) : ''));
  const together = async (ids: readonly string[], at: Temporal.Instant) => {
    const sms = carrier();
    const ends = await sendMessages(test.db, [sms], ids, at);
    const told = ends.map((end) => {
      if (end.status === 'rejected') return 'again';
      return typeof end.value === 'object' ? `until ${end.value.heldUntil}` : end.value;
    });
    return { told, texts: sms.handed.map(({ text }) => text).toSorted() };
  };

  it('of one matter only the newest goes; one that went just before holds back the next; others go', async () => {
    const [one, two, three] = [`dossier:${newId()}`, `dossier:${newId()}`, `dossier:${newId()}`];
    const before = await news('+84911000001', one, 1);
    expect((await together([before], now)).told).toEqual(['sent']);
    const ids = [
      await news('+84911000001', one, 2),
      await news('+84911000002', two, 1),
      await news('+84911000002', two, 2),
      await news('+84911000003', three, 1),
    ];
    expect(await together(ids, now.add({ seconds: 4 }))).toEqual({
      told: [`until ${now.add({ seconds: 10 })}`, 'merged', 'sent', 'sent'],
      texts: [`${two}/2`, `${three}/1`].toSorted(),
    });
  });

  it('five of one crowd go, the others wait and then go as one; a second crowd does not mind', async () => {
    const matters = Array.from({ length: 8 }, () => `dossier:${newId()}`);
    const ids: string[] = [];
    for (const matter of matters) ids.push(await news('+84911000004', matter, 1, 'acts:one'));
    const other = await news('+84911000005', `dossier:${newId()}`, 1, 'acts:two');
    const first = await together([...ids, other], now);
    const wait = `until ${now.add({ seconds: 60 })}`;
    expect(first.told).toEqual([...Array(5).fill('sent'), wait, wait, wait, 'sent']);
    const second = await together(ids.slice(5), now.add({ seconds: 60 }));
    expect(second.told).toEqual(['merged', 'merged', 'sent']);
    expect(second.texts).toEqual([`${matters[7]} va 2`]);
  });
});
