// What is missing is said once, item by item; while An answers the clock stands, and the due date moves by just that time.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, BINH, CHI, DESKTOP, signIn, signInAtDesk, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { GENERIC } from '../support/filing.ts';
import { answerForm, begin, chooseWays, givePapers, openFromQueue, send, typePlace, upload } from './acts.ts';
import { pdfWords } from './pdf-words.ts';

const LONG = 120_000;
/** Five working days, general form, one paper needed. */
const PROCEDURE = '1.004873';
let country: Country;
let browser: Browser;
let an: Visitor;
let binh: Visitor;
let chi: Visitor;
let number = '';
let id = '';

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-25T09:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, 'supplement-an');
  binh = await Visitor.at(browser, 'supplement-binh', { viewport: DESKTOP });
  chi = await Visitor.at(browser, 'supplement-chi', { viewport: DESKTOP });
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

async function fileOne(): Promise<{ id: string; code: string }> {
  await begin(an, country, PROCEDURE, AN);
  await typePlace(an, 'Lương Phong');
  await answerForm(an, GENERIC);
  await givePapers(an);
  await chooseWays(an, 'Nộp trực tuyến', 'Đến cơ quan giải quyết để nhận kết quả');
  return send(an);
}

test(
  'Bình accepts; Chi takes it and asks for a paper and an answer, with what is wrong and what to do',
  async () => {
    const filed = await fileOne();
    id = filed.id;
    await signInAtDesk(binh, country, BINH);
    await openFromQueue(binh, country, filed.code);
    await binh.follow('Tiếp nhận');
    await binh.press('Tiếp nhận và cấp số');
    number = await binh.tab.locator('.govuk-panel .mc-number').innerText();
    await signInAtDesk(chi, country, CHI);
    await openFromQueue(chi, country, number);
    await chi.press('Nhận thụ lý');
    await chi.follow('Yêu cầu bổ sung');
    await chi.press('Gửi yêu cầu bổ sung');
    expect(await chi.tab.locator('.govuk-error-summary a').count()).toBe(1);
    await chi.tab.locator('#chon-giay-0').check();
    await chi.tab.locator('#sai-giay-0').fill('Ảnh chụp bị mờ, không đọc được.');
    await chi.tab.locator('#lam-giay-0').fill('Chụp lại toàn bộ tờ giấy, đủ bốn góc.');
    await chi.tab.getByText('Mục khai trong tờ khai').click();
    const content = chi.tab.locator('fieldset.mc-asked', { hasText: 'Đề nghị giải quyết thủ tục' });
    await content.getByRole('checkbox').check();
    await content.getByLabel('Chưa đúng ở đâu').fill('Chưa ghi rõ việc cần giải quyết.');
    await content.getByLabel('Người nộp cần làm gì').fill('Ghi rõ việc cần giải quyết.');
    const told = await country.messageAfter(AN.phone, () => chi.press('Gửi yêu cầu bổ sung'));
    expect(told).toContain('can bo sung');
    expect(await chi.words()).toContain('Đã gửi yêu cầu bổ sung (Mẫu 02).');
    const letter = await chi.download(/Mẫu 02/u);
    expect(pdfWords(letter.bytes)).toContain('Ảnh chụp bị mờ');
  },
  LONG,
);

test(
  'An is told that the clock stands, answers each item, and sees the due date moved and why',
  async () => {
    await country.turnClock({ now: '2026-11-27T10:00' });
    await an.open(`${country.urls.portal}/ho-so/${id}`);
    if (/dang-nhap/u.test(an.tab.url())) await signIn(an, country, AN);
    const before = /Hẹn trả[^:]*: ?(\d\d:\d\d ngày \d\d\/\d\d\/\d{4})/u.exec(await an.words())?.[1];
    await an.follow('Bổ sung hồ sơ');
    expect(await an.words()).toContain('Thời hạn giải quyết đang dừng');
    expect(await an.words()).toContain('Có 2 mục cần bổ sung');
    await an.press(/^Gửi bổ sung/u);
    expect(await an.tab.locator('.govuk-error-summary a').count()).toBe(1);
    await an.follow('Tải giấy tờ lên');
    await upload(an, 'bản chụp lại, đủ bốn góc');
    await an.tab
      .getByRole('link', { name: 'Xong mục này' })
      .or(an.tab.locator('a', { hasText: 'Xong mục này' }))
      .first()
      .click();
    await an.tab.waitForURL(/bo-sung(?:#.*)?$/u);
    await an.follow('Sửa mục này');
    await an.fill({ content: 'Đề nghị xác nhận tình trạng hôn nhân để mua đất.' });
    await an.press(/^Đồng ý và tiếp tục|Lưu/u);
    await country.messageAfter(AN.phone, () => an.press(/^Gửi bổ sung/u));
    const words = await an.words();
    expect(words).toContain('Đã gửi phần bổ sung tới cơ quan giải quyết.');
    expect(words).toContain('Hẹn trả lúc đầu');
    if (before) expect(words).toContain(before);
    await an.tab.locator('summary').first().click();
    expect(await an.words()).toMatch(/bổ sung|tạm dừng|không tính/u);
  },
  LONG,
);

test(
  'another dossier is refused with a reason, by Mẫu 03, and An reads why',
  async () => {
    const filed = await fileOne();
    await openAgain(binh, filed.code);
    await binh.follow('Từ chối tiếp nhận');
    await binh.press('Từ chối và gửi Mẫu 03');
    expect(await binh.tab.locator('.govuk-error-summary a').count()).toBe(1);
    await binh.press('Trùng hồ sơ đã nộp');
    const reason = binh.tab.getByLabel('Lý do không tiếp nhận');
    await binh.press('Từ chối và gửi Mẫu 03');
    expect(await binh.words()).toContain('Câu này còn bỏ dở');
    await reason.fill((await reason.inputValue()).replace('[mã hồ sơ]', number));
    const told = await country.messageAfter(AN.phone, () => binh.press('Từ chối và gửi Mẫu 03'));
    expect(told).toContain('khong duoc tiep nhan');
    await an.open(`${country.urls.portal}/ho-so/${filed.id}`);
    const letter = await an.download('Phiếu từ chối tiếp nhận giải quyết hồ sơ');
    expect(pdfWords(letter.bytes)).toContain(number);
  },
  LONG,
);

/** The clock was turned by days: the official's session may be over. */
async function openAgain(official: Visitor, code: string): Promise<void> {
  await official.open(`${country.urls.desk}/hang-doi`);
  if (/dang-nhap/u.test(official.tab.url())) await signInAtDesk(official, country, BINH);
  await openFromQueue(official, country, code);
}
