// A newcomer makes an account with a telephone and signs in with it, exactly as the guide of Lương Phong tells (Bước 1, BƯỚC 1).
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';

let country: Country;
let browser: Browser;

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-23T09:00' });
  browser = await startChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

/** From the first page to the form of sign-up. */
async function toForm(newcomer: Visitor): Promise<void> {
  await newcomer.open(`${country.urls.portal}/`);
  await newcomer.follow('Đăng ký tài khoản');
  await newcomer.press('Tiếp tục');
  expect(await newcomer.words()).toContain('Bạn hãy chọn một trong ba đối tượng.');
  const kinds = await newcomer.tab
    .getByRole('radio')
    .evaluateAll((radios) =>
      radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent?.trim()),
    );
  expect(kinds).toEqual(['Cá nhân', 'Doanh nghiệp', 'Cơ quan nhà nước']);
  await newcomer.tab.getByLabel('Cá nhân').check();
  await newcomer.press('Tiếp tục');
  await newcomer.follow('Đăng ký Thuê bao di động');
}

interface Person {
  number: string;
  name: string;
  born: string;
  phone: string;
}

async function fillForm({ tab }: Visitor, who: Person, code: string): Promise<void> {
  await tab.getByLabel('Tên đăng nhập (Số CMT/CCCD)').fill(who.number);
  await tab.getByLabel('Họ tên').fill(who.name);
  await tab.getByLabel('Ngày sinh').fill(who.born);
  await tab.getByLabel('Số điện thoại').fill(who.phone);
  await tab.getByLabel('Nhập mã xác thực').fill(code);
}

describe.each([
  { name: 'with-script', script: true, number: '024095004321', phone: '0821234088', mask: '082****088' },
  { name: 'plain', script: false, number: '024095004322', phone: '0351234567', mask: '035****567' },
])('a newcomer $name', ({ name, script, number, phone, mask }) => {
  const password = 'Cau-7-mua-he';
  let newcomer: Visitor;
  beforeAll(async () => {
    newcomer = await Visitor.at(browser, `account-${name}`, { script });
  });
  afterAll(() => newcomer?.close());

  test('finds the form as the guide shows it: title, fields, order, red stars, one message per empty box', async () => {
    await toForm(newcomer);
    const { tab } = newcomer;
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Đăng ký Thuê bao di động (Chỉ dành cho công dân)',
    );
    const labels = await tab.locator('form[action="/dang-ky/thue-bao-di-dong"] label').allInnerTexts();
    expect(labels.map((label) => label.replace('(bắt buộc)', '').replace(/\s+/gu, ' ').trim())).toEqual([
      'Tên đăng nhập (Số CMT/CCCD) *',
      'Họ tên *',
      'Ngày sinh *',
      'Số điện thoại *',
      'Email',
      'Nhập mã xác thực *',
    ]);
    expect(await newcomer.words()).toContain('Những trường đánh dấu (*) là bắt buộc nhập.');
    await newcomer.press('Đăng ký');
    expect(await tab.locator('.govuk-error-summary a').first().innerText()).toBe('Bạn phải nhập cmt/cccd.');
    expect(await tab.locator('.govuk-error-summary a').count()).toBe(5);
  });

  test('is told when the telephone company knows another owner', async () => {
    const who = { number, name: 'Đỗ Thị Mới', born: '02/09/1995', phone: '0821231111' };
    await fillForm(newcomer, who, await newcomer.shownCode());
    await newcomer.press('Đăng ký');
    const words = await newcomer.words();
    expect(words).toContain('chưa khớp');
    expect(await newcomer.tab.getByLabel('Họ tên').inputValue()).toBe('Đỗ Thị Mới');
    expect(await country.inbox('0821231111')).toEqual([]);
  });

  test('proves the phone by a code, sets a password by the rule, and has an account', async () => {
    const { tab } = newcomer;
    const who = { number, name: 'Đỗ Thị Mới', born: '02/09/1995', phone };
    await fillForm(newcomer, who, await newcomer.shownCode());
    const text = await country.messageAfter(phone, () => newcomer.press('Đăng ký'));
    expect(await newcomer.words()).toContain(`Mã xác thực đã được gửi qua SĐT: ${mask}`);
    expect(await newcomer.words()).toContain('Bạn chưa nhận được mã?');
    expect(await tab.getByRole('button', { name: 'Gửi lại OTP' }).count()).toBe(1);
    const code = /\d{6}/u.exec(text)?.[0] ?? '';
    await tab.getByLabel('Nhập mã OTP').fill(code === '000000' ? '111111' : '000000');
    await newcomer.press('Xác nhận');
    expect(await newcomer.words()).toContain('còn 4 lần thử');
    await tab.getByLabel('Nhập mã OTP').fill(code);
    await newcomer.press('Xác nhận');
    expect(await newcomer.words()).toContain(
      '* Sử dụng 8 ký tự trở lên bao gồm chữ thường, chữ in hoa, số và ký tự đặc biệt.',
    );
    await tab.getByLabel('Nhập mật khẩu').fill('matkhau1');
    if (script) expect(await newcomer.words()).toContain('chữ thường – đạt');
    await tab.getByLabel('Xác nhận mật khẩu').fill('matkhau1');
    await newcomer.press('Đăng ký');
    expect(await newcomer.words()).toContain('chữ in hoa – chưa đạt');
    await tab.getByLabel('Nhập mật khẩu').fill(password);
    await tab.getByLabel('Xác nhận mật khẩu').fill(`${password}!`);
    await newcomer.press('Đăng ký');
    expect(await tab.locator('.govuk-error-summary').innerText()).toMatch(/không (?:khớp|giống)/u);
    await tab.getByLabel('Nhập mật khẩu').fill(password);
    await tab.getByLabel('Xác nhận mật khẩu').fill(password);
    await newcomer.press('Đăng ký');
    expect(await newcomer.words()).toContain('Đăng ký thành công');
  });

  test('asks for the code again, the first one is then worth nothing, and signs in', async () => {
    const { tab } = newcomer;
    await country.turnClock({ advance: 'PT2M' });
    await newcomer.open(`${country.urls.portal}/`);
    await newcomer.follow(/^Đăng nhập$/u);
    await newcomer.follow('Đăng nhập Cổng DVC Quốc gia');
    await newcomer.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
    expect(await newcomer.words()).toContain('CMT/CCCD');
    await tab.getByLabel('Tên đăng nhập').fill(number);
    await tab.getByLabel('Mật khẩu', { exact: true }).fill(password);
    const first = await country.messageAfter(phone, () => newcomer.press('Đăng nhập'));
    expect(await newcomer.words()).toContain(mask);
    await country.turnClock({ advance: 'PT2M' });
    // The button waits with its countdown in the page; a reload later it is ready.
    await newcomer.reload();
    const second = await country.messageAfter(phone, () => newcomer.press('Gửi lại OTP'));
    expect(second).not.toBe(first);
    await tab.getByLabel('Nhập mã OTP').fill(/\d{6}/u.exec(first)?.[0] ?? '');
    await newcomer.press('Xác nhận');
    expect(await newcomer.words()).toContain('Mã OTP không đúng');
    await tab.getByLabel('Nhập mã OTP').fill(/\d{6}/u.exec(second)?.[0] ?? '');
    await newcomer.press('Xác nhận');
    expect(new URL(tab.url()).origin).toBe(country.urls.portal);
    expect(await tab.locator('header').first().innerText()).toContain('Đỗ Thị Mới');
  });
});
