// What the law wants of the acts: the due date and its pauses, what each act must say, the papers it gives.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ITEM, type Works, worksOf } from '../../../tests/support/desk-works.ts';
import { type DossierHouse, dossierHouse, MARRIAGE, SINGLE } from '../../../tests/support/dossier-fixture.ts';
import { civil, dateOf } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import {
  accept,
  addSupplementFile,
  answerSupplement,
  askForSupplement,
  changeSupplementAnswers,
  deliver,
  paperFile,
  refuseIntake,
  returnToExaminer,
} from './index.ts';

let house: DossierHouse;
let run: Works['run'];
let dossierAfter: Works['dossierAfter'];
const MORNING = '2026-11-23T09:00';
beforeAll(async () => {
  house = await dossierHouse(MORNING, { clockTime: true });
  ({ run, dossierAfter } = worksOf(house));
});
afterAll(async () => house.close());
const an = () => ({ personId: house.people.an.personId, on: dateOf(house.clock.now()) });
beforeEach(() => house.clock.set(MORNING));

const local = (instant: Temporal.Instant | null) =>
  instant && civil(instant).toString({ smallestUnit: 'minute' });

describe('the due date (domain §6.4, clock time)', () => {
  test('E1: accepted Mon 23/11/2026 09:00, three working days → Fri 27/11 09:00, for 24/11 is a holiday', async () => {
    const id = await house.file({ procedure: SINGLE });
    const accepted = await house.as('binh', (ctx) => accept(ctx, { dossierId: id }, house.books));
    expect(accepted.ok && local(accepted.value.due)).toBe('2026-11-27T09:00');
    expect(accepted.ok && accepted.value.why).toContain('Ngày Văn hóa Việt Nam');
    const row = await house.row(id);
    expect([local(row.due_original), local(row.due_current)]).toEqual([
      '2026-11-27T09:00',
      '2026-11-27T09:00',
    ]);
    expect(row.due_why).toContain('Ngày Văn hóa Việt Nam');
  });

  test('E6: asked Wed 18/11 10:00, answered Fri 20/11 15:00 = 19 working hours → 26/11 11:00', async () => {
    house.clock.set('2026-11-16T08:00');
    const id = await house.file({ procedure: MARRIAGE });
    await run('accept', id);
    expect(local((await house.row(id)).due_current)).toBe('2026-11-23T08:00');
    await run('take', id);
    house.clock.set('2026-11-18T10:00');
    expect((await run('askForSupplement', id, 'chi')).ok).toBe(true);
    house.clock.set('2026-11-20T15:00');
    await changeSupplementAnswers(house.db, an(), id, (answers) => ({
      answers: { ...answers, content: 'Đề nghị đăng ký ngày 20/11/2026.' },
    }));
    const answered = await house.as('an', (ctx) =>
      answerSupplement(ctx, { dossierId: id, note: 'Đã ghi ngày.' }, house.books),
    );
    expect(answered.ok && local(answered.value.due)).toBe('2026-11-26T11:00');
    const moved = await house.row(id);
    expect(moved).toMatchObject({ state: State.InProgress, holder_id: house.people.chi.personId });
    expect([local(moved.due_original), local(moved.due_current)]).toEqual([
      '2026-11-23T08:00',
      '2026-11-26T11:00',
    ]);
    expect(moved.due_why).toContain('19 giờ');
    // Once, complete: the second time needs the leader.
    expect(await run('askForSupplement', id, 'chi')).toMatchObject({
      ok: false,
      refusal: { code: 'second-supplement' },
    });
  });

  test('before acceptance there is no deadline to pause', async () => {
    const id = await dossierAfter('askForSupplement');
    await changeSupplementAnswers(house.db, an(), id, (answers) => ({
      answers: { ...answers, content: 'Đã ghi ngày.' },
    }));
    const answered = await house.as('an', (ctx) =>
      answerSupplement(ctx, { dossierId: id, note: '' }, house.books),
    );
    expect(answered).toMatchObject({ ok: true, value: { due: null } });
    expect(await house.row(id)).toMatchObject({ state: State.New, number: null, due_current: null });
  });
});

