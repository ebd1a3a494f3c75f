// Filing from the first step to the code, as An does it; and everything that must not pass.
import { describe, expect, test } from 'vitest';
import { BIRTH as BIRTH_ANSWERS, filingBy } from '../../../../tests/support/filing.ts';
import { AN, pdf, portalOfFile } from '../../../../tests/support/portal.ts';
import { billFor } from '../../../modules/payments/index.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { registerSent } from '../sent/routes.tsx';
import { confirmationCode } from './confirmation-number.ts';
import { registerApply } from './routes.ts';

const TODAY = '2026-11-23T09:00';
const DEATH = '1.000656';
const BIRTH = '1.001193';
const RESIDENCE = '1.004222';

const { portal, an, em } = portalOfFile(TODAY, registerApply, registerSent);
const { begin, hiepHoa, answer, prepare, sending } = filingBy(portal, an);
const idOf = (draft: string) => draft.split('/').at(-1) as string;
const codeOf = (draft: string) => confirmationCode(portal.deps.secret, idOf(draft));

describe('from the first step to the code', () => {
  test('a procedure with the general form', async () => {
    const draft = await begin(DEATH);
    const where = await an.get(`${draft}/noi-nop`);
    expect(where.body).toContain('UBND tỉnh Bắc Ninh');
    const endless = await an.get(`${draft}/noi-nop?tim=${'xã '.repeat(300)}`);
    expect([endless.status, endless.body.includes('dài quá 200 ký tự')]).toEqual([422, true]);
    const chosen = await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    expect(chosen.location).toBe(`${draft}/thong-tin/requester`);
    const first = await an.get(chosen.location);
    expect(first.body).toContain('value="Nguyễn Văn An"');
    expect(first.body).toContain('Đồng ý và tiếp tục');
    await answer(draft);
    const papers = await an.get(`${draft}/giay-to`);
    expect(papers.body).toContain('Giấy báo tử hoặc giấy tờ thay thế');
    expect(papers.body).toContain('Giấy tờ mang theo khi đến');
    const paper = /giay-to\/(c\d+)"/u.exec(papers.body)?.[1];
    expect(
      (await an.upload(`${draft}/giay-to/${paper}`, [pdf('a'), { ...pdf('b'), name: 'trang-2.pdf' }])).status,
    ).toBe(303);
    const given = await an.get(`${draft}/giay-to/${paper}`);
    expect(given.body).toContain('ban-chup.pdf');
    expect(given.body).toContain('trang-2.pdf');
    await an.post(`${draft}/giay-to`);
    await an.post(`${draft}/hinh-thuc`, {
      nop: 'online',
      nhan: 'post',
      'dia-chi': 'Thôn Sơn Quả, xã Hiệp Hòa, Bắc Ninh',
    });
    const check = await an.get(`${draft}/kiem-tra`);
    expect(check.body).toContain('Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên');
    expect(check.body).toContain('Thôn Sơn Quả, Xã Hiệp Hòa');
    expect(check.body).toContain('Thủ tục này không phải nộp phí, lệ phí.');
    const sent = await an.post(`${draft}/kiem-tra`, {
      ...sending(draft),
      ma: ` ${codeOf(draft).slice(0, 3)} ${codeOf(draft).slice(3)}`,
    });
    expect(sent.location).toMatch(/^\/ho-so\/[0-9a-f-]{36}\/da-nop$/u);
    const confirmed = await an.get(sent.location);
    expect(confirmed.body).toMatch(/YC-[2-9A-Z]{5}-[2-9A-Z]{5}/u);
    expect(confirmed.body).toContain('chậm nhất lúc 09:00 ngày 25/11/2026');
    expect(confirmed.body).not.toContain('thanh-toan');
    const { secret } = await portal.deps.db
      .selectFrom('dossiers.dossier')
      .select('secret')
      .where('id', '=', sent.location.split('/')[2] as string)
      .executeTakeFirstOrThrow();
    expect(confirmed.body).toContain(`Mã tra cứu: <strong class="mc-number">${secret}</strong>`);
    expect(confirmed.body).toContain('Trung tâm Phục vụ hành chính công xã Hiệp Hòa');
    expect(confirmed.body).toMatch(/Địa chỉ: .*Hiệp Hòa/u);
    expect(confirmed.body).toMatch(/Điện thoại: .*tel:1022/u);
    expect((await an.get(sent.location)).body).toContain(/YC-\S{5}-\S{5}/u.exec(confirmed.body)![0]);
    for (const step of ['noi-nop', 'thong-tin/requester', 'giay-to', 'hinh-thuc', 'kiem-tra'])
      expect((await an.get(`${draft}/${step}`)).location).toBe(sent.location);
    expect((await em.get(sent.location)).status).toBe(404);
    expect(await verifyJournal(portal.deps.db)).toMatchObject({ firstBreak: null });
  });
});

