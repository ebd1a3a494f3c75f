// The desk in a real browser with forty dossiers: axe finds nothing, nothing spills sideways, the keys walk the list, and it works without script.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Route, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../../../scripts/build-assets.ts';
import { startChromium } from '../../../tests/support/chromium.ts';
import { type Official, type TestDesk, testDesk } from '../../../tests/support/desk.ts';
import { COPIES, DEATH, SINGLE } from '../../../tests/support/dossier-fixture.ts';
import { gluedWords } from '../../../tests/support/glued-words.ts';
import { spillsWhenStretched } from '../../../tests/support/stretched.ts';
import { furnish } from '../../ui/index.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const PICTURES = process.env.DESK_PICTURES;

let browser: Browser;
let desk: TestDesk;
let folder: string;
let origin: string;
const officials: Partial<Record<'binh' | 'chi' | 'dung' | 'em', Official>> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-'));
  furnish({ assets: await buildAssets(join(folder, 'assets')), sandbox: { href: 'http://127.0.0.1:1/' } });
  desk = await testDesk('2026-11-16T08:00');
  for (const who of ['binh', 'chi', 'dung', 'em'] as const) officials[who] = await desk.official(who);
  await seed();
  desk.house.clock.set('2026-11-23T09:00');
  origin = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Thị Chi', 'Phạm Văn Dũng', 'Hoàng Thị Em'];

