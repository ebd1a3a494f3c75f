// The sites in browsers that are not ours to choose: Chromium of early 2018, Firefox ESR, and two that show words alone; and before a checker of HTML.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gallery } from '../../src/ui/gallery/gallery.tsx';
import { SCENES } from '../../src/ui/gallery/scenes.tsx';
import { renderPage } from '../../src/ui/index.ts';
import { type Country, startCountry } from '../support/country.ts';
import { type Driven, startChromium64, startFirefox } from './driven-browsers.ts';

let country: Country;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-peers-'));
  country = await startCountry({ now: '2026-11-25T09:00' });
}, 180_000);
afterAll(async () => {
  await country?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Leads on by a press, and waits for the page it leads to. */
async function press(browser: Driven, script: string, path: RegExp): Promise<void> {
  await browser.eval(script);
  await expect
    .poll(() => browser.eval('location.pathname + "|" + document.readyState'), { timeout: 20_000 })
    .toMatch(path);
}

const SPILL = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Words of the head that lie on one another, as they do where a gap is not known. */
const TOUCHING = `(() => {
  const boxes = [...document.querySelectorAll('.mc-tools li, .mc-nav li, .mc-actor__name, .mc-header__home')].map((one) => one.getBoundingClientRect());
  return boxes.some((a, at) => boxes.slice(at + 1).some((b) =>
    a.top < b.bottom && b.top < a.bottom && Math.max(a.left, b.left) - Math.min(a.right, b.right) < 4));
})()`;

describe.each([
  ['Chromium 64', startChromium64],
  ['Firefox ESR', startFirefox],
] as const)('%s', (_name, start) => {
  test('leads from home by the search to a procedure and to the password', async () => {
    const browser = await start(folder);
    const look = async () => {
      expect(await browser.eval(SPILL)).toBeLessThanOrEqual(0);
      expect(await browser.eval(TOUCHING)).toBe(false);
      expect(await browser.eval('document.body.classList.contains("js-enabled")')).toBe(true);
    };
    try {
      await browser.go(`${country.urls.portal}/`);
      await look();
      const search =
        'document.querySelector("input[type=search]").value = "khai sinh"; document.querySelector(".mc-search button").click()';
      await press(browser, search, /^\/thu-tuc\|complete/u);
      await look();
      await press(
        browser,
        'document.querySelector(".mc-card a, main li a").click()',
        /^\/thu-tuc\/[\d.]+\|complete/u,
      );
      await look();
      await browser.go(`${country.urls.portal}/dang-nhap/di?ve=/ho-so`);
      await expect.poll(() => browser.eval('location.pathname')).toMatch(/^\/tuong-tac\//u);
      await press(
        browser,
        'document.querySelector("main a[href*=mat-khau]").click()',
        /\/mat-khau\|complete/u,
      );
      await look();
      expect(await browser.eval('document.querySelector(".govuk-password-input__toggle").hidden')).toBe(
        false,
      );
      expect(browser.complaints()).toEqual([]);
    } finally {
      await browser.stop();
    }
  }, 120_000);
});

/** What a program writes. */
const written = (program: string, ...args: string[]) =>
  new Promise<string>((done, fail) =>
    execFile(
      program,
      args,
      { env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder }, timeout: 30_000 },
      (error, out) => (error ? fail(error) : done(out.replace(/\s+/gu, ' '))),
    ),
  );

describe.each([
  [
    'lynx',
    (url: string) =>
      written('lynx', '-dump', '-nolist', '-accept_all_cookies', '-display_charset=utf-8', url),
  ],
  [
    'w3m',
    (url: string) =>
      written('w3m', '-dump', '-cookie', '-o', 'accept_cookie=1', '-I', 'UTF-8', '-O', 'UTF-8', url),
  ],
] as const)('%s', (_name, read) => {
  test('reads the words apart, finds, and is known on the way to the password', async () => {
    const home = await read(`${country.urls.portal}/`);
    expect(home).toContain('Một Cửa Dịch vụ công trực tuyến');
    expect(home).toMatch(/Đăng ký tài khoản\]? ?\[?Đăng nhập/u);
    expect(home).not.toContain('tài khoảnĐăng');
    expect(await read(`${country.urls.portal}/thu-tuc?q=khai+sinh`)).toContain('Đăng ký khai sinh');
    expect(await read(`${country.urls.portal}/thu-tuc/1.001193`)).toContain('Giấy chứng sinh');
    const asked = await read(`${country.urls.portal}/dang-nhap/di?ve=/ho-so`);
    expect(asked).toContain('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
  });
});

describe('curl', () => {
  const curl = (...args: string[]) => written('curl', '-s', '-o', '/dev/null', ...args);

  test.each([
    ['GET', '/', '200'],
    ['HEAD', '/', '200'],
    ['POST', '/', '405'],
    ['PUT', '/thu-tuc', '405'],
    ['DELETE', '/thu-tuc/1.001193', '405'],
    ['OPTIONS', '/', '405'],
    ['PROPFIND', '/', '405'],
    ['GET', '/khong-co', '404'],
    ['GET', '/%', '400'],
    ['POST', '/tra-cuu', '403'],
  ])('%s %s: %s', async (method, path, status) => {
    const how = method === 'HEAD' ? ['-I'] : ['-X', method];
    expect(await curl(...how, '-w', '%{http_code}', country.urls.portal + path)).toBe(status);
  });

  test.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', ''],
    ['identity', ''],
    ['deflate', ''],
  ])('encodings %s: %s, of pages and of styles', async (accepted, encoding) => {
    const page = await (await fetch(`${country.urls.portal}/`)).text();
    const styles = /href="(\/assets\/[^"]+\.css)"/u.exec(page)?.[1] ?? '';
    for (const path of ['/', styles])
      expect([
        path,
        await curl(
          '-H',
          `accept-encoding: ${accepted}`,
          '-w',
          '%header{content-encoding}',
          country.urls.portal + path,
        ),
      ]).toEqual([path, encoding]);
  });

  test('takes a broken download up again', async () => {
    const url = `${country.urls.portal}/thu-tuc/1.000656/mau-don.pdf`;
    const [whole, part] = [join(folder, 'whole.pdf'), join(folder, 'part.pdf')];
    await written('curl', '-s', '-o', whole, url);
    await written('curl', '-s', '-r', '0-999', '-o', part, url);
    await written('curl', '-s', '-C', '-', '-o', part, url);
    expect(execFileSync('cmp', [whole, part]).toString()).toBe('');
  });
});