describe('what the acts ask for', () => {
  test('a supplement names at least one item, with what is wrong and what to do', async () => {
    const id = await dossierAfter();
    const ask = (items: { wrong: string; todo: string }[]) =>
      house.as('binh', (ctx) =>
        askForSupplement(
          ctx,
          { dossierId: id, reason: '', answerPlace: 'x', items: items.map((item) => ({ ...ITEM, ...item })) },
          house.books,
        ),
      );
    expect(await ask([])).toMatchObject({ ok: false, refusal: { status: 422, field: 'items' } });
    expect(await ask([{ wrong: 'Mờ.', todo: ' ' }])).toMatchObject({
      ok: false,
      refusal: { status: 422, field: 'items.0' },
    });
    expect((await house.row(id)).state).toBe(State.New);
  });

  test.each([
    ['reason', { reason: 'Hồ sơ không đáp ứng điều kiện của thủ tục: ' }],
    ['legalBasis', { legalBasis: 'Điều [số] Nghị định 118/2025/NĐ-CP' }],
    ['advice', { advice: 'Đề nghị nộp tại [tên cơ quan].' }],
  ])('a refusal whose %s is not finished does not go out', async (field, change) => {
    const id = await dossierAfter();
    const whole = { reason: 'Không thuộc thẩm quyền của xã.', legalBasis: 'NĐ 118/2025/NĐ-CP', advice: '' };
    const refused = await house.as('binh', (ctx) =>
      refuseIntake(ctx, { dossierId: id, ...whole, ...change }, house.books),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'text-unfinished', status: 422, field } });
    expect((await house.row(id)).state).toBe(State.New);
  });

  test('a supplement or a return whose words are not finished does not go out', async () => {
    const id = await dossierAfter('accept', 'take', 'propose');
    expect(
      await house.as('dung', (ctx) => returnToExaminer(ctx, { dossierId: id, why: 'Xem lại mục:' })),
    ).toMatchObject({ ok: false, refusal: { code: 'text-unfinished', field: 'why' } });
    const asking = await dossierAfter();
    const items = [{ ...ITEM, todo: 'Nộp bản chụp [tên giấy tờ].' }];
    expect(
      await house.as('binh', (ctx) =>
        askForSupplement(ctx, { dossierId: asking, reason: '', answerPlace: 'x', items }, house.books),
      ),
    ).toMatchObject({ ok: false, refusal: { code: 'text-unfinished', field: 'items.0' } });
  });

  test('an answer without the paper that was asked for is not taken', async () => {
    const id = await dossierAfter();
    await house.as('binh', (ctx) =>
      askForSupplement(
        ctx,
        {
          dossierId: id,
          reason: '',
          answerPlace: 'x',
          items: [{ ...ITEM, kind: 'component', subject: 'c1', name: 'Giấy báo tử' }],
        },
        house.books,
      ),
    );
    const answer = () =>
      house.as('an', (ctx) => answerSupplement(ctx, { dossierId: id, note: '' }, house.books));
    expect(await answer()).toMatchObject({
      ok: false,
      refusal: { code: 'unanswered', params: { name: 'Giấy báo tử' } },
    });
    await house.db
      .insertInto('files.blob')
      .values({ sha256: 'a'.repeat(64), size: 1, mime: 'application/pdf', added_at: house.clock.now() })
      .onConflict((c) => c.doNothing())
      .execute();
    const file = {
      component: 'c1',
      sha256: 'a'.repeat(64),
      name: 'giay-bao-tu.pdf',
      mime: 'application/pdf',
      size: 1,
    };
    expect((await addSupplementFile(house.db, an(), id, file, house.clock.now())).ok).toBe(true);
    expect((await answer()).ok).toBe(true);
  });

  test('what no paper can print is refused before it is promised', async () => {
    const id = await dossierAfter();
    const ask = await house.as('binh', (ctx) =>
      askForSupplement(
        ctx,
        { dossierId: id, reason: '', answerPlace: 'x', items: [ITEM, { ...ITEM, wrong: 'Mờ 😀.' }] },
        house.books,
      ),
    );
    expect(ask).toMatchObject({ ok: false, refusal: { code: 'unprintable', field: 'items.1' } });
    const letter = {
      reason: 'Không thuộc thẩm quyền của xã.',
      legalBasis: 'NĐ 118/2025/NĐ-CP',
      advice: '漢',
    };
    const refused = await house.as('binh', (ctx) =>
      refuseIntake(ctx, { dossierId: id, ...letter }, house.books),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'unprintable', field: 'advice' } });
    expect((await house.row(id)).state).toBe(State.New);
  });

  test('a refusal gives a reason and its legal basis', async () => {
    const id = await dossierAfter();
    const refused = (reason: string, legalBasis: string) =>
      house.as('binh', (ctx) =>
        refuseIntake(ctx, { dossierId: id, reason, legalBasis, advice: '' }, house.books),
      );
    expect(await refused('Sai.', 'NĐ 118/2025')).toMatchObject({ ok: false, refusal: { field: 'reason' } });
    expect(await refused('Không thuộc thẩm quyền của xã.', '')).toMatchObject({
      ok: false,
      refusal: { field: 'legalBasis' },
    });
  });

  test('handing over in person needs the identity paper seen (S-17)', async () => {
    const id = await dossierAfter('accept', 'take', 'propose', 'sign');
    const unseen = await house.as('binh', (ctx) =>
      deliver(ctx, { dossierId: id, identityChecked: false, note: '' }),
    );
    expect(unseen).toMatchObject({ ok: false, refusal: { status: 422, field: 'identityChecked' } });
  });

  test('being late never blocks handing over', async () => {
    const id = await dossierAfter('accept', 'take', 'propose', 'sign');
    await house.db
      .updateTable('dossiers.dossier')
      .set({ due_current: house.clock.now().subtract({ hours: 100 }) })
      .where('id', '=', id)
      .execute();
    expect((await run('deliver', id)).ok).toBe(true);
    expect(await house.row(id)).toMatchObject({ state: State.Delivered, delivery_state: 'delivered' });
  });
});

