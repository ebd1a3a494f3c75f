// A dossier's row says what its facts say: after every act, and not after an edit that went past the acts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { owe, type Works, worksOf } from '../../../tests/support/desk-works.ts';
import { type DossierHouse, dossierHouse } from '../../../tests/support/dossier-fixture.ts';
import { act } from '../../platform/act.ts';
import { ok } from '../../rules/kernel/index.ts';
import { ACT_NAMES, type ActName } from '../../rules/lifecycle/index.ts';
import { changeSupplementAnswers, type Difference, holdAgainstJournal, markSettled } from './index.ts';

let house: DossierHouse;
let works: Works;
beforeAll(async () => {
  house = await dossierHouse('2026-11-23T09:00');
  works = worksOf(house);
});
afterAll(() => house.close());

async function differences(): Promise<Difference[]> {
  const found: Difference[] = [];
  await holdAgainstJournal(house.db, (one) => found.push(one));
  return found;
}

async function answer(id: string): Promise<void> {
  const on = house.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate();
  const an = { personId: house.people.an.personId, on };
  await changeSupplementAnswers(house.db, an, id, (answers) => ({
    answers: { ...answers, content: 'Đề nghị đăng ký ngày 20/11/2026.' },
  }));
  expect(await works.run('answerSupplement', id)).toMatchObject({ ok: true });
}

test('after every act the row is what the journal says', async () => {
  const lines: ActName[][] = [
    ['withdraw'],
    ['refuseIntake'],
    ['askForSupplement'],
    ['accept', 'take', 'propose', 'returnToExaminer', 'propose', 'sign', 'deliver'],
  ];
  let hour = 9;
  const done = new Set<ActName>();
  for (const line of lines) {
    const id = await house.file();
    for (const name of line) {
      house.clock.set(`2026-11-23T09:${String(hour++).padStart(2, '0')}`);
      expect(await works.run(name, id)).toMatchObject({ ok: true });
      done.add(name);
      expect(await differences()).toEqual([]);
    }
    if (line.includes('askForSupplement')) await answer(id);
    expect(await differences()).toEqual([]);
  }
  // Asked in mid-work it goes back to who had it, with its date moved.
  const held = await works.dossierAfter('accept', 'take');
  expect(await works.run('askForSupplement', held, 'chi')).toMatchObject({ ok: true });
  expect(await differences()).toEqual([]);
  house.clock.set('2026-11-24T10:00');
  await answer(held);
  done.add('answerSupplement');
  expect(await differences()).toEqual([]);
  // Money: taken and waived at the desk, or come by transfer.
  for (const name of ['takeFee', 'exemptFee'] as const) {
    const id = await house.file();
    await owe(house, id);
    expect(await works.run(name, id)).toMatchObject({ ok: true });
    done.add(name);
  }
  const transferred = await house.file();
  await owe(house, transferred);
  await act({ db: house.db, actor: house.people.an, now: house.clock.now() }, async (ctx) => {
    await markSettled(ctx, transferred, { moneyState: 'paid', at: ctx.now });
    return ok(null);
  });
  expect(await differences()).toEqual([]);
  expect([...done].sort()).toEqual([...ACT_NAMES].sort());
});

const later = '2026-12-31T00:00:00Z';
test.each([
  ['state', 10],
  ['number', 'H05.001-261123-99999'],
  ['due_current', later],
  ['due_original', later],
  ['accepted_at', later],
  ['submitted_at', later],
  ['held_since', later],
  ['finished_at', later],
  ['delivered_at', later],
  ['money_state', 'paid'],
  ['delivery_state', 'delivered'],
  ['holder_id', 'dung'],
  ['owner_id', 'binh'],
  ['submitter_id', 'binh'],
])('a row whose %s was changed by hand is named with both values', async (column, value) => {
  const id = await works.dossierAfter('accept', 'take');
  const person = house.people[value as 'dung'] as { personId: string } | undefined;
  const written = person?.personId ?? value;
  await house.db
    .updateTable('dossiers.dossier')
    .set({ [column]: written })
    .where('id', '=', id)
    .execute();
  const found = (await differences()).filter(({ stream }) => stream === `dossier:${id}`);
  expect(found.map(({ reason }) => reason)).toEqual([
    expect.stringContaining(`the dossier's row was changed without the journal: ${column} is `),
  ]);
  expect(found[0]?.reason).toMatch(/ is (?<found>.+), the journal says (?!\k<found>$)/u);
});

test('a row that is gone while its facts stand is named', async () => {
  const id = await house.file();
  await house.db.deleteFrom('dossiers.file').where('dossier_id', '=', id).execute();
  await house.db.deleteFrom('dossiers.dossier').where('id', '=', id).execute();
  expect(await differences()).toContainEqual({
    stream: `dossier:${id}`,
    seq: 1,
    reason: 'the journal tells of this dossier, but its row is gone',
  });
});
