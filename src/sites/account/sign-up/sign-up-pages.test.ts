// The sign-up pages as a person without script meets them: right, wrong, too early, too late, from elsewhere.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { wordsOf } from '../../../../tests/support/plain-browser.ts';
import { createIdentity, type OwnerCheck } from '../../../modules/identity/index.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { createSite } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log.ts';
import { registerAccountPages } from '../pages.ts';
import { errorPages } from '../shell.tsx';

const urls = {
  portal: 'http://portal.test',
  account: 'http://account.test',
  desk: 'http://desk.test',
  sandbox: '',
};
const clock = fixedClock('2026-11-23T09:00');
const telco = { answer: 'match' as OwnerCheck };
let test: TestDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  test = await testDatabase();
  const { db } = test;
  const log = createLog('test', 'silent');
  app = await createSite({
    name: 'account',
    db,
    clock,
    log,
    secret: 's',
    secure: false,
    pages: errorPages,
    signInPath: '/',
  });
  const identity = createIdentity({ db, secret: 's', phoneOwner: { check: async () => telco.answer } });
  const interactions = { find: async () => null, finish: async () => '/' };
  registerAccountPages(app, {
    identity,
    clock,
    urls,
    version: 'test',
    secret: 's',
    secure: false,
    interactions,
  });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

