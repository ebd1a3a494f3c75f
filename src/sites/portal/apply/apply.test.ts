// Filing from the first step to the code, as An does it; and everything that must not pass.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerAll,
  BIRTH as BIRTH_ANSWERS,
  begin as beginAs,
  GENERIC,
  hiepHoa as officeOf,
  prepare as prepareAs,
  sending as sendingOf,
} from '../../../../tests/support/filing.ts';
import { AN, EM, pdf, type TestPortal, testPortal, type Visitor } from '../../../../tests/support/portal.ts';
import { billFor } from '../../../modules/payments/index.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { registerSent } from '../sent/routes.tsx';
import { confirmationCode } from './confirmation-number.ts';
import { registerApply } from './routes.ts';

const TODAY = '2026-11-23T09:00';
const DEATH = '1.000656';
const MARRIAGE = '1.000894';
const BIRTH = '1.001193';
const RESIDENCE = '1.004222';

let portal: TestPortal;
let an: Visitor;
let em: Visitor;

beforeAll(async () => {
  portal = await testPortal(TODAY, async (app, deps) => {
    await registerApply(app, deps);
    registerSent(app, deps);
  });
  an = await portal.visitor(AN);
  em = await portal.visitor(EM);
});
afterAll(async () => portal.close());

const begin = (slug: string, who = an) => beginAs(who, slug);
const idOf = (draft: string) => draft.split('/').at(-1) as string;
const codeOf = (draft: string) => confirmationCode(portal.deps.secret, idOf(draft));
const hiepHoa = () => officeOf(portal);
const answerGeneric = (draft: string) => answerAll(portal, an, draft, GENERIC);
const prepare = (slug = DEATH) => prepareAs(portal, an, slug);
const sending = (draft: string) => sendingOf(portal, draft);

describe('from the first step to the code', () => {
  test('a procedure with the general form', async () => {
    const draft = await begin(DEATH);
    const where = await an.get(`${draft}/noi-nop`);
    expect(where.body).toContain('UBND tỉnh Bắc Ninh');
    const chosen = await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    expect(chosen.location).toBe(`${draft}/thong-tin/requester`);
    const first = await an.get(chosen.location);
    expect(first.body).toContain('value="Nguyễn Văn An"');
    expect(first.body).toContain('Đồng ý và tiếp tục');
    await answerGeneric(draft);
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
    expect((await an.get(sent.location)).body).toContain(/YC-\S{5}-\S{5}/u.exec(confirmed.body)![0]);
    for (const step of ['noi-nop', 'thong-tin/requester', 'giay-to', 'hinh-thuc', 'kiem-tra'])
      expect((await an.get(`${draft}/${step}`)).location).toBe(sent.location);
    expect((await em.get(sent.location)).status).toBe(404);
    expect(await verifyJournal(portal.deps.db)).toMatchObject({ firstBreak: null });
  });
});

describe('a draft waits on the server', () => {
  test('opened and left, it is simply taken up; once something is saved, the person is asked', async () => {
    const first = await em.get(`/nop-ho-so?thu-tuc=${DEATH}`);
    expect((await em.get(`/nop-ho-so?thu-tuc=${DEATH}`)).location).toBe(first.location);
    const draft = first.location.replace(/\/noi-nop$/u, '');
    await em.post(first.location, { 'co-quan': hiepHoa() });
    const asked = await em.get(`/nop-ho-so?thu-tuc=${DEATH}`);
    expect(asked.body).toContain('Làm tiếp bản nháp');
    expect(asked.body).toContain(`href="${draft}"`);
    expect((await em.get(draft)).location).toBe(`${draft}/thong-tin/requester`);
    expect((await em.post('/nop-ho-so', { 'thu-tuc': DEATH })).location).not.toContain(draft);
    expect((await em.post(`${draft}/xoa`)).location).toBe('/ho-so?da=xoa');
    expect((await em.get(draft)).status).toBe(404);
  });

  test('what is typed wrongly is kept as typed', async () => {
    const draft = await begin(DEATH);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    const wrong = await an.post(`${draft}/thong-tin/requester`, {
      ...GENERIC.requester,
      'requester.personalNumber': '123',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('<title>Lỗi: ');
    expect(wrong.body).toContain('href="#requester-personalNumber"');
    expect((await an.get(`${draft}/thong-tin/requester`)).body).toContain('value="123"');
  });

  test('another person finds none of it', async () => {
    const draft = await begin(DEATH);
    for (const step of ['noi-nop', 'thong-tin/requester', 'giay-to', 'hinh-thuc', 'kiem-tra'])
      expect((await em.get(`${draft}/${step}`)).status, step).toBe(404);
    expect((await em.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() })).status).toBe(404);
    expect((await em.post(`${draft}/kiem-tra`, sending(draft))).status).toBe(404);
    expect((await em.upload(`${draft}/giay-to/c2`, [pdf()])).status).toBe(404);
    await em.post(`${draft}/xoa`);
    expect((await an.get(`${draft}/noi-nop`)).status).toBe(200);
  });

  test('without a session every step leads to signing in and back', async () => {
    const draft = await begin(DEATH);
    const reply = await portal.app.inject({ url: `${draft}/giay-to` });
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toBe(`/dang-nhap?ve=${encodeURIComponent(`${draft}/giay-to`)}`);
  });

  test('an address with no id, page or paper behind it finds nothing', async () => {
    const draft = await begin(DEATH);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    expect((await an.get('/nop-ho-so/khong-co/noi-nop')).status).toBe(404);
    expect((await an.get(`${draft}/thong-tin/khong-co`)).status).toBe(404);
    expect((await an.get(`${draft}/giay-to/khong-co`)).location).toBe(`${draft}/giay-to`);
    expect((await an.get('/nop-ho-so?thu-tuc=khong-co')).status).toBe(404);
  });
});

