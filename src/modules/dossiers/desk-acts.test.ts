// The acts of the desk on a real database: who may, who may not, both at once, and what the law says of the due date.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type DossierHouse,
  dossierHouse,
  MARRIAGE,
  type PersonName,
  SINGLE,
} from '../../../tests/support/dossier-fixture.ts';
import type { Ctx } from '../../platform/act.ts';
import { verifyJournal } from '../../platform/journal.ts';
import { civil, type Result } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import {
  accept,
  addSupplementFile,
  answerSupplement,
  askForSupplement,
  deliver,
  finish,
  openAtDesk,
  paperFile,
  propose,
  refuseIntake,
  returnToExaminer,
  saveSupplementAnswers,
  take,
  withdraw,
} from './index.ts';

let house: DossierHouse;
const MORNING = '2026-11-23T09:00';
beforeAll(async () => {
  house = await dossierHouse(MORNING, { clockTime: true });
});
afterAll(async () => house.close());
beforeEach(() => house.clock.set(MORNING));

type Work = (ctx: Ctx, dossierId: string) => Promise<Result<unknown>>;
const ITEM = {
  kind: 'field',
  subject: 'content',
  name: 'Nội dung đề nghị',
  wrong: 'Chưa ghi ngày.',
  todo: 'Ghi ngày đề nghị.',
} as const;
const works = {
  accept: (ctx, dossierId) => accept(ctx, { dossierId }, house.books),
  ask: (ctx, dossierId) =>
    askForSupplement(
      ctx,
      { dossierId, reason: '', items: [ITEM], answerPlace: 'motcua.example/ho-so' },
      house.books,
    ),
  refuse: (ctx, dossierId) =>
    refuseIntake(
      ctx,
      { dossierId, reason: 'Không thuộc thẩm quyền của xã.', legalBasis: 'NĐ 118/2025/NĐ-CP', advice: '' },
      house.books,
    ),
  take: (ctx, dossierId) => take(ctx, { dossierId }),
  propose: (ctx, dossierId) =>
    propose(ctx, {
      dossierId,
      note: 'Đủ điều kiện, đề nghị ký.',
      result: { template: 'thong-bao-ket-qua@1', values: {} },
    }),
  giveBack: (ctx, dossierId) => returnToExaminer(ctx, { dossierId, why: 'Ghi rõ họ tên bên nữ.' }),
  sign: (ctx, dossierId) => finish(ctx, { dossierId }),
  deliver: (ctx, dossierId) => deliver(ctx, { dossierId, identityChecked: true, feeTaken: false, note: '' }),
  withdraw: (ctx, dossierId) => withdraw(ctx, { dossierId }),
} satisfies Record<string, Work>;
type WorkName = keyof typeof works;

const SEATS: Record<WorkName, PersonName> = {
  accept: 'binh',
  ask: 'binh',
  refuse: 'binh',
  take: 'chi',
  propose: 'chi',
  giveBack: 'dung',
  sign: 'dung',
  deliver: 'binh',
  withdraw: 'an',
};
const run = (name: WorkName, id: string, who: PersonName = SEATS[name]) =>
  house.as<unknown>(who, (ctx) => works[name](ctx, id));

/** A dossier on which these acts have been done. */
async function dossierAfter(...done: WorkName[]): Promise<string> {
  const id = await house.file();
  for (const name of done) {
    const result = await run(name, id);
    if (!result.ok) throw new Error(`${name}: ${result.refusal.message}`);
  }
  return id;
}

