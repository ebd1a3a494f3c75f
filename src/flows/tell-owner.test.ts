// Owners are told in the language their dossier was sent in, whatever language the worker or the official reads.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { worksOf } from '../../tests/support/desk-works.ts';
import { type DossierHouse, dossierHouse } from '../../tests/support/dossier-fixture.ts';
import { memoryChannel } from '../../tests/support/memory-channel.ts';
import type { Language } from '../rules/kernel/index.ts';
import { tellOwners } from './tell-owner.ts';

const SMS = memoryChannel('sms', 'short', ({ phone }) => phone);
let house: DossierHouse;
beforeAll(async () => {
  house = await dossierHouse('2026-11-23T09:00');
});
afterAll(() => house.close());

async function toldOfAcceptance(language: Language): Promise<string | undefined> {
  const id = await house.file({ language });
  await worksOf(house).run('accept', id);
  await tellOwners({ ...house, channels: [SMS] }, [
    { stream: `dossier:${id}`, seq: 2, name: 'dossier.accepted', data: {} },
  ]);
  const message = await house.db
    .selectFrom('notices.message')
    .select('text')
    .where('key', '=', `dossier:${id}/2`)
    .executeTakeFirst();
  return message?.text;
}

it('a dossier sent in Vietnamese is told of in Vietnamese', async () => {
  expect(await toldOfAcceptance('vi')).toMatch(/^Ho so \S+ cua N\.V\.An da duoc tiep nhan\. Hen tra: /u);
});

it('one sent in English in English; the office keeps its name', async () => {
  expect(await toldOfAcceptance('en')).toMatch(
    /^Dossier \S+ of N\.V\.An was accepted\. Due: [\d: /]+\. Office: UBND xa Hiep Hoa\.$/u,
  );
});

it('its control sheet and its slip stay Vietnamese', async () => {
  const id = await house.file({ language: 'en' });
  await worksOf(house).run('accept', id);
  const slip = await house.db
    .selectFrom('dossiers.paper')
    .select('data')
    .where('dossier_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(slip.data)).toContain('Nguyễn Văn An');
  expect((await house.row(id)).due_why).toMatch(/ngày/u);
});
