// One more channel is one adapter and one row: e-mail is told of here without a change anywhere else.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { worksOf } from '../../tests/support/desk-works.ts';
import { type DossierHouse, dossierHouse } from '../../tests/support/dossier-fixture.ts';
import { memoryChannel } from '../../tests/support/memory-channel.ts';
import { handlers } from '../main/subscriptions.ts';
import type { RecordedFact } from '../platform/act.ts';
import type { Language } from '../rules/kernel/index.ts';

let house: DossierHouse;
let sms: ReturnType<typeof memoryChannel>;
let email: ReturnType<typeof memoryChannel>;
beforeAll(async () => {
  house = await dossierHouse('2026-11-23T09:00');
  await house.db
    .updateTable('people.person')
    .set({ email: 'an@example.vn' })
    .where('id', '=', house.people.an.personId)
    .execute();
  await house.db.insertInto('notices.route').values({ kind: '*', channel: 'email', rank: 2 }).execute();
});
afterAll(() => house.close());
beforeEach(() => {
  sms = memoryChannel('sms', 'short', ({ phone }) => phone);
  email = memoryChannel('email', 'full', ({ email: to }) => to);
});

const flows = () => handlers({ ...house, channels: [sms, email], payeeOf: () => undefined });

/** An accepted dossier, whose owner is told through the worker's own flows, twice. */
async function accepted(phone: string, language: Language = 'vi') {
  const id = await house.file({ language });
  await house.db.updateTable('dossiers.dossier').set({ owner_phone: phone }).where('id', '=', id).execute();
  await worksOf(house).run('accept', id);
  const fact: RecordedFact = { stream: `dossier:${id}`, seq: 2, name: 'dossier.accepted', data: {} };
  await flows()['tell-owner'](fact);
  await flows()['tell-owner'](fact);
  const queued = await house.db
    .selectFrom('notices.message')
    .select(['id', 'channel', 'recipient'])
    .where('key', '=', `dossier:${id}/2`)
    .execute();
  for (const message of queued)
    for (const _ of [1, 2])
      await flows()['send-message']({ ...fact, stream: `message:${message.id}`, name: 'notice.queued' });
  return { queued, number: String((await house.row(id)).number) };
}

it('whom the phone reaches gets the short message, and only that, once', async () => {
  const { queued } = await accepted('+84912345678');
  expect(queued).toMatchObject([{ channel: 'sms', recipient: '+84912345678' }]);
  expect(sms.handed).toMatchObject([
    { to: '+84912345678', subject: '', text: expect.stringMatching(/^Ho so /u) },
  ]);
  expect(email.handed).toEqual([]);
});

it('who has no mobile is reached by e-mail, in whole sentences and the language of the dossier', async () => {
  const { number } = await accepted('');
  expect(sms.handed).toEqual([]);
  expect(email.handed).toMatchObject([{ to: 'an@example.vn', subject: `Hồ sơ ${number}` }]);
  expect(email.handed[0]?.text).toBe(
    [
      'Kính gửi Nguyễn Văn An,',
      `Hồ sơ ${number}: Được tiếp nhận.`,
      'Hẹn trả kết quả: 17:30 ngày 01/12/2026.',
      'Cơ quan giải quyết: UBND xã Hiệp Hòa.',
      'Xem chi tiết ở mục “Hồ sơ của tôi” trên Cổng Dịch vụ công.',
    ].join('\n\n'),
  );
  const english = await accepted('', 'en');
  expect(email.handed[1]).toMatchObject({
    subject: `Dossier ${english.number}`,
    text: expect.stringContaining('Accepted.'),
  });
});

it('a message whose channel is not here stays queued until it is', async () => {
  const id = await house.file();
  await house.db.updateTable('dossiers.dossier').set({ owner_phone: '' }).where('id', '=', id).execute();
  const fact: RecordedFact = { stream: `dossier:${id}`, seq: 1, name: 'dossier.submitted', data: {} };
  await flows()['tell-owner'](fact);
  const message = await house.db
    .selectFrom('notices.message')
    .select('id')
    .where('key', '=', `dossier:${id}/1`)
    .executeTakeFirstOrThrow();
  const sending = { ...fact, stream: `message:${message.id}`, name: 'notice.queued' };
  const before = handlers({ ...house, channels: [sms], payeeOf: () => undefined });
  await expect(before['send-message'](sending)).rejects.toThrow('no channel email here');
  await flows()['send-message'](sending);
  expect(email.handed).toHaveLength(1);
});