describe('choosing the agency', () => {
  test('today: who types Lương Phong is led to xã Hiệp Hòa and told by which resolution', async () => {
    const draft = await begin(DEATH);
    const found = await an.get(`${draft}/noi-nop?tim=${encodeURIComponent('lương phong')}`);
    expect(found.body).toContain('UBND xã Hiệp Hòa');
    expect(found.body).toContain('1658/NQ-UBTVQH15');
    expect(found.body).toContain(hiepHoa());
  });

  test('today: two tiers by list, the province then the commune', async () => {
    const draft = await begin(DEATH);
    const parent = /<option value="([0-9a-f-]{36})"[^>]*>UBND tỉnh Bắc Ninh/u.exec(
      (await an.get(`${draft}/noi-nop`)).body,
    )?.[1];
    const communes = await an.get(`${draft}/noi-nop?cap=${parent}`);
    expect(communes.body).toContain('Phường, xã nộp hồ sơ');
    expect(communes.body).toMatch(new RegExp(`value="${hiepHoa()}"[^>]*>xã Hiệp Hòa<`, 'u'));
  });

  test('nothing chosen, nothing found, or an agency that does not settle it: the same page says what to do', async () => {
    const draft = await begin(DEATH);
    const province = portal.deps.agencies.ofUnit('24', Temporal.PlainDate.from('2026-11-23'))!;
    expect((await an.post(`${draft}/noi-nop`)).body).toContain('Bạn phải chọn nơi nộp hồ sơ.');
    expect((await an.post(`${draft}/noi-nop`, { 'co-quan': province.id })).body).toContain(
      'không giải quyết thủ tục',
    );
    expect((await an.post(`${draft}/noi-nop`, { 'co-quan': 'x' })).status).toBe(422);
    expect((await an.get(`${draft}/noi-nop?tim=zzzzqq`)).body).toContain(
      'Không tìm thấy xã, phường “zzzzqq”',
    );
    expect((await an.get(`${draft}/noi-nop?tim=`)).body).toContain('Bạn phải nhập tên xã, phường.');
    expect((await an.get(`${draft}/noi-nop?cap=`)).body).toContain('Bạn phải chọn cơ quan giải quyết.');
  });

  test('in 2023: UBND huyện Hiệp Hòa, then xã Lương Phong', async () => {
    portal.clock.set('2023-05-15T08:00');
    try {
      const then = await portal.visitor(AN);
      const draft = await begin(DEATH, then);
      const first = await then.get(`${draft}/noi-nop`);
      const district = /<option value="([0-9a-f-]{36})"[^>]*>UBND huyện Hiệp Hòa/u.exec(first.body)?.[1];
      const communes = await then.get(`${draft}/noi-nop?cap=${district}`);
      expect(communes.body).toContain('Thuộc UBND huyện Hiệp Hòa');
      const luongPhong = /value="([0-9a-f-]{36})"[^>]*>xã Lương Phong</u.exec(communes.body)?.[1];
      expect((await then.post(`${draft}/noi-nop?cap=${district}`, { 'co-quan': luongPhong! })).location).toBe(
        `${draft}/thong-tin/requester`,
      );
      expect((await then.get(`${draft}/noi-nop`)).body).toContain('Bạn đã chọn UBND xã Lương Phong.');
    } finally {
      portal.clock.set(TODAY);
    }
  });
});

