// A dossier is sent without any page: by the flow that page, counter and API call alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierHouse, dossierHouse } from '../../tests/support/dossier-fixture.ts';
import { attachFile, changeDraft, findDossier, findDraft } from '../modules/dossiers/index.ts';
import { storeBytes } from '../modules/files/index.ts';
import { addMandate } from '../modules/people/index.ts';
import type { Language } from '../rules/kernel/index.ts';
import { State } from '../rules/lifecycle/index.ts';
import { submit } from './submit.ts';

let house: DossierHouse;
beforeAll(async () => {
  house = await dossierHouse('2026-11-23T09:00');
});
afterAll(() => house.close());

const send = (draftId: string, who: 'an' | 'em' = 'an', language: Language = 'vi') =>
  submit(
    { db: house.db, actor: { ...house.people[who], kind: 'citizen' }, now: house.clock.now() },
    { draftId, language },
    {
      books: house.books,
      payeeOf: () => undefined,
    },
  );

describe('submit', () => {
  it('makes one dossier, however often it is sent', async () => {
    const draftId = await house.draft();
    const first = await send(draftId);
    const again = await send(draftId);
    expect(first).toMatchObject({ ok: true, value: { again: false } });
    expect(again).toMatchObject({ ok: true, value: { again: true } });
    const id = first.ok ? first.value.dossierId : '';
    expect(again.ok && again.value.dossierId).toBe(id);
    expect(await findDossier(house.db, id)).toMatchObject({ state: State.New, ownerName: 'Nguyễn Văn An' });
  });

  it('keeps the language it was sent in, the first time for good', async () => {
    const draftId = await house.draft();
    const sent = await send(draftId, 'an', 'en');
    await send(draftId, 'an', 'vi');
    const id = sent.ok ? sent.value.dossierId : '';
    expect(await findDossier(house.db, id)).toMatchObject({ language: 'en' });
  });

  it('leaves nothing of a question no longer asked: neither its answer nor its file; what is asked stands once, in the dossier', async () => {
    const { db, people, clock } = house;
    const draftId = await house.draft();
    const was = await findDraft(db, people.an.personId, draftId);
    const answers = { ...was!.answers, 'no.longer.asked': 'Ê-đê' };
    await changeDraft(db, was!, () => ({ answers }), clock.now());
    const file = {
      component: 'no-longer-asked',
      name: 'dang-ky-ket-hon.pdf',
      mime: 'application/pdf',
      size: 9,
    };
    const blob = await storeBytes(db, house.files, {
      bytes: Buffer.from('kết hôn'),
      mime: 'application/pdf',
      now: clock.now(),
    });
    if (!blob.ok) throw new Error(blob.refusal.code);
    await attachFile(db, was!, { ...file, ...blob.value }, clock.now());
    const asked = was!.files.map((one) => one.component);
    const sent = await send(draftId);
    const id = sent.ok ? sent.value.dossierId : '';
    const files = await db.selectFrom('dossiers.file').selectAll().where('dossier_id', '=', id).execute();
    expect(files.map((one) => one.component).sort()).toEqual([...asked].sort());
    expect(Object.keys((await findDossier(db, id))!.answers)).not.toContain('no.longer.asked');
    const left = await findDraft(db, people.an.personId, draftId);
    expect(left).toMatchObject({ dossierId: id, files: [], answers: {} });
  });

  it('sends nobody else’s draft', async () => {
    expect(await send(await house.draft(), 'em')).toMatchObject({
      ok: false,
      refusal: { code: 'draft-not-found' },
    });
  });

  it('for somebody else wants a mandate, and then keeps owner and sender apart', async () => {
    const { chi, an } = house.people;
    const draftId = await house.draft({ ownerId: chi.personId });
    expect(await send(draftId)).toMatchObject({
      ok: false,
      refusal: { code: 'not-for-this-person', status: 403 },
    });
    await addMandate(house.db, {
      personId: an.personId,
      subjectId: chi.personId,
      kind: 'helper',
      acts: null,
      from: '2026-11-01',
      to: null,
      basis: 'Giấy ủy quyền',
    });
    const sent = await send(draftId);
    const dossier = await findDossier(house.db, sent.ok ? sent.value.dossierId : '');
    expect(dossier).toMatchObject({
      ownerId: chi.personId,
      ownerName: chi.name,
      submitterId: an.personId,
      submitterName: an.name,
    });
  });
});