test('the Nu checker finds no error in any page that everybody may see, nor in any component', async () => {
  const files: string[] = [];
  const keep = (name: string, html: string) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    files.push(file);
  };
  keep('gallery', renderPage(gallery()));
  keep('gallery-en', renderPage(gallery({ lang: 'en', site: 'desk' })));
  for (const [name, scene] of Object.entries(SCENES)) keep(`scene-${name}`, renderPage(scene()));
  const { portal, account, desk } = country.urls;
  const open = [portal, account, desk].flatMap((origin) => ['/', '/khong-co'].map((path) => origin + path));
  const pages = [
    '/thu-tuc?q=khai',
    '/thu-tuc/1.001193',
    '/thu-tuc/2.000815',
    '/tra-cuu',
    '/kiem-tra',
    '/dang-nhap',
    '/kha-nang-tiep-can',
    '/bao-ve-du-lieu',
  ];
  for (const [at, url] of [...open, ...pages.map((path) => portal + path), `${account}/dang-ky`].entries())
    keep(`page-${at}`, await (await fetch(url)).text());
  const checker = process.env.PEERS_VNU ?? '';
  const found = await new Promise<string>((done) =>
    execFile('java', ['-jar', checker, '--errors-only', '--format', 'gnu', ...files], (_error, _out, said) =>
      done(said),
    ),
  );
  expect(found).toBe('');
}, 120_000);
