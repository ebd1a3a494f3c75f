// Whoever reads English comes from the first page to the result without meeting a Vietnamese sentence that is not law, a name or
// somebody's own writing; the switch stands on every page and loses neither the page nor the draft.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, BINH, CHI, DESKTOP, DUNG, signInAtDesk, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { pdf } from '../support/portal.ts';
import { openFromQueue } from './acts.ts';
import { HOUSEHOLD } from './answers.ts';

const LONG = 240_000;
const AGREE = 'Agree and continue';
const NOBODY = '00000000-0000-7000-8000-000000000000';
let country: Country;
let browser: Browser;
let an: Visitor;
const dossier = { id: '', code: '', number: '', secret: '', reference: '' };

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, 'english-an');
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

const path = () => new URL(an.tab.url()).pathname;
const errors = () => an.tab.locator('.govuk-error-summary').innerText();

async function upload(bytes: Uint8Array, name: string): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await an.tab.locator('input[type=file]').setInputFiles(file);
  await an.press('Upload');
}

/** Switches and back again: the page stays the same one. */
async function switchThereAndBack(): Promise<void> {
  const before = path();
  an.reads = 'vi';
  const head = an.tab.locator('.mc-tools');
  await an.leadingOn(() => head.getByRole('link', { name: 'Tiếng Việt' }).click());
  expect(path()).toBe(before);
  await an.leadingOn(() => head.getByRole('link', { name: 'English' }).click());
  an.reads = 'en';
  expect(path()).toBe(before);
}

test(
  'the switch is in the head of the first page, and every open page follows it',
  async () => {
    await an.open(`${country.urls.portal}/thu-tuc/1.001612`);
    await an.follow('English');
    an.reads = 'en';
    await an.look();
    expect(path()).toBe('/thu-tuc/1.001612');
    for (const open of [
      '/',
      '/thu-tuc?q=khai+sinh',
      '/thu-tuc?q=zzzz',
      '/thu-tuc/2.000815',
      '/tra-cuu',
      '/kiem-tra',
      '/kha-nang-tiep-can',
      '/bao-ve-du-lieu',
      '/khong-co',
    ])
      await an.open(country.urls.portal + open);
    await an.open(country.urls.account);
    await an.open(`${country.urls.account}/khong-co`);
    await an.open(`${country.urls.account}/tuong-tac/abcdefghijklmnop`);
  },
  LONG,
);

test(
  'a newcomer signs up',
  async () => {
    await an.open(`${country.urls.account}/dang-ky`);
    await an.press('Continue');
    expect(await errors()).toContain('Choose one of the three.');
    for (const kind of ['A company', 'A state agency', 'A person']) {
      await an.open(`${country.urls.account}/dang-ky`);
      await an.tab.getByLabel(kind).check();
      await an.press('Continue');
    }
    await an.follow('Sign up with a mobile number');
    await an.press('Sign up');
    await switchThereAndBack();
    const { tab } = an;
    await tab.getByLabel('User name (CMT/CCCD number)').fill('024095004329');
    await tab.getByLabel('Full name').fill('Đỗ Thị Mới');
    await tab.getByLabel('Date of birth').fill('02/09/1995');
    await tab.getByLabel('Phone number').fill('0821234089');
    await tab.getByLabel('Enter the confirmation code').fill(await an.shownCode());
    const text = await country.messageAfter('0821234089', () => an.press('Sign up'));
    expect(text).toMatch(/^\d{6} is the OTP code to sign up/u);
    await tab.getByLabel('OTP code').fill('000');
    await an.press('Confirm');
    await tab.getByLabel('OTP code').fill(text.slice(0, 6));
    await an.press('Confirm');
    await tab.getByLabel('Password', { exact: true }).fill('abc');
    await an.press('Create the account');
    await tab.getByLabel('Password', { exact: true }).fill('Cau-7-mua-he');
    await tab.getByLabel('Repeat the password').fill('Cau-7-mua-he');
    await an.press('Create the account');
    expect(await an.words()).toContain('Your account is ready');
  },
  LONG,
);

test(
  'An signs in',
  async () => {
    await country.turnClock({ advance: 'PT2M' });
    await an.open(`${country.urls.portal}/nop-ho-so?thu-tuc=1.001612`);
    await an.follow('Sign in with the National Public Service Portal');
    await an.follow('Account of the National Public Service Portal');
    await switchThereAndBack();
    await an.press('Sign in');
    await an.tab.getByLabel('User name').fill(AN.username);
    await an.tab.getByLabel('Password', { exact: true }).fill(AN.password);
    const text = await country.messageAfter(AN.phone, () => an.press('Sign in'));
    expect(text).toContain('is the OTP code to sign in');
    await an.tab.getByLabel('OTP code').fill('000000');
    await an.press('Confirm');
    await an.tab.getByLabel('OTP code').fill(text.slice(0, 6));
    await an.press('Confirm');
    expect(path()).toMatch(/\/noi-nop$/u);
  },
  LONG,
);

