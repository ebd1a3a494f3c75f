// Nothing typed is lost: a draft goes on at another device, and after the session has ended; and it can be thrown away.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, DESKTOP, signIn, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { GENERIC } from '../support/filing.ts';
import { AGREE, begin, typePlace } from './acts.ts';

const LONG = 120_000;
let country: Country;
let browser: Browser;
let phone: Visitor;
let desktop: Visitor;
let draft = '';

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
  phone = await Visitor.at(browser, 'resume-phone');
  desktop = await Visitor.at(browser, 'resume-desktop', { viewport: DESKTOP });
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

test(
  'begun on the phone, found in the list at another device, at the page where it was left',
  async () => {
    await begin(phone, country, '1.000656', AN);
    await typePlace(phone, 'Lương Phong');
    await phone.fill(GENERIC.requester ?? {});
    await phone.press(AGREE);
    await phone.fill(GENERIC.address ?? {});
    await phone.press(AGREE);
    draft = new URL(phone.tab.url()).pathname;
    expect(draft).toMatch(/\/thong-tin\/contact$/u);
    await country.turnClock({ advance: 'PT2M' });
    await desktop.open(`${country.urls.portal}/ho-so`);
    await signIn(desktop, country, AN);
    expect(new URL(desktop.tab.url()).pathname).toBe('/ho-so');
    expect(await desktop.words()).toContain('Bản nháp chưa nộp');
    expect(await desktop.words()).toContain('Đăng ký khai tử');
    await desktop.follow('Làm tiếp');
    expect(new URL(desktop.tab.url()).pathname).toBe(draft);
    await desktop.follow('Quay lại');
    expect(await desktop.tab.locator('[name="requester.address.detail"]').inputValue()).toBe('Thôn Sơn Quả');
  },
  LONG,
);

test(
  'who presses “Nộp hồ sơ” once more is asked: go on, or a new one',
  async () => {
    await desktop.open(`${country.urls.portal}/nop-ho-so?thu-tuc=1.000656`);
    expect(await desktop.words()).toContain('Bạn có bản nháp chưa nộp');
    await desktop.follow('Làm tiếp bản nháp');
    expect(new URL(desktop.tab.url()).pathname).toContain(draft.split('/')[2] ?? '?');
  },
  LONG,
);

test(
  'the session ends meanwhile: signing in leads back to the same page',
  async () => {
    await country.turnClock({ advance: 'PT9H' });
    await phone.open(`${country.urls.portal}${draft}`);
    expect(new URL(phone.tab.url()).pathname).toBe('/dang-nhap');
    await signIn(phone, country, AN);
    expect(new URL(phone.tab.url()).pathname).toBe(draft);
  },
  LONG,
);

test(
  'a post after the session’s end is not lost in silence: it says what to do, and the page is there again',
  async () => {
    await phone.fill({ 'requester.phone': '0912345678' });
    await country.turnClock({ advance: 'PT9H' });
    await phone.press(AGREE);
    expect(await phone.words()).toMatch(/[Đđ]ăng nhập/u);
    if (new URL(phone.tab.url()).pathname !== '/dang-nhap') await phone.follow(/[Đđ]ăng nhập/u);
    await signIn(phone, country, AN);
    await phone.open(`${country.urls.portal}${draft}`);
    expect(new URL(phone.tab.url()).pathname).toBe(draft);
  },
  LONG,
);

test(
  'thrown away, it is gone everywhere',
  async () => {
    await phone.open(`${country.urls.portal}/ho-so`);
    await phone.press(/^Xóa bản nháp/u);
    expect(await phone.words()).toContain('Đã xóa bản nháp.');
    expect(await phone.words()).not.toContain('Bản nháp chưa nộp');
    expect(await phone.open(`${country.urls.portal}${draft}`)).toBe(404);
  },
  LONG,
);