describe('who may, and Em', () => {
  const rows: [act: WorkName, before: WorkName[], to: number, fact: string, strangers: PersonName[]][] = [
    ['accept', [], State.Accepted, 'dossier.accepted', ['chi', 'dung', 'em', 'an']],
    ['ask', [], State.SupplementAsked, 'dossier.supplement-asked', ['chi', 'dung', 'em', 'an']],
    ['refuse', [], State.Refused, 'dossier.refused', ['chi', 'dung', 'em', 'an']],
    ['take', ['accept'], State.InProgress, 'dossier.taken', ['binh', 'dung', 'em', 'an']],
    ['propose', ['accept', 'take'], State.InProgress, 'dossier.proposed', ['binh', 'dung', 'em', 'an']],
    [
      'giveBack',
      ['accept', 'take', 'propose'],
      State.InProgress,
      'dossier.returned-to-examiner',
      ['binh', 'chi', 'em', 'an'],
    ],
    ['sign', ['accept', 'take', 'propose'], State.Finished, 'dossier.finished', ['binh', 'chi', 'em', 'an']],
    [
      'deliver',
      ['accept', 'take', 'propose', 'sign'],
      State.Delivered,
      'dossier.delivered',
      ['chi', 'dung', 'em', 'an'],
    ],
    ['withdraw', [], State.Withdrawn, 'dossier.withdrawn', ['em', 'binh', 'chi']],
  ];
  test.each(rows)('%s', async (name, before, to, fact, strangers) => {
    const id = await dossierAfter(...before);
    const stood = await house.row(id);
    for (const stranger of strangers) {
      const refused = await run(name, id, stranger);
      expect(refused.ok, stranger).toBe(false);
      // Em has no seat there: the dossier does not exist for her, whatever she tries.
      if (stranger === 'em' && !refused.ok)
        expect(refused.refusal).toMatchObject({ code: 'not-found', status: 404 });
    }
    expect(await house.row(id)).toEqual(stood);
    expect((await run(name, id)).ok).toBe(true);
    expect((await house.row(id)).state).toBe(to);
    expect((await house.facts(id)).at(-1)).toBe(fact);
  });

  test('whoever proposed does not sign, even with a leader’s seat', async () => {
    const id = await dossierAfter('accept', 'take', 'propose');
    await house.db
      .insertInto('agencies.assignment')
      .values({
        person_id: house.people.chi.personId,
        agency_id: house.agencyId,
        role: 'leader',
        title: 'Phó Chủ tịch',
        valid_from: '2026-01-01',
      })
      .execute();
    const refused = await run('sign', id, 'chi');
    await house.db
      .deleteFrom('agencies.assignment')
      .where('person_id', '=', house.people.chi.personId)
      .where('role', '=', 'leader')
      .execute();
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'blocked', message: 'Người đề xuất kết quả không được tự ký kết quả đó.' },
    });
  });

  test('a seat that ended yesterday is no seat', async () => {
    const id = await dossierAfter();
    const seat = house.db
      .updateTable('agencies.assignment')
      .where('person_id', '=', house.people.binh.personId)
      .where('role', '=', 'intake');
    await seat.set({ valid_to: '2026-11-23' }).execute();
    const refused = await run('accept', id);
    await seat.set({ valid_to: null }).execute();
    expect(refused).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  test('an official who filed it does not withdraw it from the desk, and is no applicant there', async () => {
    const id = await house.file({ by: 'binh' });
    expect(await run('withdraw', id, 'binh')).toMatchObject({ ok: false, refusal: { code: 'no-right' } });
  });
});

