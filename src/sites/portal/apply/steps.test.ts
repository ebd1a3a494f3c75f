// Each step on its own: wrong input, other people, both years, papers that are refused, channels that are not allowed.
import { describe, expect, test } from 'vitest';
import { filingBy, GENERIC } from '../../../../tests/support/filing.ts';
import { AN, pdf, portalOfFile } from '../../../../tests/support/portal.ts';
import { registerSent } from '../sent/routes.tsx';
import { registerApply } from './routes.ts';

const TODAY = '2026-11-23T09:00';
const DEATH = '1.000656';
const MARRIAGE = '1.000894';

const { portal, an, em } = portalOfFile(TODAY, registerApply, registerSent);
const { begin, hiepHoa, answer, sending } = filingBy(portal, an);
const idOf = (draft: string) => draft.split('/').at(-1) as string;

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

  test('a place of another province: the page says which provinces are served, and where to go', async () => {
    const draft = await begin(DEATH);
    for (const typed of ['Đà Lạt', 'Quy Nhơn, Bình Định']) {
      const { body } = await an.get(`${draft}/noi-nop?tim=${encodeURIComponent(typed)}`);
      expect(body).toContain('Ở đây chỉ nộp được cho tỉnh Bắc Ninh.');
      expect(body).toContain('Cổng Dịch vụ công quốc gia');
    }
  });

  test('a commune found by its name of today carries the old ones it was made of', async () => {
    const draft = await begin(DEATH);
    const { body } = await an.get(`${draft}/noi-nop?tim=${encodeURIComponent('xã Hiệp Hòa')}`);
    expect(body).toContain(
      'Xã Hiệp Hòa, tỉnh Bắc Ninh (gồm xã Danh Thắng, xã Đoan Bái, xã Đông Lỗ, xã Lương Phong, thị trấn Thắng của huyện Hiệp Hòa, tỉnh Bắc Giang cũ)',
    );
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
    await answer(draft);
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
    // The token is for the form alone: links of the page, kept and passed on, do not carry it.
    expect(wrong.body.match(/href="[^"]*_csrf[^"]*"/gu)).toBeNull();
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

  test('what comes behind a file that is too large is not read, and that is said; what came before is kept', async () => {
    const { paper } = await atPapers();
    const big = { ...pdf(), name: 'to.pdf', bytes: Buffer.alloc(10_485_761 + 65_536) };
    const refused = await an.upload(paper, [pdf('trước'), big, { ...pdf('sau'), name: 'sau.pdf' }]);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Tệp “to.pdf” lớn hơn 10 MB');
    expect(refused.body).toContain('lần tải lên đã dừng ở đó');
    expect(refused.body).toContain('ban-chup.pdf');
    expect(refused.body).not.toContain('sau.pdf');
    const wrong = { name: 'giay.pdf', mime: 'application/pdf', bytes: Buffer.from('<html></html>') };
    const whole = await an.upload(paper, [wrong, pdf('đủ')]);
    expect(whole.body).not.toContain('lần tải lên đã dừng ở đó');
  });

  test('files that are refused one after another are read up to 30 MB in one post', async () => {
    const { paper } = await atPapers();
    const wrong = (n: number) => ({
      name: `giay${n}.pdf`,
      mime: 'application/pdf',
      bytes: Buffer.concat([Buffer.from('<html></html>'), Buffer.alloc(10_000_000)]),
    });
    const refused = await an.upload(paper, [1, 2, 3, 4, 5, 6].map(wrong));
    expect(refused.body).toContain('giay4.pdf');
    expect(refused.body).not.toContain('giay5.pdf');
    expect(refused.body).toContain('lần tải lên đã dừng ở đó');
  });

  test('sixty files at once: twenty are kept, the others named, what is said of all is said once', async () => {
    const { draft, paper } = await atPapers();
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => ({ ...pdf(`tệp ${from + n}`), name: `t${from + n}.pdf` }));
    const refused = await an.upload(paper, many(0, 60));
    expect(refused.status).toBe(422);
    const list = /error-summary__list[\s\S]*?<\/ul>/u.exec(refused.body)![0];
    expect(list.match(/<li/gu)).toHaveLength(1);
    expect(list.match(/Mỗi lần tải lên được nhiều nhất 20 tệp/gu)).toHaveLength(1);
    for (let n = 20; n < 60; n += 1) expect(list).toContain(`“t${n}.pdf”`);
    expect(list).not.toContain('“t19.pdf”');
    await an.upload(paper, many(20, 39));
    const beyond = await an.upload(paper, many(39, 42));
    expect(beyond.body).toContain('“t40.pdf”, “t41.pdf”: Mỗi hồ sơ đính kèm được nhiều nhất 40 tệp.');
    const rows = portal.deps.db.selectFrom('dossiers.draft_file').select('id');
    expect(await rows.where('draft_id', '=', idOf(draft)).execute()).toHaveLength(40);
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
