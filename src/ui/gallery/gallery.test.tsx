// Every component in a real browser: axe finds nothing, nothing spills sideways on a phone, and the script does its few jobs.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page as Tab } from 'playwright-core';
import type { JSX } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../../../scripts/build-assets.ts';
import { startChromium } from '../../../tests/support/chromium.ts';
import { spillsWhenStretched } from '../../../tests/support/stretched.ts';
import { renderPage } from '../render.tsx';
import { furnish, surroundings } from '../surroundings.ts';
import { gallery } from './gallery.tsx';
import { SCENES } from './scenes.tsx';

const ORIGIN = 'http://motcua.test';
const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ui-'));
  furnish({ assets: await buildAssets(join(folder, 'assets')), sandbox: { href: 'http://localhost:3003/' } });
  browser = await startChromium();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Look {
  bypassCSP?: boolean;
  viewport?: { width: number; height: number };
  javaScriptEnabled?: boolean;
  forcedColors?: 'active';
  colorScheme?: 'dark';
}

/** Opens a page under the CSP the sites send; anything the page complains about ends the test. */
async function open(
  page: JSX.Element,
  look: Look = {},
  prepare: (tab: Tab) => Promise<void> = async () => {},
): Promise<{ tab: Tab; complaints: string[] }> {
  const context = await browser.newContext({ viewport: DESKTOP, ...look });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/assets/')) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP };
      return route.fulfill({ body: renderPage(page), headers });
    }
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    return route.fulfill({ body: await readFile(join(folder, pathname)), contentType });
  });
  await prepare(tab);
  await tab.goto(`${ORIGIN}/`);
  return { tab, complaints };
}

async function violations(tab: Tab): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: tab }).analyze();
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
}

const spill = (tab: Tab) =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const PAGES: [string, () => JSX.Element][] = [
  ['gallery', () => gallery()],
  ['gallery in English', () => gallery({ lang: 'en' })],
  ['gallery at the desk', () => gallery({ site: 'desk' })],
  ['gallery in large type', () => gallery({ big: true })],
  ...Object.entries(SCENES),
];

describe.each(PAGES)('%s', (_name, page) => {
  test.each([
    ['on a desktop', { viewport: DESKTOP }],
    ['on a phone', { viewport: PHONE }],
  ])('%s: axe finds nothing, nothing spills sideways, the CSP holds', async (_where, look) => {
    const { tab, complaints } = await open(page(), look);
    expect(await violations(tab)).toEqual([]);
    expect(await spill(tab)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await tab.context().close();
  });
});

/** The letters of somebody's own machine, or of somebody who reads with wider ones: the text spacing of WCAG 1.4.12. */
const SPACING = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';

test.each(PAGES)('%s with wide letters on a phone: nothing spills sideways', async (_name, page) => {
  const { tab } = await open(page(), { viewport: PHONE, bypassCSP: true });
  await tab.addStyleTag({ content: SPACING });
  const wide = () =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 120));
  expect((await spill(tab)) > 0 ? await tab.evaluate(wide) : []).toEqual([]);
  await tab.context().close();
});

test.each(PAGES)(
  '%s with eighty letters unbroken and pasted links in every place: nothing spills',
  async (_name, page) => {
    const { tab } = await open(page(), { viewport: PHONE, bypassCSP: true });
    expect(await spillsWhenStretched(tab)).toEqual({});
    await tab.context().close();
  },
);

describe('in colours of the person’s own system', () => {
  const forced = { forcedColors: 'active', colorScheme: 'dark', viewport: DESKTOP } as const;
  const styleOf = (tab: Tab, selector: string, name: string) =>
    tab
      .locator(selector)
      .first()
      .evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);

  test('where one is, what is done and what is meant is told by borders', async () => {
    const { tab } = await open(gallery(), forced);
    const border = (selector: string, side = 'bottom') => styleOf(tab, selector, `border-${side}-color`);
    expect(await border('.mc-nav__link[aria-current]')).not.toBe(
      await border('.mc-nav__link:not([aria-current])'),
    );
    const steps = ['.mc-steps__step--done', '.mc-steps__step--current', '.mc-steps__step:last-child'];
    expect(new Set(await Promise.all(steps.map((step) => border(step, 'top')))).size).toBe(3);
    expect(await styleOf(tab, '.mc-state', 'border-top-style')).toBe('solid');
    expect(await styleOf(tab, '.mc-qr__picture', 'background-color')).toBe('rgb(255, 255, 255)');
    await tab.context().close();
  });

  test('whatever has the focus shows it by an outline', async () => {
    const { tab } = await open(gallery(), forced);
    const dark = await tab.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a[href], button, input:not([type=hidden]), select, textarea, summary',
        ),
      ]
        .filter((one) => one.getClientRects().length > 0 && !one.matches(':disabled, [tabindex="-1"]'))
        .filter((one) => {
          one.focus();
          const seen = [one, one.nextElementSibling].map((each) => each && getComputedStyle(each));
          const before = [one, one.nextElementSibling].map(
            (each) => each && getComputedStyle(each, '::before'),
          );
          return ![...seen, ...before].some(
            (style) => style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          );
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(dark).toEqual([]);
    await tab.context().close();
  });
});