describe('two officials at once', () => {
  const rows: [WorkName, WorkName[]][] = [
    ['accept', []],
    ['take', ['accept']],
    ['sign', ['accept', 'take', 'propose']],
    ['deliver', ['accept', 'take', 'propose', 'sign']],
  ];
  test.each(rows)('%s: one succeeds, the other is told in words', async (name, before) => {
    const id = await dossierAfter(...before);
    const version = (await house.row(id)).version;
    const both = await Promise.all([run(name, id), run(name, id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const refused = both.find((one) => !one.ok);
    expect(refused).toMatchObject({ ok: false, refusal: { status: 409 } });
    if (refused && !refused.ok) expect(refused.refusal.message).toMatch(/trạng thái|đề xuất/u);
    expect((await house.row(id)).version).toBe(version + 1);
  });

  test('one who looked at an older version is told that it has changed', async () => {
    const id = await dossierAfter();
    const late = await house.as('binh', (ctx) => accept(ctx, { dossierId: id, version: 0 }, house.books));
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed', status: 409 } });
  });

  test('twenty accepted at once get twenty numbers of the day without a gap', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => house.file()));
    house.clock.set('2026-11-25T08:00');
    const results = await Promise.all(ids.map((id) => run('accept', id)));
    expect(results.every((one) => one.ok)).toBe(true);
    const numbers = await Promise.all(ids.map(async (id) => (await house.row(id)).number));
    const code = house.books.agency(house.agencyId).code;
    const expected = Array.from(
      { length: 20 },
      (_, at) => `${code}-261125-${String(at + 1).padStart(5, '0')}`,
    );
    expect(numbers.sort()).toEqual(expected);
  });
});

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
    expect((await run('ask', id, 'chi')).ok).toBe(true);
    house.clock.set('2026-11-20T15:00');
    const row = await house.row(id);
    await saveSupplementAnswers(house.db, house.people.an.personId, id, {
      ...(row.answers as object),
      content: 'Đề nghị đăng ký ngày 20/11/2026.',
    });
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
    expect(await run('ask', id, 'chi')).toMatchObject({ ok: false, refusal: { code: 'blocked' } });
  });

  test('before acceptance there is no deadline to pause', async () => {
    const id = await dossierAfter('ask');
    const row = await house.row(id);
    await saveSupplementAnswers(house.db, house.people.an.personId, id, {
      ...(row.answers as object),
      content: 'Đã ghi ngày.',
    });
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
      refusal: { code: 'unanswered', message: 'Bạn chưa bổ sung “Giấy báo tử”.' },
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
    expect(
      (await addSupplementFile(house.db, house.people.an.personId, id, file, house.clock.now())).ok,
    ).toBe(true);
    expect((await answer()).ok).toBe(true);
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
      deliver(ctx, { dossierId: id, identityChecked: false, feeTaken: false, note: '' }),
    );
    expect(unseen).toMatchObject({ ok: false, refusal: { status: 422, field: 'identityChecked' } });
  });

  test('a fee due at return is taken before the result goes out; being late never blocks it', async () => {
    const id = await dossierAfter('accept', 'take', 'propose', 'sign');
    await house.db
      .updateTable('dossiers.dossier')
      .set({ money_state: 'due', due_current: house.clock.now().subtract({ hours: 100 }) })
      .where('id', '=', id)
      .execute();
    const hand = (feeTaken: boolean) =>
      house.as('binh', (ctx) => deliver(ctx, { dossierId: id, identityChecked: true, feeTaken, note: '' }));
    expect(await hand(false)).toMatchObject({ ok: false, refusal: { field: 'feeTaken' } });
    expect((await hand(true)).ok).toBe(true);
    expect(await house.row(id)).toMatchObject({
      state: State.Delivered,
      money_state: 'paid',
      delivery_state: 'delivered',
    });
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
  const pdfOf = async (id: string, paperId: string) => {
    const made = await paperFile(house.db, id, paperId);
    if (!made.ok) throw new Error(made.refusal.message);
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
    await run('ask', asked, 'chi');
    expect((await paperOf(asked, '02')).data).toMatchObject({
      items: [{ subject: ITEM.name, wrong: ITEM.wrong, todo: ITEM.todo }],
      clockNote: expect.stringContaining('tạm dừng'),
    });
    const refused = await dossierAfter('refuse');
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

describe('the trace', () => {
  test('every opening by an official is a fact; a stranger opens nothing and leaves none', async () => {
    const id = await dossierAfter('accept');
    const open = (who: PersonName) =>
      openAtDesk(house.db, {
        dossierId: id,
        actor: house.people[who],
        now: house.clock.now(),
        what: { page: 'ho-so' },
      });
    const opened = await open('binh');
    expect(opened.ok && opened.value.dossier.number).toMatch(/-261123-\d{5}$/u);
    for (const who of ['em', 'an'] as const)
      expect(await open(who)).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await house.facts(id)).toEqual(['dossier.submitted', 'dossier.accepted', 'dossier.read']);
  });

  test('the buttons are the table’s: what Chi may do with a dossier she holds', async () => {
    const id = await dossierAfter('accept', 'take');
    const opened = await openAtDesk(house.db, {
      dossierId: id,
      actor: house.people.chi,
      now: house.clock.now(),
      what: {},
    });
    expect(opened.ok && opened.value.acts).toEqual([
      { act: 'askSupplement', blocked: null },
      { act: 'propose', blocked: null },
    ]);
  });

  test('the whole line leaves an unbroken chain, and a control sheet line for each hand', async () => {
    const id = await dossierAfter('accept', 'take', 'propose', 'giveBack', 'propose', 'sign', 'deliver');
    expect(await house.facts(id)).toEqual([
      'dossier.submitted',
      'dossier.accepted',
      'dossier.taken',
      'dossier.proposed',
      'dossier.returned-to-examiner',
      'dossier.proposed',
      'dossier.finished',
      'dossier.delivered',
    ]);
    const hops = await house.db
      .selectFrom('dossiers.hop')
      .select(['seq', 'act', 'from_name', 'to_name'])
      .where('dossier_id', '=', id)
      .orderBy('seq')
      .execute();
    expect(hops.map((hop) => hop.act)).toEqual([
      'accept',
      'take',
      'propose',
      'return',
      'propose',
      'sign',
      'deliver',
    ]);
    expect(hops[3]).toMatchObject({ from_name: 'Phạm Văn Dũng', to_name: 'Lê Thị Chi' });
    expect((await verifyJournal(house.db)).firstBreak).toBeNull();
  });
});
