// More than anybody needs is refused with a moment and a help, and what was refused left nothing behind.
import { beforeEach, describe, expect, it } from 'vitest';
import { type DossierHouse, dossierHouse } from '../../tests/support/dossier-fixture.ts';
import { said } from '../../tests/support/said.ts';
import {
  attachFile,
  detachFile,
  findDraft,
  startDraft,
  takeUpload,
  uploadEnded,
  withdraw,
} from '../modules/dossiers/index.ts';
import { storeBytes } from '../modules/files/index.ts';
import { sha256 } from '../platform/crypto.ts';
import type { Result } from '../rules/kernel/index.ts';
import { submit } from './submit.ts';

let house: DossierHouse;
beforeEach(async () => {
  house = await dossierHouse('2026-11-23T09:00');
  return () => house.close();
});

const send = async (draftId: string, later: Temporal.DurationLike = { minutes: 0 }) =>
  submit(
    { db: house.db, actor: { ...house.people.an, kind: 'citizen' }, now: house.clock.now().add(later) },
    { draftId, language: 'vi' },
    { books: house.books, payeeOf: () => undefined },
  );

function refusedUntil(done: Result<unknown>, code: string, until: string) {
  expect(done).toMatchObject({ ok: false, refusal: { code, status: 429 } });
  expect(said(done)).toContain(until);
  expect(said(done)).toContain('tổng đài');
  expect(said(done, 'en')).toContain('help line');
}

describe('filings', () => {
  it('are twenty an hour, and the twenty-first leaves nothing; an hour later it is filed', async () => {
    const drafts: string[] = [];
    for (let n = 0; n < 21; n += 1) drafts.push(await house.draft());
    for (const draft of drafts.slice(0, 20)) expect((await send(draft)).ok).toBe(true);
    const dossiers = () => house.db.selectFrom('dossiers.dossier').select('id').execute();
    const last = drafts[20] as string;
    refusedUntil(await send(last), 'quota-filings', '10:00 ngày 23/11/2026');
    expect(await dossiers()).toHaveLength(20);
    expect(await send(drafts[0] as string)).toMatchObject({ ok: true, value: { again: true } });
    expect((await send(last, { minutes: 61 })).ok).toBe(true);
  });

  it('are not counted when they are sent again', async () => {
    const [first, ...more] = await Promise.all(Array.from({ length: 20 }, () => house.draft()));
    await send(first as string);
    for (let n = 0; n < 3; n += 1)
      expect(await send(first as string)).toMatchObject({ ok: true, value: { again: true } });
    for (const draft of more) expect((await send(draft)).ok).toBe(true);
  });

  it('are twenty an hour also when thirty come at one moment', async () => {
    const drafts: string[] = [];
    for (let n = 0; n < 30; n += 1) drafts.push(await house.draft());
    const done = await Promise.all(drafts.map((draft) => send(draft)));
    expect(done.filter((one) => one.ok)).toHaveLength(20);
  });
});

it('withdrawals are ten an hour', async () => {
  const back = async (dossierId: string) => {
    const { version } = await house.row(dossierId);
    return house.as('an', (ctx) => withdraw(ctx, { dossierId, version }));
  };
  for (let n = 0; n < 10; n += 1) expect((await back(await house.file())).ok).toBe(true);
  refusedUntil(await back(await house.file()), 'quota-withdrawals', '10:00 ngày 23/11/2026');
});

it('drafts are fifty unsent, told where to make room', async () => {
  const draft = await house.db.selectFrom('catalogue.procedure').select('id').executeTakeFirstOrThrow();
  const begin = () =>
    startDraft(house.db, {
      personId: house.people.an.personId,
      procedureId: draft.id,
      formHash: null,
      answers: {},
      now: house.clock.now(),
      another: true,
    });
  for (let n = 0; n < 50; n += 1) expect((await begin()).ok).toBe(true);
  const refused = await begin();
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'drafts-open', status: 429 } });
  expect(said(refused)).toContain('Hồ sơ của tôi');
});