test('without script every question is in sight and nothing that needs script is', async () => {
  const { tab } = await open(gallery(), { javaScriptEnabled: false });
  expect(await tab.locator('#dia-chi').isVisible()).toBe(true);
  expect(await tab.locator('.govuk-password-input__toggle').isVisible()).toBe(false);
  expect(await tab.locator('.mc-keys').isVisible()).toBe(false);
  await tab.context().close();
});

describe('with script', () => {
  let tab: Tab;
  beforeAll(async () => {
    ({ tab } = await open(gallery()));
  });
  afterAll(async () => tab.context().close());

  test('the error summary has the focus and its link leads into the input', async () => {
    const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    expect(await focused()).toContain('govuk-error-summary');
    await tab.click('.govuk-error-summary a[href="#ngay-sinh-day"]');
    expect(await focused()).toBe('ngay-sinh-day');
  });

  test('what depends on a choice shows only while it is taken', async () => {
    expect(await tab.locator('#dia-chi').isVisible()).toBe(true);
    await tab.check('#nhan');
    expect(await tab.locator('#dia-chi').isVisible()).toBe(false);
    await tab.check('#nhan-2');
    expect(await tab.locator('#dia-chi').isVisible()).toBe(true);
  });

  test('an exclusive box unticks the others, and they untick it', async () => {
    await tab.check('#giay-to-4');
    expect(await tab.isChecked('#giay-to')).toBe(false);
    await tab.check('#giay-to');
    expect(await tab.isChecked('#giay-to-4')).toBe(false);
  });

  test('the password shows and hides', async () => {
    const toggle = tab.locator('.govuk-password-input__toggle');
    await toggle.click();
    expect(await tab.getAttribute('#mat-khau', 'type')).toBe('text');
    expect(await toggle.textContent()).toBe('Ẩn');
    await toggle.click();
    expect(await tab.getAttribute('#mat-khau', 'type')).toBe('password');
  });

  test('a file too large or of the wrong kind is refused at once, with what to do', async () => {
    const note = tab.locator('#tep-early');
    await tab.setInputFiles('#tep', {
      name: 'anh.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.alloc(5_000_001),
    });
    expect(await note.textContent()).toContain('“anh.jpg” lớn hơn 5 MB');
    await tab.setInputFiles('#tep', { name: 'to-khai.docx', mimeType: '', buffer: Buffer.from('x') });
    expect(await note.textContent()).toContain('“to-khai.docx” không đúng loại');
    await tab.setInputFiles('#tep', { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(9) });
    expect(await note.textContent()).toBe('');
    expect(await tab.inputValue('#tep')).toContain('anh.jpg');
  });

  test('a second press within a second sends nothing', async () => {
    await tab.evaluate(() => {
      document.addEventListener('click', (e) => {
        const counted = document.body.dataset;
        if (!e.defaultPrevented) counted.presses = String(Number(counted.presses ?? 0) + 1);
      });
    });
    await tab.locator('[data-prevent-double-click="true"]').dblclick();
    expect(await tab.getAttribute('body', 'data-presses')).toBe('1');
  });

  test('j and k walk the desk’s rows, a typed j stays a letter', async () => {
    await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tab.keyboard.press('k');
    expect(await tab.locator('.mc-desk a:focus').textContent()).toBe('H03.111-261120-0012');
    await tab.keyboard.press('j');
    expect(await tab.locator('.mc-desk a:focus').textContent()).toBe('H03.111-261123-0042');
    await tab.fill('#thon', '');
    await tab.focus('#thon');
    await tab.keyboard.press('j');
    expect(await tab.inputValue('#thon')).toBe('j');
  });
});

test('a countdown counts down, then says that it is over', async () => {
  const { tab } = await open(gallery(), {}, async (page) => page.clock.install());
  const face = tab.locator('[data-countdown-face]');
  await tab.clock.runFor(5_000);
  expect(await face.textContent()).toBe('Bạn có thể gửi lại sau 40 giây.');
  await tab.clock.runFor(41_000);
  expect(await face.textContent()).toBe('Bạn có thể gửi lại ngay bây giờ.');
  expect(await tab.locator('[data-countdown-over]').textContent()).toBe('Bạn có thể gửi lại ngay bây giờ.');
  await tab.context().close();
});

describe('weight of the first page', () => {
  test('style ≤ 12 kB, script ≤ 5 kB and the whole first page ≤ 40 kB, compressed', async () => {
    const { assets } = surroundings();
    const css = (await readFile(join(folder, `${assets.css}.br`))).length;
    const js = (await readFile(join(folder, `${assets.js}.br`))).length;
    const html = brotliCompressSync(renderPage(SCENES.home?.() ?? <p />)).length;
    expect(css).toBeLessThanOrEqual(12_000);
    expect(js).toBeLessThanOrEqual(5_000);
    expect(css + js + html).toBeLessThanOrEqual(40_000);
  });
});
