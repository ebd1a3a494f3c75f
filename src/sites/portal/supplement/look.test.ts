// Answering a request for supplement in a real browser, on a phone with script and on one without, and on a desktop.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedBack } from '../../../../tests/support/asked-back.ts';
import { DESKTOP, PHONE, PLAIN_PHONE, type Viewer, viewPortal } from '../../../../tests/support/looking.ts';
import { pdf } from '../../../../tests/support/portal.ts';
import { registerApply } from '../apply/routes.ts';
import { registerMyDossiers } from '../my-dossiers/routes.tsx';
import { registerSupplement } from './routes.tsx';

const LONG = 120_000;
let viewer: Viewer;

beforeAll(async () => {
  viewer = await viewPortal('supplement', '2026-11-23T08:00', async (app, deps) => {
    await registerApply(app, deps);
    await registerSupplement(app, deps);
    registerMyDossiers(app, deps);
  });
  await writeFile(join(viewer.folder, 'chung-sinh.pdf'), pdf('sharp').bytes);
});
afterAll(async () => viewer?.close());

describe.each([PHONE, PLAIN_PHONE, DESKTOP])('$name', (at) => {
  test(
    'item by item, with a slip on the way',
    async () => {
      const address = await askedBack(viewer.portal, viewer.an, true);
      const { tab, complaints, look, close } = await viewer.open(at);
      await tab.goto(viewer.origin + address);
      await look('bo-sung');
      await tab.getByRole('button', { name: 'Gửi bổ sung' }).click();
      await look('bo-sung-thieu');
      await tab.getByRole('button', { name: 'Tải giấy tờ lên Giấy chứng sinh' }).click();
      await look('giay-to');
      await tab.getByLabel('Chọn tệp').setInputFiles(join(viewer.folder, 'chung-sinh.pdf'));
      await tab.getByRole('button', { name: 'Tải lên' }).click();
      await tab.locator('.mc-file').first().waitFor();
      await look('giay-to-da-co');
      await tab.getByRole('button', { name: 'Xong mục này' }).click();
      await tab.getByRole('button', { name: 'Sửa mục này Quê quán của trẻ' }).click();
      await look('sua-muc');
      await tab.getByLabel(/tên mới hoặc tên cũ/u).fill('zzzz');
      await tab.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click();
      await look('sua-muc-sai');
      await tab.getByLabel(/tên mới hoặc tên cũ/u).fill('Sapa, Lào Cai');
      await tab.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click();
      await look('sua-muc-chon-noi');
      expect(await tab.getByLabel(/^Nơi khác, giữ đúng/u).count()).toBe(1);
      await tab.getByLabel(/tên mới hoặc tên cũ/u).fill('Việt Yên, Bắc Ninh');
      await tab.getByRole('button', { name: 'Đồng ý và tiếp tục' }).click();
      await look('bo-sung-du');
      await tab.getByLabel('Lời nhắn gửi cán bộ').fill('Tôi đã chụp lại giấy chứng sinh.');
      await tab.getByRole('button', { name: 'Gửi bổ sung' }).click();
      await tab.waitForURL('**?da=bo-sung');
      expect(await tab.textContent('main')).toContain('Đã gửi phần bổ sung');
      expect(complaints).toEqual([]);
      await close();
    },
    LONG,
  );
});