describe('papers', () => {
  const paperOf = (id: string, kind: string) =>
    house.db
      .selectFrom('dossiers.paper')
      .select(['id', 'data'])
      .where('dossier_id', '=', id)
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow();
  test.each([
    ['online', { filedOnlineAt: expect.any(String) }],
    ['post', { byPost: true }],
    ['counter', {}],
  ])('a dossier handed in by way of %s says so on its receipt, and nothing else', async (way, said) => {
    const id = await dossierAfter();
    await house.db
      .updateTable('dossiers.dossier')
      .set({ submit_channel: way })
      .where('id', '=', id)
      .execute();
    await run('accept', id, 'binh');
    const { data } = await paperOf(id, '01');
    expect(data).toMatchObject({ submitter: { name: 'Nguyễn Văn An', ...said } });
    expect(Object.keys((data as { submitter: object }).submitter)).toEqual(['name', ...Object.keys(said)]);
  });

  const pdfOf = async (id: string, paperId: string) => {
    const made = await paperFile(house.db, id, paperId);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.bytes;
  };

  test('Mẫu 01 keeps the number, what was received and when it is promised; the same bytes each time', async () => {
    const id = await dossierAfter('accept');
    const { number, due_current, secret } = await house.row(id);
    const paper = await paperOf(id, '01');
    expect(paper.data).toMatchObject({
      dossier: { number },
      dueAt: due_current?.toString(),
      secretCode: secret,
    });
    const bytes = await pdfOf(id, paper.id);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await pdfOf(id, paper.id)).toEqual(bytes);
  });

  test('Mẫu 02 keeps every item and that the clock stands; Mẫu 03 the reason and its basis', async () => {
    const asked = await dossierAfter('accept', 'take');
    await run('askForSupplement', asked, 'chi');
    expect((await paperOf(asked, '02')).data).toMatchObject({
      items: [{ subject: ITEM.name, wrong: ITEM.wrong, todo: ITEM.todo }],
      clockNote: expect.stringContaining('tạm dừng'),
    });
    const refused = await dossierAfter('refuseIntake');
    expect((await paperOf(refused, '03')).data).toMatchObject({
      reason: 'Không thuộc thẩm quyền của xã.',
      legalBasis: ['NĐ 118/2025/NĐ-CP'],
    });
  });

  test('a paper is found only with its own dossier', async () => {
    const id = await dossierAfter('accept');
    const other = await dossierAfter('accept');
    const row = await house.db
      .selectFrom('dossiers.paper')
      .select('id')
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(await paperFile(house.db, other, row.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
  });
});