/** Forty new requests, and one dossier at each later stage. */
async function seed(): Promise<void> {
  const { house } = desk;
  const { binh, chi, dung } = officials as Required<typeof officials>;
  const file = (at: string, procedure: string, name = 'Nguyễn Văn An') => {
    house.clock.set(at);
    return house.file({ procedure, name });
  };
  const through = async (id: string, ...acts: [Official, string, Record<string, string>?][]) => {
    for (const [who, path, fields] of acts) {
      const { status } = await who.act(id, path, fields);
      if (status !== 303) throw new Error(`${path}: ${status}`);
    }
    return id;
  };
  ids.late = await through(await file('2026-11-16T08:00', SINGLE), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
  ids.mine = await through(await file('2026-11-20T09:00', DEATH), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
  ids.toSign = await through(await file('2026-11-20T10:00', SINGLE), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
  await propose(ids.toSign);
  ids.toDeliver = await through(await file('2026-11-19T10:00', SINGLE), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
  await propose(ids.toDeliver);
  await through(ids.toDeliver, [dung, 'ky']);
  ids.copies = await through(await file('2026-11-20T14:00', COPIES), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
  const unpaid = async () => {
    const id = await through(await file('2026-11-20T14:00', COPIES), [binh, 'tiep-nhan'], [chi, 'thu-ly']);
    await propose(id);
    return through(id, [dung, 'ky']);
  };
  ids.owing = await unpaid();
  ids.paid = await through(await unpaid(), [binh, 'thu-phi', { payer: 'Nguyễn Thị Hoa', amount: '6.000' }]);
  for (let at = 0; at < 40; at += 1) {
    const day = 19 + Math.floor(at / 20);
    const minute = String(at % 60).padStart(2, '0');
    const id = await file(
      `2026-11-${day}T1${at % 6}:${minute}`,
      [SINGLE, DEATH, COPIES][at % 3] as string,
      NAMES[at % 5],
    );
    ids.fresh ??= at === 1 ? id : (undefined as unknown as string);
  }
}

async function propose(id: string): Promise<void> {
  const values = {
    'applicant.name': 'Nguyễn Văn An',
    'applicant.address': 'Thôn Sơn Quả, xã Hiệp Hòa, tỉnh Bắc Ninh',
    'procedure.name': 'Cấp Giấy xác nhận tình trạng hôn nhân',
    'dossier.number': String((await desk.house.row(id)).number),
    'dossier.acceptedOn': '20/11/2026',
    'agency.name': 'Ủy ban nhân dân xã Hiệp Hòa',
    outcome: 'Đồng ý cấp Giấy xác nhận tình trạng hôn nhân.',
    reason: '',
  };
  const { propose: act } = await import('../../modules/dossiers/index.ts');
  const result = { template: 'thong-bao-ket-qua@2', values };
  const done = await desk.house.as('chi', (ctx) =>
    act(ctx, { dossierId: id, note: 'Đã đối chiếu sổ hộ tịch, đủ điều kiện.', result }),
  );
  if (!done.ok) throw new Error(done.refusal.code);
}

async function asset(route: Route) {
  const { pathname } = new URL(route.request().url());
  const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
  await route.fulfill({ body: await readFile(join(folder, pathname)), contentType });
}

async function open(
  who: keyof typeof officials,
  path: string,
  look: { viewport?: typeof DESK; javaScriptEnabled?: boolean } = {},
) {
  const context = await browser.newContext({ viewport: DESK, ...look });
  await context.addCookies([{ name: 'mc_desk', value: (officials[who] as Official).token, url: origin }]);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.route('**/assets/**', asset);
  await tab.goto(`${origin}${path}`);
  return { tab, complaints };
}

async function violations(tab: Tab): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: tab }).analyze();
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
}

const spill = (tab: Tab) =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const PAGES: [name: string, who: keyof typeof officials, path: () => string, status?: number][] = [
  ['queue', 'binh', () => '/hang-doi?loai=moi'],
  ['pane', 'binh', () => `/hang-doi?loai=moi&mo=${ids.fresh}`],
  ['search', 'binh', () => '/hang-doi?q=nguyen'],
  ['nothing-found', 'binh', () => '/hang-doi?q=khongco'],
  ['mine', 'chi', () => '/hang-doi?loai=toi-xu-ly'],
  ['no-seat', 'em', () => '/hang-doi'],
  ['dossier', 'chi', () => `/ho-so/${ids.mine}`],
  ['accept', 'binh', () => `/ho-so/${ids.fresh}/tiep-nhan`],
  ['accepted', 'binh', () => `/ho-so/${ids.mine}/da-tiep-nhan`],
  ['ask', 'binh', () => `/ho-so/${ids.fresh}/bo-sung`],
  ['refuse', 'binh', () => `/ho-so/${ids.fresh}/tu-choi`],
  ['propose', 'chi', () => `/ho-so/${ids.mine}/de-xuat`],
  ['propose-rows', 'chi', () => `/ho-so/${ids.copies}/de-xuat`],
  ['sign', 'dung', () => `/ho-so/${ids.toSign}/ky`],
  ['return', 'dung', () => `/ho-so/${ids.toSign}/tra-lai`],
  ['deliver', 'binh', () => `/ho-so/${ids.toDeliver}/tra-ket-qua`],
  ['owing', 'binh', () => `/ho-so/${ids.owing}`],
  ['take-fee', 'binh', () => `/ho-so/${ids.owing}/thu-phi`],
  ['exempt-fee', 'binh', () => `/ho-so/${ids.owing}/mien-phi`],
  ['held-back', 'binh', () => `/ho-so/${ids.owing}/tra-ket-qua`, 409],
  ['slip', 'binh', () => `/ho-so/${ids.paid}/da-thu-phi`],
  ['paid', 'binh', () => `/ho-so/${ids.paid}`],
  ['moved-on', 'binh', () => `/ho-so/${ids.mine}/tiep-nhan`, 409],
];

describe.each(PAGES)('%s', (name, who, path, status = 200) => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])(
    '%s: axe finds nothing, nothing spills sideways, the page complains of nothing',
    async (where, viewport) => {
      const { tab, complaints } = await open(who, path(), { viewport });
      if (PICTURES) await tab.screenshot({ path: `${PICTURES}-${name}-${where}.png`, fullPage: true });
      expect(await violations(tab)).toEqual([]);
      expect(await spill(tab)).toBeLessThanOrEqual(0);
      expect(gluedWords(await tab.content())).toEqual([]);
      // 400 % of a 1280 px screen (WCAG 1.4.10), which is also the room that wider letters take.
      await tab.setViewportSize({ width: 320, height: viewport.height });
      expect(await spill(tab)).toBeLessThanOrEqual(0);
      expect(await spillsWhenStretched(tab)).toEqual({});
      expect(complaints.filter((line) => !(status !== 200 && line.includes(String(status))))).toEqual([]);
      await tab.context().close();
    },
  );
});

test('j, k and Enter walk the list and open a dossier beside it', async () => {
  const { tab } = await open('binh', '/hang-doi?loai=moi');
  await tab.keyboard.press('j');
  await tab.keyboard.press('j');
  await tab.keyboard.press('k');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('#ho-so-dang-xem');
  expect(await tab.locator('[aria-current="true"]').count()).toBe(1);
  await tab.context().close();
});

test('without script the fee is taken in cash, from the dossier to the slip', async () => {
  const id = ids.owing as string;
  const { tab } = await open('binh', `/ho-so/${id}`, { javaScriptEnabled: false, viewport: PHONE });
  await tab.getByRole('button', { name: 'Thu phí', exact: true }).click();
  await tab.getByLabel('Số tiền mặt đã nhận').fill('5.000');
  await tab.getByRole('button', { name: 'Đã nhận tiền' }).click();
  expect(await tab.locator('.govuk-error-summary').textContent()).toContain('còn phải thu là 6.000 đ');
  await tab.getByLabel('Số tiền mặt đã nhận').fill('6.000');
  await tab.getByRole('button', { name: 'Đã nhận tiền' }).click();
  expect(await tab.locator('.mc-receipt').textContent()).toContain('Sáu nghìn đồng');
  expect((await desk.house.row(id)).money_state).toBe('paid');
  await tab.context().close();
});

