// What the owner sees of a dossier (S-22): state, holder, next step, due and why; and that nobody else sees any of it.
import { beforeAll, describe, expect, it } from 'vitest';
import { paidByTransfer } from '../../../../tests/support/paid-by-transfer.ts';
import { paidInCash } from '../../../../tests/support/paid-in-cash.ts';
import { AN, portalOfFile } from '../../../../tests/support/portal.ts';
import { sentDossier } from '../../../../tests/support/sent-dossier.ts';
import { vietnameseLeft } from '../../../../tests/support/vietnamese-left.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { registerMyDossiers } from './routes.tsx';

const { portal, an, em } = portalOfFile('2026-11-23T09:00', registerMyDossiers);
let base: { personId: string; procedureId: string; agencyId: string; at: string };
beforeAll(() => {
  const today = Temporal.PlainDate.from('2026-11-23');
  base = {
    personId: an.personId,
    procedureId: portal.deps.catalogue.bySlug('1.001193', today)!.id,
    agencyId: portal.deps.agencies.ofUnit('07840', today)!.id,
    at: '2026-11-23T01:00:00Z',
  };
});

describe('my dossiers', () => {
  it('say so when there are none, with the way on', async () => {
    const page = await em.get('/ho-so');
    expect(page.body).toContain('Bạn chưa nộp hồ sơ nào.');
    expect(page.body).toContain('href="/thu-tuc"');
  });

  it('show state, holder, next step, due date and why', async () => {
    const { id } = await sentDossier(portal.deps.db, {
      ...base,
      over: {
        state: 4,
        number: 'H05.07840-261123-00011',
        accepted_at: Temporal.Instant.from('2026-11-23T02:00:00Z'),
        due_original: Temporal.Instant.from('2026-11-25T10:30:00Z'),
        due_current: Temporal.Instant.from('2026-11-27T10:30:00Z'),
        due_why: 'Thời hạn là 3 ngày làm việc.',
      },
    });
    const { body, status } = await an.get(`/ho-so/${id}`);
    expect(status).toBe(200);
    for (const words of [
      'Đang xử lý',
      'Công chức thụ lý',
      'trình lãnh đạo ký',
      '17:30 ngày 27/11/2026',
      '17:30 ngày 25/11/2026',
      'Thời hạn là 3 ngày làm việc.',
      'H05.07840-261123-00011',
    ])
      expect(body).toContain(words);
    expect(body.split('Đang ở:')).toHaveLength(2);
    expect((await an.get('/ho-so')).body).toContain(`href="/ho-so/${id}"`);
  });

  it('open from the beginning when the address names no moment', async () => {
    for (const odd of ['2026-13-45T99:99:99Z', 'hom-qua'])
      expect((await an.get(`/ho-so?truoc=${odd}`)).status).toBe(200);
  });

  it('lead to the supplement while one is asked', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: { state: 5 } });
    expect((await an.get(`/ho-so/${id}`)).body).toContain(`href="/ho-so/${id}/bo-sung"`);
  });

  it('do not exist for anybody else, nor for who is not signed in, whatever the address', async () => {
    const { id } = await sentDossier(portal.deps.db, base);
    for (const path of [
      `/ho-so/${id}`,
      `/ho-so/${id}/phieu/${id}`,
      `/ho-so/${id}/tep/${id}`,
      `/ho-so/${id}/ket-qua/${id}`,
    ]) {
      expect((await em.get(path)).status).toBe(404);
      expect((await portal.app.inject({ url: path })).statusCode).toBe(303);
    }
    expect((await em.post(`/ho-so/${id}/rut`, { version: '1' })).status).toBe(404);
    for (const odd of ['/ho-so/khong-phai-ma', '/ho-so/%00', "/ho-so/1'--"])
      expect((await an.get(odd)).status).toBe(404);
  });

  it('are withdrawn by the owner while nobody has accepted, once, with a fact', async () => {
    const { id } = await sentDossier(portal.deps.db, base);
    expect((await an.get(`/ho-so/${id}`)).body).toContain('Có, rút hồ sơ');
    expect((await an.post(`/ho-so/${id}/rut`, { version: '1' })).status).toBe(303);
    // The same form again, when its answer was lost, leads to the same page; another form is told that it is over.
    expect((await an.post(`/ho-so/${id}/rut`, { version: '1' })).location).toBe(`/ho-so/${id}`);
    expect((await an.post(`/ho-so/${id}/rut`, { version: '2' })).status).toBe(409);
    expect((await an.get(`/ho-so/${id}`)).body).toContain('đã được rút theo yêu cầu của bạn');
    const facts = await portal.deps.db
      .selectFrom('journal.fact')
      .select('name')
      .where('stream', '=', `dossier:${id}`)
      .execute();
    expect(facts).toEqual([{ name: 'dossier.withdrawn' }]);
    expect((await verifyJournal(portal.deps.db)).firstBreak).toBeNull();
  });

  it('are shown to whoever types the address of an act', async () => {
    const { id } = await sentDossier(portal.deps.db, base);
    expect((await an.get(`/ho-so/${id}/rut`)).location).toBe(`/ho-so/${id}`);
  });

  const inCash = (id: string, amount = 10_000) =>
    paidInCash({ ...portal.deps, now: portal.clock.now() }, id, { payer: 'Nguyễn Thị Hoa', amount });
  const transferred = (id: string, amount: number) =>
    paidByTransfer({ ...portal.deps, now: portal.clock.now() }, id, amount);
  const owing = {
    money_state: 'due',
    fee: JSON.stringify({
      total: 10_000,
      lines: [{ name: 'Lệ phí', quantity: 1, unitAmount: 10_000, amount: 10_000, basis: 'Nghị quyết' }],
      when: 'reception',
      online: true,
    }),
  };

  it('warn before a withdrawal that money was paid, and say afterwards who holds how much and where to ask', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await inCash(id);
    const before = (await an.get(`/ho-so/${id}`)).body;
    expect(before).toContain(
      'Bạn đã nộp 10.000 đ cho hồ sơ này. Nếu rút hồ sơ, tiền không tự động chuyển lại',
    );
    expect(before).not.toContain('đang giữ');
    await an.post(`/ho-so/${id}/rut`, { version: '2' });
    const after = (await an.get(`/ho-so/${id}`)).body;
    const { name, desk } = portal.deps.books.agency(base.agencyId, dateOf(portal.clock.now()));
    expect(after).toContain(`${name} đang giữ 10.000 đ bạn đã nộp`);
    expect(after).toContain(`Hãy liên hệ ${desk}`);
    expect(after).toContain('việc hoàn trả được giải quyết tại quầy');
  });

  it('say so when they were refused after payment, and nothing when nothing was paid', async () => {
    const refused = await sentDossier(portal.deps.db, { ...base, over: owing });
    await inCash(refused.id);
    await portal.deps.db
      .updateTable('dossiers.dossier')
      .set({ state: 3 })
      .where('id', '=', refused.id)
      .execute();
    expect((await an.get(`/ho-so/${refused.id}`)).body).toContain('đang giữ 10.000 đ');
    for (const over of [{ ...owing, state: 3 }, { state: 3 }, { ...owing, state: 4 }]) {
      const { id } = await sentDossier(portal.deps.db, { ...base, over });
      expect((await an.get(`/ho-so/${id}`)).body).not.toContain('đang giữ');
    }
  });

  it('show what was paid at the counter with its slip, to be read in either language and printed by nobody else', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: owing });
    const receipt = await inCash(id);
    const slip = `/ho-so/${id}/phieu-thu/${receipt.id}`;
    const { body } = await an.get(`/ho-so/${id}`);
    for (const said of [
      '10.000 đ – Đã nộp',
      'Nguyễn Thị Hoa nộp cho',
      `href="${slip}"`,
      'Phí, lệ phí đã nộp tại quầy',
    ])
      expect(body).toContain(said);
    const paper = (await an.get(slip)).body;
    for (const said of [receipt.slip?.number, 'Nguyễn Thị Hoa', 'Mười nghìn đồng', 'Nghị quyết'])
      expect(paper).toContain(said);
    const english = await portal.visitor(AN, 'en');
    for (const path of [`/ho-so/${id}`, slip])
      expect(vietnameseLeft((await english.get(path)).body)).toEqual([]);
    const { id: other } = await sentDossier(portal.deps.db, base);
    expect((await em.get(slip)).status).toBe(404);
    expect((await portal.app.inject({ url: slip })).statusCode).toBe(303);
    expect((await an.get(`/ho-so/${other}/phieu-thu/${receipt.id}`)).status).toBe(404);
    expect((await an.get(`/ho-so/${id}/phieu-thu/khong-phai`)).status).toBe(404);
  });

  it('say what came for the bill, be it a part or too much', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await transferred(id, 4_000);
    expect((await an.get(`/ho-so/${id}`)).body).toContain('Bạn đã nộp 4.000 đ cho hồ sơ này.');
    await transferred(id, 7_000);
    await an.post(`/ho-so/${id}/rut`, { version: '1' });
    expect((await an.get(`/ho-so/${id}`)).body).toContain('đang giữ 11.000 đ');
  });

  it('say who holds what came beyond the fee, be it too much, twice or after the end', async () => {
    const { name, desk } = portal.deps.books.agency(base.agencyId, dateOf(portal.clock.now()));
    const held = (amount: string) => `${name} đang giữ ${amount} bạn chuyển thừa`;
    const { id } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await transferred(id, 10_000);
    expect((await an.get(`/ho-so/${id}`)).body).not.toContain('đang giữ');
    await transferred(id, 10_000);
    expect((await an.get(`/ho-so/${id}`)).body).toContain(held('10.000 đ'));
    expect((await an.get(`/ho-so/${id}`)).body).toContain(`Hãy liên hệ ${desk}`);
    const english = await portal.visitor(AN, 'en');
    expect(vietnameseLeft((await english.get(`/ho-so/${id}`)).body)).toEqual([]);

    const { id: over } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await transferred(over, 12_500);
    expect((await an.get(`/ho-so/${over}`)).body).toContain(held('2.500 đ'));

    const { id: ended } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await transferred(ended, 4_000);
    await an.post(`/ho-so/${ended}/rut`, { version: '1' });
    await transferred(ended, 6_000);
    expect((await an.get(`/ho-so/${ended}`)).body).toContain(`${name} đang giữ 10.000 đ bạn đã nộp`);
  });

  it('whose fee came in two ways show on the slip what had come before it', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: owing });
    await transferred(id, 4_000);
    const receipt = await inCash(id, 6_000);
    const paper = (await an.get(`/ho-so/${id}/phieu-thu/${receipt.id}`)).body;
    const rows = [...paper.matchAll(/__key">([^<]*)<\/dt><dd[^>]*>(.*?)<\/dd>/gu)].map(([, key, value]) => [
      key,
      value?.replace(/<[^>]*>/gu, ''),
    ]);
    expect(Object.fromEntries(rows)).toMatchObject({
      'Mã yêu cầu': expect.stringMatching(/^YC-/u),
      'Đã nộp trước': '4.000 đ',
      'Số tiền đã thu': '6.000 đ',
      'Còn phải nộp': '0 đ',
    });
    const alone = await sentDossier(portal.deps.db, { ...base, over: owing });
    const whole = await inCash(alone.id);
    expect((await an.get(`/ho-so/${alone.id}/phieu-thu/${whole.id}`)).body).not.toContain('Đã nộp trước');
  });

  it('that were withdrawn say so in every place, with the line and the moment in their history', async () => {
    const withdrawn = { state: 7, finished_at: Temporal.Instant.from('2026-11-23T01:30:00Z') };
    const { id: older } = await sentDossier(portal.deps.db, { ...base, over: withdrawn });
    const { id } = await sentDossier(portal.deps.db, base);
    await an.post(`/ho-so/${id}/rut`, { version: '1' });
    for (const [one, at] of [
      [older, '08:30 ngày 23/11/2026'],
      [id, '09:00 ngày 23/11/2026'],
    ] as const) {
      const { body } = await an.get(`/ho-so/${one}`);
      expect(body).toContain('Đã rút hồ sơ');
      expect(body).not.toContain('Công dân yêu cầu rút hồ sơ');
      expect(body.split('Bạn rút hồ sơ')).toHaveLength(2);
      expect(body.slice(body.indexOf('Bạn rút hồ sơ')).slice(0, 300)).toContain(at);
    }
    const list = (await an.get('/ho-so')).body;
    expect(list).toContain('Đã rút hồ sơ');
    expect(list).not.toContain('Công dân yêu cầu rút hồ sơ');
  });

  it('say why they were refused, without what no longer counts', async () => {
    const { id } = await sentDossier(portal.deps.db, { ...base, over: { state: 3 } });
    await portal.deps.db
      .insertInto('dossiers.hop')
      .values({
        dossier_id: id,
        seq: 1,
        at: Temporal.Instant.from('2026-11-23T02:00:00Z'),
        act: 'refuseIntake',
        from_name: 'Trần Thị Bình',
        to_name: 'Nguyễn Văn An',
        note: 'Nơi cư trú của cha mẹ không thuộc xã này.',
      })
      .execute();
    const { body } = await an.get(`/ho-so/${id}`);
    expect(body).toContain('Nơi cư trú của cha mẹ không thuộc xã này.');
    expect(body).not.toContain('Phí, lệ phí');
  });

  it('refuse a form from elsewhere', async () => {
    const { id } = await sentDossier(portal.deps.db, base);
    const reply = await portal.app.inject({
      method: 'POST',
      url: `/ho-so/${id}/rut`,
      cookies: { mc_portal: an.token },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'version=1&_csrf=forged',
    });
    expect(reply.statusCode).toBe(403);
  });
});
