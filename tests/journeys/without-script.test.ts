// An old phone without script, and then a keyboard alone: chứng thực bản sao, with papers added and taken away by plain buttons.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, DESKTOP, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { AGREE, answerForm, begin, givePapers, send, typePlace } from './acts.ts';
import { COPIES } from './answers.ts';

const LONG = 120_000;
const TAB_STOPS = 60;
let country: Country;
let browser: Browser;
let an: Visitor;

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, 'plain-an', { script: false });
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

test(
  'the form asks page by page, rows come and go by buttons, what was typed stays',
  async () => {
    await begin(an, country, '2.000815', AN);
    await typePlace(an, 'Lương Phong');
    await answerUpTo('docs');
    const { tab } = an;
    const first = { 'docs[r1].title': 'Bằng tốt nghiệp', 'docs[r1].pages': '3', 'docs[r1].copies': '2' };
    await an.fill(first);
    await an.press('Thêm giấy tờ');
    expect(await tab.locator('[name="docs[r1].title"]').inputValue()).toBe('Bằng tốt nghiệp');
    await an.fill({ 'docs[r2].title': 'Giấy phép lái xe' });
    await an.press('Thêm giấy tờ');
    await an.press(/^Xóa .*2/u);
    expect(await tab.locator('[name="docs[r2].title"]').count()).toBe(0);
    expect(await tab.locator('[name="docs[r3].title"]').count()).toBe(1);
    await an.press(AGREE);
    expect(await tab.locator('.govuk-error-summary a').count()).toBeGreaterThan(0);
    await an.press(/^Xóa .*2/u);
    await chooseRadios();
    await an.press(AGREE);
    expect(new URL(tab.url()).pathname).toMatch(/\/refusal$/u);
  },
  LONG,
);

async function answerUpTo(page: string): Promise<void> {
  while (!an.tab.url().endsWith(`/${page}`)) {
    const id = an.tab.url().split('/').at(-1) ?? '';
    expect(COPIES).toHaveProperty(id);
    await an.fill(COPIES[id as keyof typeof COPIES]);
    await an.press(AGREE);
  }
}

/** Takes the first choice wherever one is asked for and none is taken. */
async function chooseRadios(): Promise<void> {
  const names = await an.tab
    .locator('main input[type=radio]')
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  for (const name of names) {
    const choices = an.tab.locator(`input[name="${name}"]`);
    if ((await an.tab.locator(`input[name="${name}"]:checked`).count()) === 0) await choices.first().check();
  }
}

test(
  'presence is required, so the counter is the only way to have the result, and what to bring is said',
  async () => {
    const seen = await answerForm(an, COPIES);
    expect(seen).toEqual(['refusal', 'appointment']);
    await givePapers(an);
    const ways = await an.tab
      .locator('input[name=nhan]')
      .evaluateAll((radios) => radios.map((one) => (one as HTMLInputElement).value));
    expect(ways).toEqual(['counter']);
    const words = await an.words();
    expect(words).toContain('Đến cơ quan giải quyết để nhận kết quả');
    expect(words).toContain('xuất trình giấy tờ tùy thân để chứng minh về nhân thân');
    await an.tab.locator('input[name=nop]').first().check();
    await an.press(AGREE);
    expect(await an.words()).toContain('Bằng tốt nghiệp');
  },
  LONG,
);

test(
  'it is sent, confirmed, and told by SMS',
  async () => {
    const { code } = await send(an);
    expect(await an.words()).toContain('Khi đến nhận kết quả, bạn mang theo');
    await country.message(AN.phone, new RegExp(code, 'u'));
  },
  LONG,
);

test(
  'with the keyboard alone, one gets from the first page to the list and to a procedure',
  async () => {
    const keyboard = await Visitor.at(browser, 'keyboard', { viewport: DESKTOP });
    const { tab } = keyboard;
    await keyboard.open(`${country.urls.portal}/`);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain(
      'Bỏ qua đến nội dung chính',
    );
    await tab.keyboard.press('Enter');
    await tabTo(keyboard, 'input[type=search]');
    await tab.keyboard.type('chung thuc ban sao');
    await keyboard.leadingOn(() => tab.keyboard.press('Enter'));
    await tabTo(keyboard, '.mc-card a');
    await keyboard.leadingOn(() => tab.keyboard.press('Enter'));
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toContain('hứng thực');
    await tabTo(keyboard, 'a.govuk-button');
    // A link that looks like a button answers to the space bar too.
    await keyboard.leadingOn(() => tab.keyboard.press('Space'));
    expect(new URL(tab.url()).pathname).toBe('/dang-nhap');
    await keyboard.close();
  },
  LONG,
);

/** Presses Tab until something fitting has the focus, and sees that the focus shows. */
async function tabTo({ tab }: Visitor, selector: string): Promise<void> {
  for (let presses = 0; presses < TAB_STOPS; presses += 1) {
    await tab.keyboard.press('Tab');
    const focused = tab.locator(`main :is(${selector}):focus`);
    if ((await focused.count()) === 0) continue;
    const ring = await focused.evaluate((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    expect(ring, `${selector} shows no focus`).toBe(true);
    return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