/** One browser: its cookies, its last page. */
function person() {
  const cookies = new Map<string, string>();
  let page = '';
  async function send(method: 'GET' | 'POST', url: string, form?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      ...(form && {
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    if (answer.body) page = answer.body;
    return {
      status: answer.statusCode,
      to: String(answer.headers.location ?? ''),
      words: wordsOf(answer.body),
      html: answer.body,
    };
  }
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
  return {
    cookies,
    get: (url: string) => send('GET', url),
    post: (url: string, form: Record<string, string>) =>
      send('POST', url, { _csrf: hidden('_csrf'), ...form }),
    hidden,
    shownCode: () => (/đọc từng số: ([\d, ]+)</u.exec(page)?.[1] ?? '').replaceAll(', ', ''),
  };
}

const FORM = '/dang-ky/thue-bao-di-dong';
let serial = 0;
async function fill(who: ReturnType<typeof person>, change: Record<string, string> = {}) {
  await who.get(FORM);
  serial += 1;
  return who.post(FORM, {
    'so-giay-to': `024092000${100 + serial}`,
    'ho-ten': 'Vũ Thị Trang',
    'ngay-sinh': '05/09/1992',
    'so-dien-thoai': `0915000${100 + serial}`,
    'dau-xac-thuc': who.hidden('dau-xac-thuc'),
    'ma-xac-thuc': who.shownCode(),
    ...change,
  });
}
async function smsCode(): Promise<string> {
  const rows = test.db
    .selectFrom('notices.message')
    .select('text')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  return (await rows.executeTakeFirstOrThrow()).text.slice(0, 6);
}

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

  it('says “Bạn phải nhập cmt/cccd.” and every other mistake at once, and keeps what was typed', async () => {
    const answer = await fill(person(), { 'so-giay-to': '', 'so-dien-thoai': '12', 'ma-xac-thuc': '' });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Bạn phải nhập cmt/cccd.');
    expect(answer.html).toContain('href="#so-giay-to"');
    expect(answer.html).toContain('href="#so-dien-thoai"');
    expect(answer.words).toContain('Bạn phải nhập mã xác thực.');
    expect(answer.html).toContain('value="Vũ Thị Trang"');
    expect(answer.html).toMatch(/<title>Lỗi: /u);
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
    serial += 1;
    const person1 = {
      'so-giay-to': `024092000${400 + serial}`,
      'ho-ten': 'Vũ Thị Trang',
      'ngay-sinh': '1992',
      'so-dien-thoai': `0915000${400 + serial}`,
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

describe('the steps after the form', () => {
  async function begun() {
    const who = person();
    const sent = await fill(who);
    expect(sent.status).toBe(303);
    await who.get(sent.to);
    return { who, path: sent.to, id: sent.to.split('/')[2] ?? '' };
  }

  it('show the masked phone and the words of the guide (S-05), and lead to the account', async () => {
    const { who, path, id } = await begun();
    const page = await who.get(path);
    expect(page.words).toContain(`Mã xác thực đã được gửi qua SĐT: 091****${100 + serial}`);
    for (const word of ['Nhập mã OTP', 'Bạn chưa nhận được mã?', 'Gửi lại OTP', 'Xác nhận'])
      expect(page.words).toContain(word);
    expect(page.html).toContain('autocomplete="one-time-code"');
    expect(page.html).toContain('inputmode="numeric"');
    const proved = await who.post(path, { otp: await smsCode() });
    expect(proved.to).toBe(`/dang-ky/${id}/mat-khau`);
    const password = await who.get(proved.to);
    expect(password.words).toContain(
      'Sử dụng 8 ký tự trở lên bao gồm chữ thường, chữ in hoa, số và ký tự đặc biệt.',
    );
    expect(password.words).toContain('Xác nhận mật khẩu');
    const weak = await who.post(proved.to, { 'mat-khau': 'abcdefg1', 'xac-nhan': 'abcdefg1' });
    expect(weak.status).toBe(422);
    expect(weak.words).toContain('có chữ in hoa – chưa đạt');
    expect(weak.words).toContain('có chữ thường – đạt');
    expect(weak.html).not.toContain('value="abcdefg1"');
    const made = await who.post(proved.to, { 'mat-khau': 'Cau-7-mua-he', 'xac-nhan': 'Cau-7-mua-he' });
    expect(made.to).toBe('/dang-ky/xong');
    const done = await who.get(made.to);
    expect(done.words).toContain('Đăng ký thành công');
    expect(done.html).toContain('href="http://portal.test/dang-nhap"');
  });

  it('let one correct the number at sign-up, with everything else kept', async () => {
    const { who, id } = await begun();
    const page = await who.get(`${FORM}?tu=${id}`);
    expect(page.html).toContain('value="Vũ Thị Trang"');
    expect(page.html).toContain('value="05/09/1992"');
    expect(page.html).toContain(`value="0915000${100 + serial}"`);
  });

  it('say wrong codes and waits in words', async () => {
    const { who, path, id } = await begun();
    const code = await smsCode();
    const wrong = await who.post(path, { otp: code === '000000' ? '111111' : '000000' });
    expect([wrong.status, wrong.words.includes('còn 4 lần thử')]).toEqual([422, true]);
    const again = await who.post(`/dang-ky/${id}/gui-lai`, {});
    expect([again.status, again.words.includes('Bạn có thể nhận mã mới sau 1 phút')]).toEqual([429, true]);
  });

  it('lead whoever comes too early or too late to the right step', async () => {
    const { who, path, id } = await begun();
    expect((await who.get(`/dang-ky/${id}/mat-khau`)).to).toBe(path);
    await who.get(path);
    await who.post(path, { otp: await smsCode() });
    expect((await who.get(path)).to).toBe(`/dang-ky/${id}/mat-khau`);
  });

  it('are closed to another browser, to whoever guesses, and to whoever waits too long', async () => {
    const { who, path, id } = await begun();
    for (const address of [path, `/dang-ky/${id}/mat-khau`, '/dang-ky/khong-co/otp']) {
      const answer = await person().get(address);
      expect([answer.status, answer.words.includes('Phải đăng ký lại từ đầu')]).toEqual([410, true]);
    }
    const prefill = await person().get(`${FORM}?tu=${id}`);
    expect(prefill.html).not.toContain('Vũ Thị Trang');
    clock.set('2026-11-23T09:31');
    expect((await who.get(path)).status).toBe(410);
    clock.set('2026-11-23T09:00');
  });

  it('go back only to a sign-in of this site', async () => {
    const home = await person().get('/dang-ky/xong?ve=https://evil.example/');
    expect(home.html).not.toMatch(/href="(?:https?:)?\/\/evil/u);
    expect(home.html).toContain('href="http://portal.test/dang-nhap"');
    const back = await person().get('/dang-ky/xong?ve=/tuong-tac/abcdefghijklmnop');
    expect(back.html).toContain('href="/tuong-tac/abcdefghijklmnop"');
  });
});

describe('a sign-in that has ended', () => {
  it('says so, with a way to begin again', async () => {
    for (const path of ['', '/mat-khau', '/otp']) {
      const answer = await person().get(`/tuong-tac/abcdefghijklmnop${path}`);
      expect([answer.status, answer.html.includes('http://portal.test/dang-nhap')]).toEqual([410, true]);
    }
  });
});