test(
  'answers each question, with a slip on every page',
  async () => {
    await an.press('Find the agency');
    await an.tab.getByLabel('Your commune or ward').fill('Xyzzy');
    await an.press('Find the agency');
    await an.tab.getByLabel('Your commune or ward').fill('Lương Phong');
    await an.press('Find the agency');
    await an.tab.getByRole('radio').first().check();
    await an.press(AGREE);
    const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = HOUSEHOLD;
    for (;;) {
      const page = /\/thong-tin\/([^/]+)$/u.exec(path())?.[1];
      if (!page) break;
      const here = path();
      await an.press(AGREE);
      if (path() !== here) continue;
      if (page === 'owner-name') await switchThereAndBack();
      await an.fill(pages[page] ?? {});
      await an.press(AGREE);
      expect(path(), await an.words()).not.toBe(here);
    }
  },
  LONG,
);

test(
  'gives the papers, chooses the ways, checks and sends',
  async () => {
    expect(path()).toMatch(/\/giay-to$/u);
    await an.press(AGREE);
    const { tab } = an;
    for (let first = true; ; first = false) {
      const lacking = tab
        .locator('.govuk-task-list__item', { has: tab.locator('.govuk-tag') })
        .getByRole('link');
      if ((await lacking.count()) === 0) break;
      await an.leadingOn(() => lacking.first().click());
      if (first) {
        await an.press('Upload');
        await upload(new TextEncoder().encode('no PDF'), 'paper.pdf');
      }
      const { bytes, name } = pdf('giấy tờ');
      await upload(bytes, name);
      await an.follow('Continue');
      if (!/\/giay-to$/u.test(path())) await an.open(tab.url().replace(/\/giay-to\/.*$/u, '/giay-to'));
    }
    await an.press(AGREE);
    await an.press(AGREE);
    await tab.getByLabel('Online', { exact: true }).check();
    await tab.getByLabel('Electronically').check();
    await an.press(AGREE);
    await an.press('Submit the dossier');
    expect(await errors()).toContain('Enter the confirmation code.');
    await switchThereAndBack();
    await tab.getByLabel('Enter the confirmation code').fill(await an.shownCode());
    await tab.getByLabel('I take responsibility before the law').check();
    await an.press('Submit the dossier');
    dossier.id = /^\/ho-so\/([0-9a-f-]{36})\/da-nop$/u.exec(path())?.[1] ?? '';
    dossier.code = await tab.locator('.govuk-panel .mc-number').innerText();
    const told = await country.message(AN.phone, new RegExp(dossier.code, 'u'));
    expect(told).toMatch(/^Dossier \S+ of N\.V\.An/u);
  },
  LONG,
);

