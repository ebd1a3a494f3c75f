// The steps after the form: code, password, done; too early, too late, from elsewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  clock,
  closeAccountSite,
  FORM,
  fill,
  openAccountSite,
  person,
  serial,
  smsCode,
} from '../../../../tests/support/account-site.ts';

beforeAll(openAccountSite);
afterAll(closeAccountSite);

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
    expect(page.html).toContain('value="Hoàng Thị Em"');
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

  it('are not undone by a double click', async () => {
    const { who, path, id } = await begun();
    const otp = await smsCode();
    const twice = (to: string, form: Record<string, string>) =>
      Promise.all([who.post(to, form), who.post(to, form)]).then((both) => both.map((one) => one.to));
    const password = `/dang-ky/${id}/mat-khau`;
    expect(await twice(path, { otp })).toEqual([password, password]);
    await who.get(password);
    const chosen = { 'mat-khau': 'Cau-7-mua-he', 'xac-nhan': 'Cau-7-mua-he' };
    expect(await twice(password, chosen)).toEqual(['/dang-ky/xong', '/dang-ky/xong']);
  });

  it('say that a password is too long, not that it is missing', async () => {
    const { who, path, id } = await begun();
    await who.post(path, { otp: await smsCode() });
    await who.get(`/dang-ky/${id}/mat-khau`);
    const long = `Cau-7-mua-he${'a'.repeat(2000)}`;
    const told = await who.post(`/dang-ky/${id}/mat-khau`, { 'mat-khau': long, 'xac-nhan': long });
    expect([told.status, told.words.includes('Mật khẩu dài quá 128 ký tự; hãy viết ngắn lại.')]).toEqual([
      422,
      true,
    ]);
  });

  it('have addresses one may type: Enter after a refused resend leads to the code’s page', async () => {
    const { who, path, id } = await begun();
    expect((await who.get(`/dang-ky/${id}/gui-lai`)).to).toBe(path);
    expect((await who.get('/tuong-tac/abcdefghijklmnop/gui-lai')).to).toBe('/tuong-tac/abcdefghijklmnop/otp');
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
    expect((await who.get(path)).status).toBe(200);
    for (const address of [path, `/dang-ky/${id}/mat-khau`, '/dang-ky/khong-co/otp']) {
      const answer = await person().get(address);
      expect([answer.status, answer.words.includes('Phải đăng ký lại từ đầu')]).toEqual([410, true]);
    }
    const other = await begun();
    expect((await other.who.get(path)).status).toBe(410);
    const prefill = await person().get(`${FORM}?tu=${id}`);
    expect(prefill.html).not.toContain('Hoàng Thị Em');
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
