// Nobody is asked for money without a reason, and no money is lost: An pays the fee of a household business by VietQR.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { GENERIC } from '../support/filing.ts';
import { answerForm, begin, chooseWays, givePapers, send, typePlace } from './acts.ts';
import { HOUSEHOLD } from './answers.ts';

const LONG = 120_000;
let country: Country;
let browser: Browser;
let an: Visitor;

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, 'pay-an');
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

/** Files a household business that owes 100.000 đ. @returns where it is paid */
async function fileBusiness(name: string): Promise<{ id: string; reference: string }> {
  await begin(an, country, '1.001612', AN);
  await typePlace(an, 'Lương Phong');
  const seen = await answerForm(an, { ...HOUSEHOLD, name: { 'name.vi': name } });
  expect(seen).toContain('industries');
  await givePapers(an);
  await chooseWays(an, 'Nộp trực tuyến', 'Nhận kết quả bản điện tử');
  expect(await an.words()).toContain('100.000 đ');
  const { id } = await send(an);
  expect(await an.words()).toContain('Bạn cần nộp phí để hồ sơ được giải quyết');
  await an.follow(/^Nộp 100\.000/u);
  const reference = await an.tab.locator('strong.mc-number').first().innerText();
  return { id, reference };
}

const settle = (reference: string, how: object = {}) =>
  fetch(`${country.urls.sandbox}/payments/${reference}/settle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(how),
  });

/** Looks whether the money has come. */
async function check(): Promise<string> {
  await an.press('Kiểm tra lại');
  return an.words();
}

test(
  'the fee is asked with its legal basis; the QR carries it all; the bank’s signed notice settles it',
  async () => {
    const { id, reference } = await fileBusiness('Hộ kinh doanh Tạp hóa An Lương');
    expect(await an.words()).toContain('Căn cứ: ');
    expect(await an.tab.locator('svg').count()).toBeGreaterThan(0);
    expect(await check()).toContain('Chưa nhận được xác nhận của ngân hàng.');
    // The bank of the sandbox is another house with pages of its own: a person pays there by a button.
    const bank = await an.tab
      .getByRole('link', { name: 'Mở ngân hàng thử' })
      .or(an.tab.locator('a', { hasText: 'Mở ngân hàng thử' }))
      .first()
      .getAttribute('href');
    const payer = await Visitor.at(browser, 'pay-bank');
    await payer.openElsewhere(bank ?? '');
    expect(await payer.tab.locator('main').innerText()).toContain(reference);
    await payer.tab.getByRole('button', { name: 'Chuyển tiền' }).first().click();
    await payer.tab.waitForURL('**/ngan-hang?da-chuyen=*');
    await payer.close();
    await country.message(AN.phone, /Da nhan du 100/u);
    expect(await check()).toContain('Đã nộp đủ');
    // Told a second time, by the same transfer: nothing changes.
    const known = await (await fetch(`${country.urls.sandbox}/payments?ref=${reference}`)).json();
    await fetch(`${country.urls.sandbox}/payments/transfers/${known[0].transfers[0].transactionId}/resend`, {
      method: 'POST',
    });
    await an.reload();
    expect(await an.words()).not.toContain('chuyển thừa');
    await an.open(`${country.urls.portal}/ho-so/${id}`);
    expect(await an.words()).toContain('100.000 đ – Đã nộp');
  },
  LONG,
);

test(
  'a short transfer leaves the rest to pay, a second full one is kept apart and told',
  async () => {
    const { reference } = await fileBusiness('Hộ kinh doanh Sửa xe An Lương');
    expect((await settle(reference, { amount: 40_000 })).status).toBe(200);
    expect(await check()).toContain('Đã nhận được 40.000 đ. Bạn chỉ còn phải nộp 60.000 đ');
    expect((await settle(reference, { account: '0000000000', amount: 60_000 })).status).toBe(200);
    expect(await check()).toContain('60.000 đ');
    expect((await settle(reference, { amount: 60_000, times: 2 })).status).toBe(200);
    expect(await check()).toContain('Đã nộp đủ');
    expect((await settle(reference, { amount: 100_000, late: true })).status).toBe(200);
    await an.reload();
    expect(await an.words()).toContain('Bạn đã chuyển thừa 100.000 đ');
    await country.message(AN.phone, /nhan 100\.000d ngoai so phai nop/u);
  },
  LONG,
);

test(
  'a free procedure never shows a payment page',
  async () => {
    const { id } = await fileFree();
    expect(await an.words()).not.toMatch(/nộp phí để|thanh toán|VietQR/u);
    await an.open(`${country.urls.portal}/ho-so/${id}`);
    expect(await an.words()).toContain('Không phải nộp');
    await an.open(`${country.urls.portal}/ho-so/${id}/thanh-toan`);
    expect(await an.words()).not.toContain('VietQR');
  },
  LONG,
);

async function fileFree(): Promise<{ id: string }> {
  await begin(an, country, '1.000656', AN);
  await typePlace(an, 'Lương Phong');
  await answerForm(an, GENERIC);
  await givePapers(an);
  await chooseWays(an, 'Nộp trực tuyến', 'Đến cơ quan giải quyết để nhận kết quả');
  expect(await an.words()).toContain('Thủ tục này không phải nộp phí, lệ phí.');
  return send(an);
}