test(
  'pays, and looks at the dossier',
  async () => {
    await an.follow(/^Pay 100\.000/u);
    await an.press('Check again');
    dossier.reference = await an.tab.locator('strong.mc-number').first().innerText();
    await fetch(`${country.urls.sandbox}/payments/${dossier.reference}/settle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await country.message(AN.phone, /received in full/u);
    await an.reload();
    expect(await an.words()).toContain('Paid in full');
    await an.open(`${country.urls.portal}/ho-so`);
    await an.open(`${country.urls.portal}/ho-so/${dossier.id}`);
    await switchThereAndBack();
    for (const other of ['', '/da-nop', '/bo-sung', '/thanh-toan'])
      expect(await an.open(`${country.urls.portal}/ho-so/${NOBODY}${other}`)).toBe(404);
    await an.open(`${country.urls.portal}/nop-ho-so?thu-tuc=1.001612`);
    await an.open(`${country.urls.portal}/ho-so`);
  },
  LONG,
);

test(
  'officials work in Vietnamese; the request for a supplement reaches An in English but for what they wrote',
  async () => {
    const binh = await Visitor.at(browser, 'english-binh', { viewport: DESKTOP });
    await signInAtDesk(binh, country, BINH);
    await openFromQueue(binh, country, dossier.code);
    await binh.follow('Tiếp nhận');
    const told = await country.messageAfter(AN.phone, () => binh.press('Tiếp nhận và cấp số'));
    expect(told).toMatch(/^Dossier .* was accepted\. Due: /u);
    dossier.number = await binh.tab.locator('.govuk-panel .mc-number').innerText();
    await binh.close();
    const chi = await Visitor.at(browser, 'english-chi', { viewport: DESKTOP });
    await signInAtDesk(chi, country, CHI);
    await openFromQueue(chi, country, dossier.number);
    await chi.press('Nhận thụ lý');
    await chi.follow('Yêu cầu bổ sung');
    await chi.tab.locator('#chon-giay-0').check();
    await chi.tab.locator('#sai-giay-0').fill('Ảnh chụp bị mờ, không đọc được.');
    await chi.tab.locator('#lam-giay-0').fill('Chụp lại toàn bộ tờ giấy, đủ bốn góc.');
    await chi.tab.getByText('Mục khai trong tờ khai').click();
    await chi.tab.locator('#chon-muc-0').check();
    await chi.tab.locator('#sai-muc-0').fill('Chưa ghi đủ.');
    await chi.tab.locator('#lam-muc-0').fill('Ghi đủ theo giấy tờ tùy thân.');
    await country.messageAfter(AN.phone, () => chi.press('Gửi yêu cầu bổ sung'));
    await an.open(`${country.urls.portal}/ho-so/${dossier.id}`);
    await an.follow('Add what is missing');
    await an.press(/^Send the supplement/u);
    await an.follow('Upload the paper');
    await an.press('Upload');
    const { bytes, name } = pdf('chụp lại');
    await upload(bytes, name);
    await an.open(`${country.urls.portal}/ho-so/${dossier.id}/bo-sung`);
    await an.follow('Change this answer');
    await switchThereAndBack();
    await an.fill({ 'owner.fullName': 'NGUYỄN VĂN AN' });
    await an.press(AGREE);
    const answered = await country.messageAfter(AN.phone, () => an.press(/^Send the supplement/u));
    expect(answered).toContain('The supplement to dossier');
    expect(await an.words()).toContain('The supplement was sent to the agency.');
    await chi.open(chi.tab.url());
    await openFromQueue(chi, country, dossier.number);
    await chi.follow('Đề xuất kết quả');
    await chi.tab.getByLabel('Ý kiến đề xuất').fill('Hồ sơ đủ, đề nghị ký.');
    await chi.press('Trình lãnh đạo ký');
    await chi.close();
  },
  LONG,
);

test(
  'the result is there, is read about in English, and anyone checks it',
  async () => {
    const dung = await Visitor.at(browser, 'english-dung', { viewport: DESKTOP });
    await signInAtDesk(dung, country, DUNG);
    await openFromQueue(dung, country, dossier.number);
    await dung.follow('Xem và ký');
    const told = await country.messageAfter(AN.phone, () => dung.press('Ký và phát hành'));
    expect(told).toMatch(/has its result\. View and download it in My dossiers\./u);
    await dung.close();
    await an.open(`${country.urls.portal}/ho-so/${dossier.id}`);
    const words = await an.words();
    const check = /Check code: (\S+)/u.exec(words)?.[1] ?? '';
    dossier.secret = /Look-up code \([^)]*\)\s*(\S+)/u.exec(words)?.[1] ?? '';
    await an.open(`${country.urls.portal}/kiem-tra`);
    await an.press('Check');
    await an.fill({ ma: dossier.number, kt: check });
    await an.press('Check');
    await an.open(`${country.urls.portal}/tra-cuu`);
    await an.press('Track');
    await an.fill({ ma: dossier.number, 'bi-mat': dossier.secret });
    await an.press('Track');
    expect(await an.words()).toContain('Completed');
  },
  LONG,
);

test(
  'what nobody wants to meet is told in English too',
  async () => {
    await an.open(`${country.urls.portal}/tra-cuu`);
    for (let tries = 0; tries < 12; tries += 1) {
      await an.fill({ ma: 'H05.07840-261125-00001', 'bi-mat': `AAAA${tries}` });
      await an.press('Track');
      if ((await an.tab.locator('[name="bi-mat"]').count()) === 0) break;
    }
    expect(await an.words()).toMatch(/minute|second/u);
    await an.open(`${country.urls.portal}/kiem-tra`);
    const [language] = (await an.context.cookies()).filter(({ name }) => name === 'mc_ngon_ngu');
    await an.context.clearCookies();
    if (language) await an.context.addCookies([language]);
    await an.press('Check');
    expect(await an.words()).toMatch(/Choose “Send now”/u);
    await an.close();
  },
  LONG,
);
