// The choice and the form of sign-up as a person without script meets them: right and wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clock,
  closeAccountSite,
  FORM,
  fill,
  next,
  openAccountSite,
  person,
  telco,
} from '../../../../tests/support/account-site.ts';

beforeAll(openAccountSite);
afterAll(closeAccountSite);

describe('/dang-ky', () => {
  it('asks who signs up (S-01)', async () => {
    const { words } = await person().get('/dang-ky');
    for (const choice of ['Cá nhân', 'Doanh nghiệp', 'Cơ quan nhà nước']) expect(words).toContain(choice);
  });

  it('leads each choice to a page that says what to do', async () => {
    for (const [choice, path] of [
      ['ca-nhan', 'Thuê bao di động'],
      ['doanh-nghiep', 'bộ phận một cửa'],
      ['co-quan', 'người quản trị'],
    ] as const) {
      const who = person();
      await who.get('/dang-ky');
      const chosen = await who.post('/dang-ky', { 'doi-tuong': choice });
      expect([chosen.status, chosen.to]).toEqual([303, `/dang-ky/${choice}`]);
      expect((await who.get(chosen.to)).words).toContain(path);
    }
  });

  it('says so when nothing is chosen', async () => {
    const who = person();
    await who.get('/dang-ky');
    const answer = await who.post('/dang-ky', {});
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/<title>Lỗi: /u);
  });

  it('refuses a form from elsewhere', async () => {
    const answer = await person().post('/dang-ky', { 'doi-tuong': 'ca-nhan' });
    expect(answer.status).toBe(403);
  });
});

describe('the form', () => {
  it('has the guide’s title, labels, hints, order and button (S-03)', async () => {
    const { words, html } = await person().get(FORM);
    const labels = [
      'Đăng ký Thuê bao di động (Chỉ dành cho công dân)',
      'Tên đăng nhập (Số CMT/CCCD) *',
      'Họ tên *',
      'Ngày sinh *',
      'Số điện thoại *',
      'Email',
      'Nhập mã xác thực *',
      'Đăng ký',
      'Lưu ý: Những trường đánh dấu (*) là bắt buộc nhập.',
    ];
    let from = words.indexOf(labels[0] as string);
    for (const label of labels) {
      const at = words.indexOf(label, from);
      expect([label, at >= from]).toEqual([label, true]);
      from = at;
    }
    for (const hint of [
      'Nhập số CMT/CCCD',
      'Nhập họ tên',
      'dd/mm/yyyy',
      'Nhập số điện thoại',
      'Nhập email của bạn',
    ]) {
      expect(html).toContain(`placeholder="${hint}"`);
    }
  });

  it('keeps a name of four thousand letters, an endless one up to a bound, and says that it is too long', async () => {
    const name = 'An '.repeat(1333).trim();
    const told = await fill(person(), { 'ho-ten': name });
    expect(told.status).toBe(422);
    expect(told.words).toContain('Họ tên dài quá 100 ký tự; hãy viết ngắn lại.');
    expect(told.words).not.toContain('Bạn phải nhập họ tên');
    expect(told.html).toContain(`value="${name}"`);
    const endless = await fill(person(), { 'ho-ten': 'An '.repeat(30_000) });
    expect([endless.status, endless.html.length < 40_000]).toEqual([422, true]);
    expect(endless.words).toContain('Họ tên dài quá 100 ký tự');
  });

  it('says “Bạn phải nhập cmt/cccd.” and every other mistake at once, and keeps what was typed', async () => {
    const answer = await fill(person(), { 'so-giay-to': '', 'so-dien-thoai': '12', 'ma-xac-thuc': '' });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Bạn phải nhập cmt/cccd.');
    expect(answer.html).toContain('href="#so-giay-to"');
    expect(answer.html).toContain('href="#so-dien-thoai"');
    expect(answer.words).toContain('Bạn phải nhập mã xác thực.');
    expect(answer.html).toContain('value="Hoàng Thị Em"');
    expect(answer.html).toMatch(/<title>Lỗi: /u);
  });

  it('a code serves once: the same form pressed again leads on, another form is refused', async () => {
    const who = person();
    await who.get(FORM);
    const right = { 'dau-xac-thuc': who.hidden('dau-xac-thuc'), 'ma-xac-thuc': who.shownCode() };
    const n = next();
    const typed = {
      'so-giay-to': `024092000${400 + n}`,
      'ho-ten': 'Hoàng Thị Em',
      'ngay-sinh': '1992',
      'so-dien-thoai': `0915000${400 + n}`,
    };
    const all = await Promise.all([1, 2].map(() => who.post(FORM, { ...typed, ...right })));
    expect(all.map(({ status }) => status)).toEqual([303, 303]);
    const again = await who.post(FORM, { ...typed, ...right });
    expect([again.status, again.to]).toEqual([303, all[0]?.to]);
    for (const mark of [right['dau-xac-thuc'], `0${right['dau-xac-thuc']}`]) {
      const changed = { 'ho-ten': 'Hoàng Thị Khác', 'dau-xac-thuc': mark };
      const other = await who.post(FORM, { ...typed, ...right, ...changed });
      expect(other.status).toBe(422);
      expect(other.words).toContain('Mã xác thực này đã dùng rồi.');
    }
  });

  it('wants the code of its own page: wrong, old, or of another browser is refused', async () => {
    const who = person();
    expect((await fill(who, { 'ma-xac-thuc': '000000x' })).words).toContain('Mã xác thực không đúng');
    await who.get(FORM);
    const [mark, code] = [who.hidden('dau-xac-thuc'), who.shownCode()];
    const stolen = { 'dau-xac-thuc': mark, 'ma-xac-thuc': code };
    expect((await fill(person(), stolen)).status).toBe(422);
    clock.set('2026-11-23T09:11');
    expect((await fill(who, stolen)).words).toContain('Mã xác thực đã quá lâu');
    clock.set('2026-11-23T09:00');
    const spaced = person();
    await spaced.get(FORM);
    const shown = spaced.shownCode();
    const right = {
      'dau-xac-thuc': spaced.hidden('dau-xac-thuc'),
      'ma-xac-thuc': `${shown.slice(0, 3)} ${shown.slice(3)}`,
    };
    const n = next();
    const person1 = {
      'so-giay-to': `024092000${400 + n}`,
      'ho-ten': 'Hoàng Thị Em',
      'ngay-sinh': '1992',
      'so-dien-thoai': `0915000${400 + n}`,
    };
    expect((await spaced.post(FORM, { ...person1, ...right })).status).toBe(303);
  });

  for (const [answer, status, sentence] of [
    ['mismatch', 422, 'chưa khớp'],
    ['unknownNumber', 422, 'Không nhà mạng nào'],
    ['unavailable', 503, 'hãy thử lại sau ít phút'],
  ] as const) {
    it(`says what to do when the telephone company answers ${answer}`, async () => {
      telco.answer = answer;
      const told = await fill(person());
      telco.answer = 'match';
      expect(told.status).toBe(status);
      expect(told.words).toContain(sentence);
    });
  }
});
