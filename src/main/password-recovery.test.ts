// "Quên mật khẩu" from the sign-in form to being signed in where one was going, without script; and what a desk's sign-in says of it.
import { describe, expect, it } from 'vitest';
import { AN, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';

const stage = stageOfFile();
const NEW = 'Mua-he-xanh-8';

const shownCode = (browser: Visitor) =>
  /Mã xác thực của bạn:?\s*(?<code>\d[\d ]{5,})/u.exec(browser.words())?.groups?.code?.replace(/ /gu, '') ??
  '';

async function askCode(browser: Visitor, name: string) {
  await browser.toPassword('portal');
  await browser.follow('Quên mật khẩu');
  return browser.submit('/quen-mat-khau', { 'ten-dang-nhap': name, 'ma-xac-thuc': shownCode(browser) });
}

describe('a forgotten password', () => {
  it('is replaced on the way into the portal; another device is signed out', async () => {
    const other = stage.visitor();
    await other.signIn('portal', AN);
    const browser = stage.visitor();
    await askCode(browser, AN.username);
    expect(browser.words()).toContain('Nếu tên đăng nhập đúng');
    await browser.submit('/ma', { otp: '000000x' });
    expect(browser.at?.status).toBe(422);
    await browser.submit('/ma', { otp: await browser.codeFor(AN.phone) });
    expect(browser.words()).toContain('Đặt mật khẩu mới');
    await browser.submit('/moi', { 'mat-khau': 'ngan', 'xac-nhan': 'ngan' });
    expect([browser.at?.status, browser.words()]).toEqual([422, expect.stringContaining('Mật khẩu chưa đủ')]);
    await browser.submit('/moi', { 'mat-khau': NEW, 'xac-nhan': NEW });
    expect(browser.words()).toContain('Mật khẩu mới đã được lưu');
    stage.sites.clock.set(stage.sites.clock.now().add({ minutes: 2 }).toString());
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': NEW });
    await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
    expect(browser.json().name).toBe('Nguyễn Văn An');
    expect((await other.open(`${stage.sites.urls.portal}/ai`)).url.pathname).toBe('/dang-nhap');
  });

  it('of nobody looks the same, and leads no further without a code', async () => {
    const browser = stage.visitor();
    const { url } = await askCode(browser, '024099999999');
    expect(browser.words()).toContain('Nếu tên đăng nhập đúng');
    await browser.open(url.href.replace(/\/ma$/u, '/moi'));
    expect(browser.at?.url.pathname).toMatch(/\/quen-mat-khau\/ma$/u);
  });

  it('asks again where the code to retype is wrong, and keeps the name', async () => {
    const browser = stage.visitor();
    await browser.toPassword('portal');
    await browser.follow('Quên mật khẩu');
    await browser.submit('/quen-mat-khau', { 'ten-dang-nhap': AN.username, 'ma-xac-thuc': '1' });
    expect(browser.at?.status).toBe(422);
    expect(browser.words()).toContain('Mã xác thực không đúng');
    expect(browser.at?.html).toContain(`value="${AN.username}"`);
    await browser.submit('/quen-mat-khau', { 'ten-dang-nhap': '', 'ma-xac-thuc': '' });
    expect(browser.words()).toContain('Bạn phải nhập mã xác thực');
    expect(browser.at?.html.match(/href="#(?:ten-dang-nhap|ma-xac-thuc)"/gu)).toHaveLength(2);
  });

  it('of an official is nothing for this page', async () => {
    const browser = stage.visitor();
    await browser.toPassword('desk');
    expect(browser.words()).not.toContain('Quên mật khẩu');
    const form = browser.at?.url.href ?? '';
    await browser.open(form.replace(/\/mat-khau$/u, '/quen-mat-khau'));
    expect(browser.at?.url.href).toBe(form);
  });
});
