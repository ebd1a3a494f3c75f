// Photos as phones make them: made smaller on the device where it can, on the server where it cannot, and named in Vietnamese.
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filingBy } from '../../../../tests/support/filing.ts';
import { PHONE, PLAIN_PHONE, type Viewer, viewPortal } from '../../../../tests/support/looking.ts';
import { registerApply } from './routes.ts';

const LONG = 120_000;
let viewer: Viewer;

beforeAll(async () => {
  viewer = await viewPortal('photos', '2026-11-23T09:00', (app, deps) => registerApply(app, deps));
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  await sharp({ create: { width: 4200, height: 3150, channels: 3, background: '#fff', noise } })
    .jpeg({ quality: 97 })
    .toFile(join(viewer.folder, 'giấy khai sinh ngày 01.02.2024.jpg'));
}, LONG);
afterAll(async () => viewer?.close());

describe.each([
  ['on the device', PHONE],
  ['on the server', PLAIN_PHONE],
])('a photo of 12 MB is made smaller %s', (where, at) => {
  test(
    'and no word of the page is the browser’s',
    async () => {
      const { tab, complaints, close } = await viewer.open(at);
      const filing = filingBy(viewer.portal, viewer.an);
      const draft = await filing.begin('1.000656');
      await filing.answer(draft);
      await tab.goto(`${viewer.origin}${draft}/giay-to`);
      await tab.locator('.govuk-task-list__link').first().click();
      const face = tab.locator('.mc-pick__face');
      const said = () => face.evaluate((one) => getComputedStyle(one, '::after').content);
      expect(await said()).toContain('Chưa chọn tệp nào');
      await tab
        .getByLabel('Chọn tệp')
        .setInputFiles(join(viewer.folder, 'giấy khai sinh ngày 01.02.2024.jpg'));
      expect(await said()).toContain('Đã chọn tệp');
      if (at.javaScriptEnabled) expect(await said()).toContain('01.02.2024.jpg');
      if (where === 'on the device') {
        // A press while it is at work waits for it; here we wait ourselves, to see what will be sent.
        const chosen = () =>
          tab.locator('input[type=file]').evaluate((one: HTMLInputElement) => one.files?.[0]?.size ?? 0);
        await expect.poll(chosen, { timeout: 30_000 }).toBeLessThan(6_000_000);
      }
      await tab.getByRole('button', { name: 'Tải lên' }).click();
      await tab.getByText('Các tệp đã tải lên').waitFor({ timeout: 30_000 });
      expect(await tab.locator('.mc-file').count()).toBe(1);
      const rows = await viewer.portal.deps.db
        .selectFrom('dossiers.draft_file')
        .select(['name', 'mime', 'size'])
        .orderBy('id', 'desc')
        .execute();
      expect(rows[0]).toMatchObject({ name: 'giấy khai sinh ngày 01.02.2024.jpg', mime: 'image/jpeg' });
      expect(rows[0]!.size).toBeLessThan(6_000_000);
      expect(complaints).toEqual([]);
      await close();
    },
    LONG,
  );
});
