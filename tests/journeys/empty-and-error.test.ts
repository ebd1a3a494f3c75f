// Pages nobody wants to meet: empty lists, wrong addresses, too many tries, forms that have grown old. Each says what to do next.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AN, BINH, DESKTOP, PHONE, signIn, signInAtDesk, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';

const LONG = 120_000;
const NOBODY = '00000000-0000-7000-8000-000000000000';
let country: Country;
let browser: Browser;

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

describe.each([
  { name: 'phone', viewport: PHONE },
  { name: 'desktop', viewport: DESKTOP },
])('at $name width', ({ name, viewport }) => {
  test(
    'pages open to all: found, not found, explained',
    async () => {
      const anyone = await Visitor.at(browser, `pages-${name}`, { viewport });
      const { portal, account, desk } = country.urls;
      for (const path of [
        '/',
        '/thu-tuc',
        '/thu-tuc/2.000815',
        '/tra-cuu',
        '/kiem-tra',
        '/dang-nhap',
        '/kha-nang-tiep-can',
        '/bao-ve-du-lieu',
      ])
        expect(await anyone.open(portal + path), path).toBe(200);
      expect(await anyone.open(`${portal}/thu-tuc?q=xyzzyqwv`)).toBe(200);
      expect(await anyone.words()).toContain('Không tìm thấy thủ tục nào.');
      for (const address of [
        `${portal}/khong-co`,
        `${portal}/thu-tuc/9.999999`,
        `${account}/khong-co`,
        `${desk}/khong-co`,
      ]) {
        expect(await anyone.open(address), address).toBe(404);
        expect(await anyone.words()).toContain('1022');
      }
      expect(await anyone.open(account)).toBe(200);
      expect(await anyone.open(`${account}/tuong-tac/abcdefghijklmnop`)).toBe(410);
      expect(await anyone.words()).toContain('Phải đăng nhập lại');
      expect(await anyone.open(`${portal}/thu-tuc/2.000815?ngon-ngu=vi`)).toBe(200);
      await anyone.close();
    },
    LONG,
  );

  test(
    'who has nothing yet is told how to begin; what is another’s is not there',
    async () => {
      const an = await Visitor.at(browser, `empty-${name}`, { viewport });
      await country.turnClock({ advance: 'PT2M' });
      await an.open(`${country.urls.portal}/ho-so`);
      await signIn(an, country, AN);
      expect(await an.words()).toContain('Bạn chưa nộp hồ sơ nào.');
      for (const path of ['', '/da-nop', '/bo-sung', '/thanh-toan'])
        expect(await an.open(`${country.urls.portal}/ho-so/${NOBODY}${path}`), path).toBe(404);
      expect(await an.open(`${country.urls.portal}/nop-ho-so?thu-tuc=9.999999`)).toBe(404);
      await an.close();
      const binh = await Visitor.at(browser, `empty-desk-${name}`, { viewport });
      await signInAtDesk(binh, country, BINH);
      for (const queue of ['moi', 'cho-thu-ly', 'cho-tra', 'da-xong']) {
        await binh.open(`${country.urls.desk}/hang-doi?loai=${queue}`);
        expect(await binh.words()).toMatch(/Không|Chưa/u);
      }
      expect(await binh.open(`${country.urls.desk}/ho-so/${NOBODY}`)).toBe(404);
      await binh.close();
    },
    LONG,
  );
});

test(
  'large letters: nothing spills, and the wish is kept',
  async () => {
    const elder = await Visitor.at(browser, 'large');
    await elder.open(`${country.urls.portal}/`);
    await elder.leadingOn(() => elder.tab.getByText('Chữ lớn', { exact: true }).click());
    const size = () =>
      elder.tab
        .locator('main p')
        .first()
        .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    expect(await size()).toBeGreaterThan(19);
    for (const path of ['/thu-tuc?q=khai+sinh', '/thu-tuc/1.001193', '/tra-cuu'])
      await elder.open(country.urls.portal + path);
    expect(await size()).toBeGreaterThan(19);
    await elder.close();
  },
  LONG,
);

test(
  'a form that has grown old is refused with a way on',
  async () => {
    const anyone = await Visitor.at(browser, 'expired');
    await anyone.open(`${country.urls.portal}/tra-cuu`);
    await anyone.context.clearCookies();
    await anyone.fill({ ma: 'YC-AAAAA-BBBBB', 'bi-mat': 'AAAAAA' });
    await anyone.press('Tra cứu');
    expect(await anyone.tab.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
    expect(await anyone.words()).toMatch(/Trang này đã mở từ trước.*Chọn “Gửi tiếp”/u);
    await anyone.press('Gửi tiếp');
    expect(await anyone.words()).toContain('Không có hồ sơ nào khớp');
    await anyone.close();
  },
  LONG,
);

test(
  'guessing is stopped for a while, with the time to wait',
  async () => {
    const guesser = await Visitor.at(browser, 'guesser');
    await guesser.open(`${country.urls.portal}/tra-cuu`);
    for (let tries = 0; tries < 12; tries += 1) {
      await guesser.fill({ ma: 'H05.07840-261125-00001', 'bi-mat': `AAAA${tries}` });
      await guesser.press('Tra cứu');
      if ((await guesser.tab.locator('[name="bi-mat"]').count()) === 0) break;
    }
    expect(await guesser.words()).toMatch(/(?:phút|giây)/u);
    await guesser.close();
  },
  LONG,
);