test('without script a supplement is asked for in one page', async () => {
  const id = await desk.house.file({ procedure: DEATH });
  const { tab } = await open('binh', `/ho-so/${id}/bo-sung`, { javaScriptEnabled: false });
  await tab.getByLabel('Giấy báo tử hoặc giấy tờ thay thế', { exact: true }).check();
  await tab.getByLabel(/Chưa đúng ở đâu: Giấy báo tử/u).fill('Ảnh mờ.');
  await tab.getByLabel(/Người nộp cần làm gì: Giấy báo tử/u).fill('Chụp lại.');
  await tab.getByLabel(/^Lý do chung/u).fill('Một là: thiếu dấu.\nHai là: mờ.\n\n\n\nBa là: rách. ');
  await tab.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click();
  expect(await tab.locator('.govuk-notification-banner').textContent()).toContain('Mẫu 02');
  // What was written on several lines is read on several lines, once the style sheet has come.
  await expect
    .poll(() => tab.locator('main').innerText())
    .toContain('Lý do: Một là: thiếu dấu.\nHai là: mờ.\n\nBa là: rách.');
  expect((await desk.house.row(id)).state).toBe(5);
  await tab.context().close();
});

describe('a desk that nobody uses', () => {
  async function locked() {
    const { tab, complaints } = await open('chi', `/ho-so/${ids.mine}/de-xuat`);
    await tab.clock.install();
    await tab.reload();
    const box = tab.locator('textarea').first();
    await box.fill('Thiếu giấy chứng sinh.');
    await tab.clock.runFor('14:00');
    expect(await tab.locator('.mc-lock').isVisible()).toBe(false);
    // A key pressed somewhere on the page begins the time anew.
    await tab.keyboard.press('Shift');
    await tab.clock.runFor('14:00');
    expect(await tab.locator('.mc-lock').isVisible()).toBe(false);
    await tab.clock.runFor('01:10');
    return { tab, box, complaints };
  }

  test('is covered, and opens again in place for the same person, with what was typed', async () => {
    const { tab, box, complaints } = await locked();
    expect(await tab.title()).toBe('Bàn đã khóa');
    expect(await box.isVisible()).toBe(false);
    expect(await tab.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Mở khóa');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
    expect(await violations(tab)).toEqual([]);
    if (PICTURES) await tab.screenshot({ path: join(PICTURES, 'locked.png') });
    const again = await tab.context().newPage();
    await again.route('**/assets/**', asset);
    await again.goto(`${origin}/mo-khoa`).catch(() => {});
    await expect.poll(() => box.isVisible()).toBe(true);
    expect(await box.inputValue()).toBe('Thiếu giấy chứng sinh.');
    expect(await tab.title()).not.toBe('Bàn đã khóa');
    expect(complaints).toEqual([]);
    await tab.context().close();
  });

  test('stays covered for anybody else', async () => {
    const { tab, box } = await locked();
    const { token } = officials.binh as Official;
    await tab.context().addCookies([{ name: 'mc_desk', value: token, url: origin }]);
    const again = await tab.context().newPage();
    await again.route('**/assets/**', asset);
    await again.goto(`${origin}/mo-khoa`).catch(() => {});
    await tab.getByText('Người khác vừa đăng nhập trên máy này').waitFor();
    expect(await box.isVisible()).toBe(false);
    await tab.context().close();
  });

  test('is covered at once when its person leaves in another tab, and when somebody else comes', async () => {
    const { tab } = await open('chi', `/ho-so/${ids.mine}/de-xuat`);
    const other = await tab.context().newPage();
    await other.route('**/assets/**', asset);
    await other.goto(`${origin}/hang-doi`);
    expect(await tab.locator('.mc-lock').isVisible()).toBe(false);
    await tab.context().clearCookies();
    await other.goto(`${origin}/khong-co-trang-nay`);
    await tab.locator('.mc-lock').waitFor();
    expect(await tab.locator('main').isVisible()).toBe(false);
    const { token } = officials.binh as Official;
    await tab.context().addCookies([{ name: 'mc_desk', value: token, url: origin }]);
    await other.goto(`${origin}/hang-doi`);
    await tab.getByText('Người khác vừa đăng nhập trên máy này').waitFor();
    await tab.context().close();
  });
});