describe('check and send', () => {
  test('a change from the check page leads back to it', async () => {
    const draft = await prepare(DEATH);
    const page = (await an.get(`${draft}/kiem-tra`)).body;
    expect(page).toContain(`${draft}/thong-tin/contact?ve=kiem-tra#requester-phone`);
    const changed = await an.post(`${draft}/thong-tin/contact?ve=kiem-tra`, {
      'requester.phone': '0987654321',
      'requester.email': '',
    });
    expect(changed.location).toBe(`${draft}/kiem-tra`);
    expect((await an.get(`${draft}/kiem-tra`)).body).toContain('0987654321');
    expect((await an.post(`${draft}/noi-nop?ve=kiem-tra`, { 'co-quan': hiepHoa() })).location).toBe(
      `${draft}/kiem-tra`,
    );
    expect((await an.post(`${draft}/giay-to?ve=kiem-tra`)).location).toBe(`${draft}/kiem-tra`);
  });

  test('a wrong code or an unticked box sends nothing and says which', async () => {
    const draft = await prepare(DEATH);
    const wrong = await an.post(`${draft}/kiem-tra`, { ma: '000', 'cam-doan': 'co' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Mã xác nhận chưa đúng.');
    const unticked = await an.post(`${draft}/kiem-tra`, { ma: codeOf(draft) });
    expect(unticked.status).toBe(422);
    expect(unticked.body).toContain('href="#cam-doan"');
    const neither = await an.post(`${draft}/kiem-tra`);
    expect(neither.body).toContain('Bạn phải nhập mã xác nhận.');
    const { dossier_id } = await portal.deps.db
      .selectFrom('dossiers.draft')
      .select('dossier_id')
      .where('id', '=', idOf(draft))
      .executeTakeFirstOrThrow();
    expect(dossier_id).toBeNull();
  });

  test('what cannot be printed is refused where it is typed', async () => {
    const draft = await prepare(DEATH);
    const content = await an.post(`${draft}/thong-tin/content`, { content: 'Vui 😀' });
    expect(content.status).toBe(422);
    expect(content.body).toContain('Hãy bỏ ký tự không in được: 😀');
    const address = { nop: 'online', nhan: 'post', 'dia-chi': 'Nhà 😀' };
    const channels = await an.post(`${draft}/hinh-thuc`, address);
    expect(channels.status).toBe(422);
    expect(channels.body).toContain('Hãy bỏ ký tự không in được: 😀');
  });

  test('the code typed on a keyboard with wide digits is the code', async () => {
    const draft = await prepare(DEATH);
    const wide = [...codeOf(draft)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    expect((await an.post(`${draft}/kiem-tra`, { ...sending(draft), ma: wide })).status).toBe(303);
  });

  test('an incomplete draft is not sent and leads to the step', async () => {
    const draft = await begin(DEATH);
    const refused = await an.post(`${draft}/kiem-tra`, sending(draft));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Bạn chưa chọn cơ quan giải quyết.');
    expect(refused.body).toContain(`href="${draft}/noi-nop"`);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    expect((await an.post(`${draft}/kiem-tra`, sending(draft))).body).toContain(
      `href="${draft}/thong-tin/address"`,
    );
  });

  test('an agency that is not in force today is not filed with: neither one abolished nor one to come', async () => {
    const draft = await prepare(DEATH);
    const { db, agencies } = portal.deps;
    const day = Temporal.PlainDate.from('2023-05-15');
    const old = agencies.ofUnit('07840', day) ?? agencies.at(['commune'], day)[0]!;
    expect(old.validTo).not.toBeNull();
    const before = await countDossiers();
    const choose = (agency_id: string) =>
      db.updateTable('dossiers.draft').set({ agency_id }).where('id', '=', idOf(draft)).execute();
    const refused = async () => {
      const answer = await an.post(`${draft}/kiem-tra`, sending(draft));
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('không hoạt động vào hôm nay. Bạn hãy chọn lại nơi nộp hồ sơ.');
      expect(answer.body).toContain(`href="${draft}/noi-nop"`);
      expect((await an.get(`${draft}/kiem-tra`)).body).toContain('không hoạt động vào hôm nay');
    };
    await choose(old.id);
    await refused();
    await choose(hiepHoa());
    portal.clock.set('2025-06-30T09:00');
    try {
      Object.assign(an, await portal.visitor(AN));
      await refused();
    } finally {
      portal.clock.set(TODAY);
      Object.assign(an, await portal.visitor(AN));
    }
    expect(await countDossiers()).toBe(before);
    expect((await an.post(`${draft}/kiem-tra`, sending(draft))).status).toBe(303);
  });

  test('two at once, and again later: one dossier, one confirmation', async () => {
    const draft = await prepare(DEATH);
    const before = await countDossiers();
    const answers = await Promise.all([1, 2, 3].map(() => an.post(`${draft}/kiem-tra`, sending(draft))));
    answers.push(await an.post(`${draft}/kiem-tra`, sending(draft)));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await countDossiers()).toBe(before + 1);
    // Again with the box unticked: it has been sent, so there is nothing to mend.
    expect((await an.post(`${draft}/kiem-tra`)).location).toBe(answers[0]!.location);
    expect((await an.upload(`${draft}/giay-to/c2`, [pdf('late')])).location).toBe(answers[0]!.location);
  });

  test('a fee that is due at reception and paid here has its bill with the dossier; a free one has none', async () => {
    const draft = await prepare(RESIDENCE);
    const check = await an.get(`${draft}/kiem-tra`);
    expect(check.body).toContain('10.000 đ');
    expect(check.body).toContain('Căn cứ: ');
    const sent = await an.post(`${draft}/kiem-tra`, sending(draft));
    const dossierId = sent.location.split('/')[2] as string;
    expect((await an.get(sent.location)).body).toContain(`/ho-so/${dossierId}/thanh-toan`);
    expect(await billFor(portal.deps.db, { kind: 'dossier-fee', refId: dossierId })).toMatchObject({
      amount: 10_000,
      state: 'due',
    });
    const freeDraft = await prepare(DEATH);
    const free = await an.post(`${freeDraft}/kiem-tra`, sending(freeDraft));
    expect(
      await billFor(portal.deps.db, { kind: 'dossier-fee', refId: free.location.split('/')[2] as string }),
    ).toBeNull();
  });

  test('the copy of what was declared is a PDF for its owner alone', async () => {
    const draft = await prepare(DEATH);
    const { location } = await an.post(`${draft}/kiem-tra`, sending(draft));
    const copy = location.replace('da-nop', 'ban-khai');
    expect((await an.get(copy)).body).toContain('%PDF-');
    expect((await em.get(copy)).status).toBe(404);
    // A text from before such characters were refused must not keep anybody from their copy.
    await portal.deps.db
      .updateTable('dossiers.dossier')
      .set({ answers: JSON.stringify({ content: 'Vui 😀' }) })
      .where('id', '=', location.split('/')[2] as string)
      .execute();
    expect(await an.get(copy)).toMatchObject({ status: 200, body: expect.stringContaining('%PDF-') });
  });
});

describe('birth registration (1.001193)', () => {
  test('from the first question to the code, with the hidden pages passed over', async () => {
    const draft = await begin(BIRTH);
    const seen = await answer(draft, BIRTH_ANSWERS);
    expect(seen).not.toContain('recognition');
    expect(seen).toContain('marriage-paper');
    await an.upload(`${draft}/giay-to/birthCert`, [pdf('chung sinh')]);
    await an.post(`${draft}/giay-to`);
    await an.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'electronic' });
    const check = await an.get(`${draft}/kiem-tra`);
    expect(check.body).toContain('KHÔI');
    const sent = await an.post(`${draft}/kiem-tra`, sending(draft));
    expect(sent.status).toBe(303);
    const dossierId = sent.location.split('/')[2] as string;
    const row = await portal.deps.db
      .selectFrom('dossiers.dossier')
      .select(['answers', 'form_hash'])
      .where('id', '=', dossierId)
      .executeTakeFirstOrThrow();
    expect(row.form_hash).toHaveLength(64);
    expect(row.answers).toMatchObject({ 'child.given': 'KHÔI', 'child.birthDate': '2026-11-01' });
  });
});

async function countDossiers(): Promise<number> {
  const { n } = await portal.deps.db
    .selectFrom('dossiers.dossier')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
