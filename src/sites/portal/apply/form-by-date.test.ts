// A form comes into force on a day: whoever began before finishes with the form that was asked, whoever begins then gets the new one.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { begin, prepare, sending } from '../../../../tests/support/filing.ts';
import { portalOfFile } from '../../../../tests/support/portal.ts';
import { loadData } from '../../../flows/load-data.ts';
import { findDossier, findDraft } from '../../../modules/dossiers/index.ts';
import { readDataFile, sayFault } from '../../../platform/data/index.ts';
import { registerApply } from './routes.ts';

/** Mobile marriage registration: filed with the general form until it has one of its own. */
const MARRIAGE = '1.000593';
const TITLE = 'Đơn đề nghị đăng ký kết hôn lưu động';

const { portal, an } = portalOfFile('2026-11-30T23:00', registerApply);

async function load(...contents: object[]): Promise<void> {
  const files = contents.map((content) => {
    const read = readDataFile('x.json', Buffer.from(JSON.stringify(content)));
    if (!read.ok) throw new Error(read.faults.map(sayFault).join());
    return read.file;
  });
  const { db } = portal.deps;
  const report = await loadData({ db, now: portal.clock.now(), account: 'test', files });
  if (!report.ok) throw new Error(report.faults.map(sayFault).join());
  expect(await portal.refresh()).toBe(true);
}

const formOf = async (draft: string) => {
  const found = await findDraft(portal.deps.db, an.personId, draft.split('/').at(-1) as string);
  return portal.deps.books.form(found!.formHash!);
};

test('the form in force on the day a draft is begun stays with it', async () => {
  const general = JSON.parse(
    await readFile(new URL('../../../../db/seeds/reference/forms/generic.json', import.meta.url), 'utf8'),
  );
  const own = { ...general, code: MARRIAGE, revision: '2026', title: TITLE };
  const row = { procedure: MARRIAGE, form: MARRIAGE, revision: '2026', from: '2026-12-01' };
  await load(own, { formAssignments: [row] });

  const early = await prepare(portal, an, MARRIAGE);
  expect((await formOf(early)).code).toBe('generic');

  portal.clock.set('2026-12-01T00:30');
  const late = await begin(an, MARRIAGE);
  expect((await formOf(late)).title).toBe(TITLE);
  expect((await formOf(early)).code).toBe('generic');

  // A correction of the new form: who has begun keeps the text he was asked with.
  await load({ ...own, title: `${TITLE} (sửa)` });
  expect((await formOf(late)).title).toBe(TITLE);
  expect((await formOf(await begin(an, MARRIAGE))).title).toBe(`${TITLE} (sửa)`);

  const { location } = await an.post(`${early}/kiem-tra`, sending(portal, early));
  expect(location).toMatch(/da-nop$/u);
  const dossier = await findDossier(portal.deps.db, location.split('/')[2] as string);
  expect(portal.deps.books.form(dossier!.formHash!).code).toBe('generic');
});
