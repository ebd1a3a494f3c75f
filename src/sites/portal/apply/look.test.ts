// Every page of filing in a real browser, on a phone and on a desktop, with and without script: axe finds nothing, nothing spills,
// and a person with a keyboard alone gets through. With LOOK=<folder> each page is kept as a picture to look at.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BIRTH, hiepHoa, prepare, sending } from '../../../../tests/support/filing.ts';
import { DESKTOP, PHONE, PLAIN_PHONE, type Viewer, viewPortal } from '../../../../tests/support/looking.ts';
import { pdf } from '../../../../tests/support/portal.ts';
import { registerSent } from '../sent/routes.tsx';
import { registerApply } from './routes.ts';

const LONG = 180_000;
let viewer: Viewer;

beforeAll(async () => {
  viewer = await viewPortal('apply', '2026-11-23T09:00', async (app, deps) => {
    await registerApply(app, deps);
    registerSent(app, deps);
  });
  await writeFile(join(viewer.folder, 'giay-bao-tu.pdf'), pdf().bytes);
  await writeFile(join(viewer.folder, 'ghi-chu.txt'), 'không phải giấy tờ');
});
afterAll(async () => viewer?.close());

/** A fresh draft. @returns the address of its first step */
async function begin(slug: string): Promise<string> {
  return (await viewer.an.post('/nop-ho-so', { 'thu-tuc': slug })).location;
}

const next = (tab: Tab) => tab.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click();

describe.each([PHONE, PLAIN_PHONE, DESKTOP])('$name', (at) => {
  test(
    'a procedure with the general form, with slips on the way',
    async () => {
      const { tab, complaints, look, close } = await viewer.open(at);
      const { origin, folder } = viewer;
      await tab.goto(origin + (await begin('1.000656')));
      await look('noi-nop');
      await tab.getByLabel('Xã, phường của bạn').fill('luong phong');
      await tab.getByRole('button', { name: 'Tìm nơi nộp' }).click();
      await look('noi-nop-tim');
      await tab.getByRole('link', { name: 'Chọn nơi khác' }).click();
      await tab.getByLabel('Cơ quan giải quyết').selectOption({ label: 'UBND tỉnh Bắc Ninh' });
      await tab.getByRole('button', { name: 'Chọn', exact: true }).click();
      await next(tab);
      await look('noi-nop-thieu');
      await tab.getByRole('combobox').selectOption({ label: 'xã Hiệp Hòa' });
      await next(tab);
      expect(await tab.getByLabel('Họ, chữ đệm, tên').inputValue()).toBe('Nguyễn Văn An');
      await look('thong-tin');
      await next(tab);
      await next(tab);
      await look('dia-chi-thieu');
      await tab.getByLabel('Xã/phường (tên mới hoặc tên cũ)').fill('Lương Phong');
      await next(tab);
      await look('dia-chi-chon');
      if (await tab.getByRole('radio').count()) await tab.getByRole('radio').first().check();
      await next(tab);
      await next(tab);
      await tab
        .locator('textarea, input[name=content]')
        .first()
        .fill('Đề nghị đăng ký khai tử cho ông nội tôi.');
      await next(tab);
      await look('giay-to');
      await next(tab);
      await look('giay-to-thieu');
      await tab.getByRole('link', { name: 'Giấy báo tử hoặc giấy tờ thay thế' }).first().click();
      await look('mot-giay-to');
      if (!at.javaScriptEnabled) {
        await tab.getByLabel('Chọn tệp').setInputFiles(join(folder, 'ghi-chu.txt'));
        await tab.getByRole('button', { name: 'Tải lên' }).click();
        await tab.locator('.govuk-error-summary').waitFor();
        await look('mot-giay-to-sai');
      }
      await tab.getByLabel('Chọn tệp').setInputFiles(join(folder, 'giay-bao-tu.pdf'));
      await tab.getByRole('button', { name: 'Tải lên' }).click();
      await tab.locator('.mc-file').first().waitFor();
      await look('mot-giay-to-da-co');
      await tab.goto(tab.url().replace(/\/giay-to\/.*$/u, '/giay-to'));
      await next(tab);
      await look('hinh-thuc');
      await next(tab);
      await look('hinh-thuc-thieu');
      await tab.getByLabel('Nộp trực tuyến').check();
      await tab.getByLabel('Nhận kết quả qua bưu chính công ích').check();
      await tab.getByLabel('Địa chỉ nhận kết quả').fill('Thôn Sơn Quả, xã Hiệp Hòa, tỉnh Bắc Ninh');
      await next(tab);
      await look('kiem-tra');
      const check = tab.url();
      await tab.getByRole('button', { name: 'Nộp hồ sơ' }).click();
      await look('kiem-tra-thieu');
      const code = (await tab.locator('.mc-code__digits [aria-hidden]').textContent()) ?? '';
      await tab.getByLabel('Nhập mã xác nhận').fill(code);
      await tab.getByLabel('Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên').check();
      await tab.getByRole('button', { name: 'Nộp hồ sơ' }).click();
      await tab.waitForURL('**/da-nop');
      await look('da-nop');
      // The draft's pages lead here from now on, however one comes back to them.
      await tab.goto(check);
      expect(tab.url()).toContain('/da-nop');
      expect(complaints).toEqual([]);
      await close();
    },
    LONG,
  );
});

test(
  'birth registration: every page of the form, on a phone',
  async () => {
    const { tab, complaints, look, close } = await viewer.open(PHONE);
    const { an, origin, portal } = viewer;
    const start = await begin('1.001193');
    let step = (await an.post(start, { 'co-quan': hiepHoa(portal) })).location;
    while (step.includes('/thong-tin/')) {
      const page = step.split('/').at(-1) as string;
      await tab.goto(origin + step);
      await look(page);
      step = (await an.post(step, BIRTH[page] ?? {})).location;
    }
    await tab.goto(origin + start.replace('noi-nop', 'kiem-tra'));
    await look('khai-sinh-con-thieu');
    expect(complaints).toEqual([]);
    await close();
  },
  LONG,
);

test(
  'what only some people see: a draft left open, presence required, a fee to pay',
  async () => {
    const { tab, look, close } = await viewer.open(PHONE);
    const { an, origin, portal } = viewer;
    const draft = await prepare(portal, an, '1.004222');
    await tab.goto(`${origin}/nop-ho-so?thu-tuc=1.004222`);
    await look('lam-tiep');
    await tab.goto(`${origin}${draft}/kiem-tra`);
    await look('kiem-tra-co-phi');
    await tab.goto(origin + (await an.post(`${draft}/kiem-tra`, sending(portal, draft))).location);
    await look('da-nop-con-phi');
    await tab.goto(`${origin}${(await begin('1.000894')).replace('noi-nop', 'hinh-thuc')}`);
    await look('hinh-thuc-co-mat');
    await close();
  },
  LONG,
);

test('with the keyboard alone, from the agency to the first page of the form', async () => {
  const { tab, close } = await viewer.open(DESKTOP);
  await tab.goto(viewer.origin + (await begin('1.000656')));
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await tab.keyboard.press('Tab');
      if (await tab.locator(`${selector}:focus`).count()) return;
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  await tabTo('#tim');
  await tab.keyboard.type('Lương Phong');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**tim=*');
  await tabTo('input[type=radio]');
  await tab.keyboard.press('Space');
  await tabTo('form[method=post] button.govuk-button');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/thong-tin/**');
  await tab.keyboard.press('Tab');
  expect(await tab.evaluate(() => document.activeElement?.textContent)).toContain(
    'Bỏ qua đến nội dung chính',
  );
  await close();
});