describe('papers', () => {
  async function atPapers(): Promise<{ draft: string; paper: string }> {
    const draft = await begin(DEATH);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    await answerGeneric(draft);
    const key = /giay-to\/(c\d+)"/u.exec((await an.get(`${draft}/giay-to`)).body)?.[1];
    return { draft, paper: `${draft}/giay-to/${key}` };
  }

  test('going on without a required paper is refused, with a link to it', async () => {
    const { draft, paper } = await atPapers();
    const refused = await an.post(`${draft}/giay-to`);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`href="${paper}"`);
    expect(refused.body).toContain('Bạn chưa đính kèm “Giấy báo tử hoặc giấy tờ thay thế”.');
  });

  test('no file, a file of the wrong kind: said at the field; a good one beside it is kept', async () => {
    const { paper } = await atPapers();
    const none = await an.upload(paper, []);
    expect(none.status).toBe(422);
    expect(none.body).toContain('Bạn chưa chọn tệp nào.');
    const html = { name: 'giay.pdf', mime: 'application/pdf', bytes: Buffer.from('<html></html>') };
    const wrong = await an.upload(paper, [html, pdf('good')]);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/id="tep-error"[\s\S]*nội dung không phải PDF/u);
    expect(wrong.body).toContain('ban-chup.pdf');
  });

  test('the same file twice is there once; taken off, it is gone', async () => {
    const { draft, paper } = await atPapers();
    await an.upload(paper, [pdf('one'), pdf('one')]);
    await an.upload(paper, [pdf('one')]);
    const rows = await portal.deps.db
      .selectFrom('dossiers.draft_file')
      .select('id')
      .where('draft_id', '=', idOf(draft))
      .execute();
    expect(rows).toHaveLength(1);
    expect((await an.get(`${draft}/tep/${rows[0]!.id}`)).body).toContain('%PDF-1.4');
    await an.post(`${paper}/bo`, { tep: rows[0]!.id });
    expect((await an.get(paper)).body).not.toContain('ban-chup.pdf');
  });

  test('a file beyond 10 MB is refused by name, and the page comes back', async () => {
    const { paper } = await atPapers();
    const big = { ...pdf(), name: 'to.pdf', bytes: Buffer.alloc(10_485_761 + 65_536) };
    const refused = await an.upload(paper, [big]);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Tệp “to.pdf” lớn hơn 10 MB');
  });

  test('an upload without the token is not read', async () => {
    const { paper } = await atPapers();
    const reply = await portal.app.inject({
      method: 'POST',
      url: paper,
      cookies: { mc_portal: an.token },
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--\r\n',
    });
    expect(reply.statusCode).toBe(403);
  });
});

describe('channels', () => {
  test('nothing chosen; post without an address', async () => {
    const draft = await begin(DEATH);
    const none = await an.post(`${draft}/hinh-thuc`);
    expect(none.status).toBe(422);
    expect(none.body).toContain('href="#nop"');
    expect(none.body).toContain('Bạn phải chọn hình thức nhận kết quả.');
    const post = await an.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'post' });
    expect(post.status).toBe(422);
    expect(post.body).toContain('Bạn phải nhập địa chỉ nhận kết quả.');
  });

  test('where the law asks for presence only the agency is offered, and another way by a hand-made post is refused (S-17)', async () => {
    const draft = await begin(MARRIAGE);
    const page = await an.get(`${draft}/hinh-thuc`);
    expect(page.body).toContain('Đến cơ quan giải quyết để nhận kết quả');
    expect(page.body).toContain('xuất trình giấy tờ tùy thân');
    expect(page.body.match(/name="nhan"/gu)).toHaveLength(1);
    for (const way of ['post', 'electronic', 'x']) {
      const forced = await an.post(`${draft}/hinh-thuc`, {
        nop: 'online',
        nhan: way,
        'dia-chi': 'Thôn Sơn Quả',
      });
      expect(forced.status).toBe(422);
      expect(forced.body).toContain('Thủ tục này không có hình thức đó.');
    }
    expect((await an.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' })).status).toBe(303);
  });
});

describe('check and send', () => {
  test('a change from the check page leads back to it', async () => {
    const draft = await prepare();
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
    const draft = await prepare();
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

  test('two at once, and again later: one dossier, one confirmation', async () => {
    const draft = await prepare();
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
    expect(await billFor(portal.deps.db, 'dossier-fee', dossierId)).toMatchObject({
      amount: 10_000,
      state: 'open',
    });
    const freeDraft = await prepare();
    const free = await an.post(`${freeDraft}/kiem-tra`, sending(freeDraft));
    expect(await billFor(portal.deps.db, 'dossier-fee', free.location.split('/')[2] as string)).toBeNull();
  });

  test('the copy of what was declared is a PDF for its owner alone', async () => {
    const draft = await prepare();
    const { location } = await an.post(`${draft}/kiem-tra`, sending(draft));
    const copy = location.replace('da-nop', 'ban-khai');
    expect((await an.get(copy)).body).toContain('%PDF-');
    expect((await em.get(copy)).status).toBe(404);
  });
});

describe('birth registration (1.001193)', () => {
  test('from the first question to the code, with the hidden pages passed over', async () => {
    const draft = await begin(BIRTH);
    const seen = await answerAll(portal, an, draft, BIRTH_ANSWERS);
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
