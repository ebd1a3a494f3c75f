// May 2023, as the guide of Lương Phong tells it: province, district, then the commune; the desk of Lương Phong answers.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, BINH, DESKTOP, signIn, signInAtDesk, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { GENERIC } from '../support/filing.ts';
import { AGREE, answerForm, chooseWays, givePapers, openFromQueue, send } from './acts.ts';

const LONG = 120_000;
let country: Country;
let browser: Browser;
let an: Visitor;
let code = '';

beforeAll(async () => {
  country = await startCountry({ now: '2023-05-15T08:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, '2023-an');
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

test(
  'BƯỚC 1: đăng nhập',
  async () => {
    await an.open(`${country.urls.portal}/`);
    await an.follow(/^Đăng nhập$/u);
    await signIn(an, country, AN);
    expect(new URL(an.tab.url()).origin).toBe(country.urls.portal);
  },
  LONG,
);

test(
  'BƯỚC 2: từ khóa “hộ kinh doanh”, cấp huyện, Tìm kiếm',
  async () => {
    await an.follow('Nộp hồ sơ trực tuyến');
    await an.tab.getByLabel('Từ khóa').fill('hộ kinh doanh');
    await an.tab.getByLabel('Cấp thực hiện').selectOption({ label: 'Cấp huyện' });
    await an.press('Tìm kiếm');
    const found = await an.tab.locator('.mc-card__name').allInnerTexts();
    expect(found[0]).toContain('Đăng ký thành lập hộ kinh doanh');
    expect(await an.words()).not.toContain('Từ 01/7/2025');
    await an.tab.getByLabel('Cấp thực hiện').selectOption({ label: 'Cấp xã' });
    await an.press('Tìm kiếm');
    expect(await an.tab.locator('.mc-card__name').allInnerTexts()).not.toContain(
      'Đăng ký thành lập hộ kinh doanh',
    );
  },
  LONG,
);

test(
  'BƯỚC 3: UBND tỉnh Bắc Giang, UBND huyện Hiệp Hòa, xã Lương Phong',
  async () => {
    await an.tab.getByLabel('Từ khóa').fill('khai tử');
    await an.press('Tìm kiếm');
    await an.follow('Đăng ký khai tử');
    await an.follow('Nộp hồ sơ');
    const parents = await an.tab.getByLabel('Cơ quan giải quyết').locator('option').allInnerTexts();
    expect(parents).toContain('UBND huyện Hiệp Hòa');
    await an.tab.getByLabel('Cơ quan giải quyết').selectOption({ label: 'UBND huyện Hiệp Hòa' });
    await an.press('Chọn');
    await an.tab.getByRole('combobox').selectOption({ label: 'xã Lương Phong' });
    await an.press(AGREE);
    const seen = await answerForm(an, {
      ...GENERIC,
      address: {
        'requester.address.place': 'Lương Phong, Hiệp Hòa',
        'requester.address.detail': 'Thôn Sơn Quả',
      },
    });
    expect(seen).toEqual(['requester', 'address', 'contact', 'content']);
  },
  LONG,
);

test(
  'BƯỚC 4, 5, 6: giấy tờ, hình thức, nộp hồ sơ',
  async () => {
    await givePapers(an);
    await chooseWays(an, 'Nộp trực tuyến', 'Đến cơ quan giải quyết để nhận kết quả');
    expect(await an.words()).toContain('UBND xã Lương Phong');
    code = (await send(an)).code;
    expect(await an.words()).toContain('2023');
  },
  LONG,
);

test(
  'the desk of Lương Phong accepts it, with a number of that year',
  async () => {
    const binh = await Visitor.at(browser, '2023-binh', { viewport: DESKTOP });
    await signInAtDesk(binh, country, BINH);
    expect(await binh.words()).toContain('UBND xã Lương Phong');
    await openFromQueue(binh, country, code);
    await binh.follow('Tiếp nhận');
    const told = await country.messageAfter(AN.phone, () => binh.press('Tiếp nhận và cấp số'));
    const number = await binh.tab.locator('.govuk-panel .mc-number').innerText();
    expect(number).toMatch(/-230515-\d+$/u);
    expect(told).toContain(number);
    await binh.close();
  },
  LONG,
);