describe('files', () => {
  it('of one draft hold 100 MB together', async () => {
    const draftId = await house.draft({ papers: false });
    const now = house.clock.now();
    const attach = async (n: number) => {
      const blob = await storeBytes(house.db, house.files, {
        bytes: Buffer.from(String(n)),
        mime: 'application/pdf',
        now,
      });
      if (!blob.ok) throw new Error(blob.refusal.code);
      const file = {
        component: 'c',
        name: 'a.pdf',
        ...blob.value,
        size: 10_485_760,
        sha256: sha256(String(n)),
      };
      const draft = (await findDraft(house.db, house.people.an.personId, draftId))!;
      return attachFile(house.db, draft, file, now);
    };
    for (let n = 0; n < 10; n += 1) expect((await attach(n)).ok).toBe(true);
    const refused = await attach(10);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'draft-bytes', status: 422 } });
    expect(said(refused)).toContain('100 MB');
  });

  it('are attached as the draft stands, whatever the page had read', async () => {
    const { db, people, files, clock } = house;
    const [now, { personId }] = [clock.now(), people.an];
    const draftId = await house.draft();
    const read = async () => (await findDraft(db, personId, draftId))!;
    const blob = await storeBytes(db, files, { bytes: Buffer.from('một'), mime: 'application/pdf', now });
    if (!blob.ok) throw new Error(blob.refusal.code);
    const file = { component: 'c', name: 'a.pdf', ...blob.value };
    const before = await read();
    const there = before.files.map(({ component }) => component);
    expect((await attachFile(db, before, file, now)).ok).toBe(true);
    expect((await attachFile(db, before, { ...file, component: 'd' }, now)).ok).toBe(true);
    const both = await read();
    expect(both.files.map(({ component }) => component)).toEqual([...there, 'c', 'd']);
    // Taken off in another tab: the page that still shows it may attach it again.
    await detachFile(db, personId, draftId, both.files.at(-2)!.id);
    expect((await attachFile(db, both, file, now)).ok).toBe(true);
    expect((await read()).files.map(({ component }) => component)).toEqual([...there, 'd', 'c']);
  });

  it('of one day are 300 or 600 MB, and go on the day after', async () => {
    const { db, people, clock } = house;
    const now = clock.now();
    for (let n = 0; n < 300; n += 1) expect((await takeUpload(db, people.an.personId, now)).ok).toBe(true);
    refusedUntil(await takeUpload(db, people.an.personId, now), 'quota-uploads', '09:00 ngày 24/11/2026');
    expect((await takeUpload(db, people.an.personId, now.add({ hours: 25 }))).ok).toBe(true);
    await uploadEnded(db, people.chi.personId, { bytes: 600 * 1_048_576 + 1, kept: true }, now);
    refusedUntil(await takeUpload(db, people.chi.personId, now), 'quota-uploads', '09:00 ngày 24/11/2026');
  });

  it('that are refused take nothing of what is kept in a day, and are bounded by themselves', async () => {
    const { db, people, clock } = house;
    const now = clock.now();
    const { personId } = people.an;
    const send = async (kept: boolean) => {
      const counted = await takeUpload(db, personId, now);
      if (counted.ok) await uploadEnded(db, personId, { bytes: 2_000_000, kept }, now);
      return counted;
    };
    for (let n = 0; n < 400; n += 1) expect((await send(false)).ok).toBe(true);
    for (let n = 0; n < 300; n += 1) expect((await send(true)).ok).toBe(true);
    refusedUntil(await send(true), 'quota-uploads', '09:00 ngày 24/11/2026');
    const { personId: chi } = people.chi;
    for (let n = 0; n < 1_500; n += 1) {
      expect((await takeUpload(db, chi, now)).ok).toBe(true);
      await uploadEnded(db, chi, { bytes: 10, kept: false }, now);
    }
    refusedUntil(await takeUpload(db, chi, now), 'quota-tries', '09:00 ngày 24/11/2026');
    const { personId: dung } = people.dung;
    await uploadEnded(db, dung, { bytes: 3_145_729 * 1024, kept: false }, now);
    refusedUntil(await takeUpload(db, dung, now), 'quota-tries', '09:00 ngày 24/11/2026');
  });
});
