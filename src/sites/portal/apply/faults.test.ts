// A fault comes home: the page that answers opens at its error summary, and going back to it shows it again, script or none.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COPIES } from '../../../../tests/journeys/answers.ts';
import { begin, filingBy, hiepHoa } from '../../../../tests/support/filing.ts';
import { PHONE, PLAIN_PHONE, type Viewer, viewPortal } from '../../../../tests/support/looking.ts';
import { registerApply } from './routes.ts';

const LONG = 120_000;
const COPY = { 'docs[r1].title': 'Bằng tốt nghiệp', 'docs[r1].pages': '3', 'docs[r1].copies': '2' };
let viewer: Viewer;

beforeAll(async () => {
  viewer = await viewPortal('faults', '2026-11-23T09:00', (app, deps) => registerApply(app, deps));
  await writeFile(join(viewer.folder, 'ghi-chu.txt'), 'không phải giấy tờ');
}, LONG);
afterAll(async () => viewer?.close());

/** A draft of copies, answered up to the page where papers are added. @returns that page's address */
async function atTheList(): Promise<string> {
  const { an, portal } = viewer;
  const draft = await begin(an, '2.000815');
  let at = (await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) })).location;
  while (!at.endsWith('/docs')) {
    const page = at.split('/').at(-1) as keyof typeof COPIES;
    at = (await an.post(at, COPIES[page])).location;
  }
  return viewer.origin + at;
}

/** Whether the summary of faults is what one sees when the page has opened. */
async function opensAtSummary(tab: Tab, script: boolean): Promise<void> {
  await tab.waitForLoadState();
  const summary = tab.locator('.govuk-error-summary');
  const place = await summary.evaluate((one) => {
    const { top } = one.getBoundingClientRect();
    return { seen: top >= 0 && top < innerHeight / 2, focused: document.activeElement === one };
  });
  expect(place).toEqual({ seen: true, focused: script });
  expect(new URL(tab.url()).hash).toBe('');
}

describe.each([PHONE, PLAIN_PHONE])('$name', (at) => {
  const script = at.javaScriptEnabled;
  const press = (tab: Tab, name: string | RegExp) => tab.getByRole('button', { name }).first().click();

  test(
    'after one more row, and after a fault’s link was followed, a fault opens at the summary',
    async () => {
      const { tab, close } = await viewer.open(at);
      await tab.goto(await atTheList());
      for (const [name, value] of Object.entries(COPY)) await tab.fill(`[name="${name}"]`, value);
      await press(tab, 'Thêm giấy tờ');
      await tab.waitForURL(/#/u);
      await press(tab, 'Đồng ý và tiếp tục');
      await opensAtSummary(tab, script);
      await tab.locator('.govuk-error-summary a').first().click();
      await press(tab, 'Đồng ý và tiếp tục');
      await opensAtSummary(tab, script);
      await close();
    },
    LONG,
  );

  test(
    'back from the next page, the page with the fault is shown again',
    async () => {
      const { tab, close } = await viewer.open(at);
      await tab.goto(await atTheList());
      await press(tab, 'Đồng ý và tiếp tục');
      const faults = await tab.locator('.govuk-error-summary li').allTextContents();
      expect(faults.length).toBeGreaterThan(0);
      for (const [name, value] of Object.entries(COPY)) await tab.fill(`[name="${name}"]`, value);
      for (const radio of await tab.locator('main input[type=radio]').all()) await radio.check();
      await press(tab, 'Đồng ý và tiếp tục');
      await tab.waitForURL((url) => !url.pathname.endsWith('/docs'));
      await tab.goBack();
      expect(await tab.locator('.govuk-error-summary li').allTextContents()).toEqual(faults);
      await close();
    },
    LONG,
  );

  test(
    'a refused file is told at the summary, and back from elsewhere it still is',
    async () => {
      const { tab, close } = await viewer.open(at);
      const filing = filingBy(viewer.portal, viewer.an);
      const draft = await filing.begin('1.000656');
      await filing.answer(draft);
      await tab.goto(`${viewer.origin}${draft}/giay-to`);
      await tab.locator('.govuk-task-list__link').first().click();
      if (!script) await tab.locator('input[type=file]').setInputFiles(join(viewer.folder, 'ghi-chu.txt'));
      await press(tab, 'Tải lên');
      await opensAtSummary(tab, script);
      await tab.goto(`${viewer.origin}${draft}/noi-nop`);
      await tab.goBack();
      await opensAtSummary(tab, script);
      await close();
    },
    LONG,
  );
});
