// A request for supplement and its answer, through the owner's pages and the desk's acts.
import { describe, expect, test } from 'vitest';
import { askedBack, ITEMS } from '../../../../tests/support/asked-back.ts';
import { BIRTH } from '../../../../tests/support/filing.ts';
import { pdf, portalOfFile } from '../../../../tests/support/portal.ts';
import { changeSupplementAnswers, findDossier } from '../../../modules/dossiers/index.ts';
import { registerApply } from '../apply/routes.ts';
import { registerMyDossiers } from '../my-dossiers/routes.tsx';
import { registerSupplement } from './routes.tsx';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const { portal, an, em } = portalOfFile(
  '2026-11-23T08:00',
  registerApply,
  registerSupplement,
  registerMyDossiers,
);

const asked = (accepted: boolean) => askedBack(portal, an, accepted);
const idOf = (address: string) => address.split('/')[2] as string;
const paperOf = (body: string) =>
  /href="([^"]+\/bo-sung\/giay-to\/[0-9a-f-]{36})"/u.exec(body)?.[1] as string;
const versionOf = (body: string) => /name="version" value="(\d+)"/u.exec(body)?.[1] as string;
const place = (text: string) => ({ 'child.hometown.place': text });

describe('an answer to a request for supplement', () => {
  test('item by item, then sent: the due date moves by the working time that was waited', async () => {
    const address = await asked(true);
    const before = (await findDossier(portal.deps.db, idOf(address)))!;
    const page = await an.get(address);
    for (const item of ITEMS)
      for (const text of [item.name, item.wrong, item.todo]) expect(page.body).toContain(text);
    expect(page.body).toContain('Thời hạn giải quyết đang dừng từ lúc 10:00 ngày 23/11/2026');
    expect(page.body).toContain('Chưa có tệp mới');

    const paper = paperOf(page.body);
    expect((await an.upload(paper, [pdf('sharp')])).location).toBe(paper);
    expect((await an.get(paper)).body).toContain('ban-chup.pdf');
    const field = `${address}/thong-tin/child-hometown`;
    expect((await an.get(field)).body).toContain('value="Xã Hiệp Hòa, tỉnh Bắc Ninh"');
    expect((await an.post(field, place('Việt Yên, Bắc Ninh'))).location).toBe(address);

    const ready = await an.get(address);
    expect(ready.body).toContain('Đã có 1 tệp mới');
    expect(ready.body).toContain('Đã sửa');
    const sent = await an.post(address, { version: versionOf(ready.body), 'loi-nhan': 'Tôi đã chụp lại.' });
    expect(sent.location).toBe(`/ho-so/${idOf(address)}?da=bo-sung`);

    const after = (await findDossier(portal.deps.db, idOf(address)))!;
    expect(after.state).toBe(4);
    expect(after.files.filter((one) => one.component === 'birthCert')).toHaveLength(2);
    expect(after.answers).toMatchObject({
      'child.hometown': { unitName: expect.stringContaining('Việt Yên') },
    });
    // 10:00 to 14:30 is two and a half hours of work: 1.5 h before noon, 1 h after.
    expect(before.dueCurrent!.toString()).toBe('2026-11-23T10:30:00Z');
    expect(after.dueCurrent!.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString()).toBe(
      '2026-11-25T10:00:00',
    );
    expect((await an.get(address)).location).toBe(`/ho-so/${idOf(address)}`);
  });

  test('the page says the new due date beforehand, and it comes true', async () => {
    const address = await asked(true);
    expect((await an.get(address)).body).toContain('Nếu bạn gửi ngay bây giờ: 10:00 ngày 25/11/2026.');
  });

  test('before acceptance no clock runs', async () => {
    const address = await asked(false);
    expect((await an.get(address)).body).toContain(
      'Hồ sơ chưa được tiếp nhận nên thời hạn giải quyết chưa tính',
    );
  });

  test('sent with an item undone: refused, with a link to it and the note kept', async () => {
    const address = await asked(true);
    const version = versionOf((await an.get(address)).body);
    const refused = await an.post(address, { version, 'loi-nhan': 'Tôi gửi sau.' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Bạn chưa bổ sung “Giấy chứng sinh”.');
    expect(refused.body).toMatch(/href="#muc-[0-9a-f-]{36}"/u);
    expect(refused.body).toContain('Tôi gửi sau.');
  });

  test('a wrong answer or a wrong file stays on its page', async () => {
    const address = await asked(true);
    const wrong = await an.post(`${address}/thong-tin/child-hometown`, place('zzzz qqqq'));
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#child-hometown-place"');
    const paper = paperOf((await an.get(address)).body);
    const html = { name: 'a.pdf', mime: 'application/pdf', bytes: Buffer.from('<html></html>') };
    expect((await an.upload(paper, [html])).body).toMatch(/id="tep-error"[\s\S]*nội dung không phải PDF/u);
    expect((await an.upload(paper, [])).body).toContain('Bạn chưa chọn tệp nào.');
    // Until the answer is mended nothing can be sent.
    await an.upload(paper, [pdf('again')]);
    const version = versionOf((await an.get(address)).body);
    const refused = await an.post(address, { version });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(`${address}/thong-tin/child-hometown`);
  });

  test('a file taken off again is gone', async () => {
    const address = await asked(true);
    const paper = paperOf((await an.get(address)).body);
    await an.upload(paper, [pdf('off')]);
    const tep = /name="tep" value="([0-9a-f-]{36})"/u.exec((await an.get(paper)).body)?.[1] as string;
    await an.post(`${paper}/bo`, { tep });
    expect((await an.get(address)).body).toContain('Chưa có tệp mới');
  });

  test('only what was asked for can be mended, and only by the owner', async () => {
    const address = await asked(true);
    expect((await an.get(`${address}/thong-tin/mother-name`)).status).toBe(404);
    expect((await an.post(`${address}/thong-tin/mother-name`, BIRTH['mother-name'])).status).toBe(404);
    for (const url of [address, `${address}/thong-tin/child-hometown`])
      expect((await em.get(url)).status).toBe(404);
    const paper = paperOf((await an.get(address)).body);
    expect((await em.upload(paper, [pdf()])).status).toBe(404);
    expect((await em.post(address, { version: '3' })).status).toBe(404);
  });

  test('the same new file six times at one moment is there once', async () => {
    const address = await asked(true);
    const paper = paperOf((await an.get(address)).body);
    const posts = Array.from({ length: 6 }, () => an.upload(paper, [pdf('same')]));
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(6).fill(303));
    const { supplements } = (await findDossier(portal.deps.db, idOf(address)))!;
    expect(supplements[0]!.files).toHaveLength(1);
  });

  test('two answers mended at one moment are both kept; after sending no more is taken', async () => {
    const address = await asked(true);
    const mend = (key: string, value: string) =>
      changeSupplementAnswers(
        portal.deps.db,
        { personId: an.personId, on: TODAY },
        idOf(address),
        (answers) => ({
          answers: { ...answers, [key]: value },
        }),
      );
    await Promise.all([mend('child.given', 'KHANG'), mend('child.middle', 'GIA')]);
    const kept = async () => (await findDossier(portal.deps.db, idOf(address)))!.supplements[0]!.answers;
    expect(await kept()).toMatchObject({ 'child.given': 'KHANG', 'child.middle': 'GIA' });
    await an.upload(paperOf((await an.get(address)).body), [pdf('x')]);
    const version = versionOf((await an.get(address)).body);
    expect((await an.post(address, { version })).status).toBe(303);
    expect(await mend('child.given', 'MINH')).toMatchObject({
      ok: false,
      refusal: { code: 'supplement-closed' },
    });
  });

  test('before acceptance it stands as supplemented, not as one that is new', async () => {
    const address = await asked(false);
    await an.upload(paperOf((await an.get(address)).body), [pdf('x')]);
    await an.post(`${address}/thong-tin/child-hometown`, place('Việt Yên, Bắc Ninh'));
    const version = versionOf((await an.get(address)).body);
    expect((await an.post(address, { version })).status).toBe(303);
    const page = (await an.get(`/ho-so/${idOf(address)}`)).body;
    expect(page).toContain('Đã bổ sung, chờ tiếp nhận');
    expect(page).not.toContain('Mới đăng ký');
  });

  test('sent twice it is one answer, and both are led to it', async () => {
    const address = await asked(true);
    const page = (await an.get(address)).body;
    await an.upload(paperOf(page), [pdf('x')]);
    await an.post(`${address}/thong-tin/child-hometown`, place('Việt Yên, Bắc Ninh'));
    const fields = { version: versionOf(page) };
    const both = await Promise.all([an.post(address, fields), an.post(address, fields)]);
    const outcome = `/ho-so/${idOf(address)}?da=bo-sung`;
    expect(both.map(({ location }) => location)).toEqual([outcome, outcome]);
    expect((await an.post(address, fields)).location).toBe(outcome);
    const { supplements } = (await findDossier(portal.deps.db, idOf(address)))!;
    expect(supplements.filter((one) => one.answeredAt !== null)).toHaveLength(1);
    expect(
      (await findDossier(portal.deps.db, idOf(address)))!.hops.filter(
        (hop) => hop.act === 'answerSupplement',
      ),
    ).toHaveLength(1);
  });
});
