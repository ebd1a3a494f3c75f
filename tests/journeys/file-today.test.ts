// An registers a birth from a phone, the commune answers, An has the result in hand: the whole promise, today.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AN, BINH, CHI, DESKTOP, DUNG, EM, signIn, signInAtDesk, Visitor } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { type Country, startCountry } from '../support/country.ts';
import { BIRTH } from '../support/filing.ts';
import { AGREE, answerForm, chooseWays, declare, givePapers, openFromQueue, sent } from './acts.ts';
import { pdfWords } from './pdf-words.ts';

const LONG = 120_000;
let country: Country;
let browser: Browser;
let an: Visitor;
const dossier = { id: '', code: '', number: '', secret: '', checkCode: '' };

beforeAll(async () => {
  country = await startCountry({ now: '2026-11-23T09:00' });
  browser = await startChromium();
  an = await Visitor.at(browser, 'today-an');
}, LONG);

afterAll(async () => {
  await browser?.close();
  await country?.stop();
});

test(
  'An finds the procedure by its everyday name and signs in on the way',
  async () => {
    await an.open(`${country.urls.portal}/`);
    await an.tab.getByLabel('Bạn cần làm gì?').fill('khai sinh');
    await an.press('Tìm');
    expect(await an.tab.locator('h2').first().innerText()).toMatch(/Có \d+ thủ tục cho “khai sinh”/u);
    await an.follow('Đăng ký khai sinh');
    expect(await an.words()).toContain('Giấy khai sinh');
    await an.follow('Nộp hồ sơ');
    await signIn(an, country, AN);
    expect(new URL(an.tab.url()).pathname).toMatch(/\/noi-nop$/u);
  },
  LONG,
);

test(
  'whoever types “Lương Phong” is led to xã Hiệp Hòa and told why',
  async () => {
    await an.tab.getByLabel('Xã, phường của bạn').fill('Lương Phong');
    await an.press('Tìm nơi nộp');
    const office = an.tab.getByLabel('UBND xã Hiệp Hòa');
    expect(await office.isChecked()).toBe(true);
    const told = await an.words();
    expect(told).toContain('Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang (cũ) – nay là xã Hiệp Hòa');
    expect(told).toContain('Nghị quyết 1658/NQ-UBTVQH15');
    await an.press(AGREE);
  },
  LONG,
);

test(
  'each page asks one thing; what is missing is said at its place',
  async () => {
    await an.fill({ case: 'normal' });
    await an.press(AGREE);
    await an.press(AGREE);
    expect(await an.tab.locator('.govuk-error-summary a').count()).toBe(1);
    const seen = await answerForm(an, BIRTH);
    expect(seen.at(0)).toBe('relation');
    expect(seen).toContain('marriage-paper');
    expect(seen.at(-1)).toBe('commit');
  },
  LONG,
);

test(
  'the papers are given from the phone, a wrong one is refused in words',
  async () => {
    await an.press(AGREE);
    expect(await an.tab.locator('.govuk-error-summary').innerText()).toContain('Bạn chưa đính kèm');
    await an.follow('Giấy chứng sinh');
    const notPdf = {
      name: 'giay-chung-sinh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('không phải PDF'),
    };
    await an.tab.locator('input[type=file]').setInputFiles(notPdf);
    await an.press('Tải lên');
    expect(await an.tab.locator('.govuk-error-summary').innerText()).toMatch(/giay-chung-sinh\.pdf/u);
    await an.follow('Quay lại');
    await givePapers(an);
    expect(new URL(an.tab.url()).pathname).toMatch(/\/hinh-thuc$/u);
  },
  LONG,
);

test(
  'the check page shows all, one answer is changed, and the code and the tick are needed',
  async () => {
    await chooseWays(an, 'Nộp trực tuyến', 'Nhận kết quả bản điện tử');
    const { tab } = an;
    expect(await an.words()).toContain('Thủ tục này không phải nộp phí, lệ phí.');
    await tab.locator('.govuk-summary-list__row', { hasText: 'Minh' }).getByRole('link').first().click();
    await tab.waitForURL('**/thong-tin/child-name**');
    await an.look();
    await an.fill({ 'child.given': 'Khoa' });
    await an.press(AGREE);
    expect(new URL(tab.url()).pathname).toMatch(/\/kiem-tra$/u);
    expect(await an.words()).toContain('KHOA');
    await an.press('Nộp hồ sơ');
    const errors = await tab.locator('.govuk-error-summary').innerText();
    expect(errors).toContain('Bạn phải nhập mã xác nhận.');
    expect(errors).toContain('Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên');
  },
  LONG,
);

test(
  'sending twice, from two tabs, makes one dossier; the confirmation survives reload; an SMS says so',
  async () => {
    const { tab } = an;
    const second = await an.anotherTab();
    const check = tab.url();
    await second.open(check);
    await declare(second);
    await declare(an);
    await an.leadingOn(() => tab.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick());
    Object.assign(dossier, await sent(an));
    await second.press('Nộp hồ sơ');
    expect(await sent(second)).toEqual({ id: dossier.id, code: dossier.code });
    await second.tab.close();
    await an.reload();
    expect(await sent(an)).toEqual({ id: dossier.id, code: dossier.code });
    const words = await an.words();
    expect(words).toMatch(/trả lời bạn chậm nhất lúc 09:\d\d ngày 25\/11\/2026/u);
    expect(words).not.toContain('thanh toán');
    await country.message(AN.phone, new RegExp(`${dossier.code}.*da gui`, 'u'));
    await an.follow('Xem tất cả hồ sơ của tôi');
    expect(await tab.locator('article, .mc-card').count()).toBe(1);
    await an.open(check);
    expect(await sent(an)).toEqual({ id: dossier.id, code: dossier.code });
  },
  LONG,
);

test(
  'Bình accepts: a number, a slip and a due date that explains itself',
  async () => {
    const binh = await Visitor.at(browser, 'today-binh', { viewport: DESKTOP });
    await signInAtDesk(binh, country, BINH);
    await openFromQueue(binh, country, dossier.code);
    expect(await binh.words()).toContain('Nguyễn Văn An');
    await binh.follow('Tiếp nhận');
    expect(await binh.words()).toMatch(/Hẹn trả lúc/u);
    const told = await country.messageAfter(AN.phone, () => binh.press('Tiếp nhận và cấp số'));
    dossier.number = await binh.tab.locator('.govuk-panel .mc-number').innerText();
    expect(dossier.number).toMatch(/^H05\..+-261123-\d+$/u);
    expect(told).toContain(dossier.number);
    expect(told).toMatch(/^[\x20-\x7e]{1,160}$/u);
    expect(await binh.words()).toMatch(/trước 15 giờ|trong ngày/u);
    const slip = await binh.download('In giấy tiếp nhận (PDF)');
    expect(slip.bytes.subarray(0, 4).toString()).toBe('%PDF');
    const words = pdfWords(slip.bytes);
    expect(words).toContain(dossier.number);
    dossier.secret = /Mã tra cứu: ([2-9A-Z]{6})/u.exec(words)?.[1] ?? '';
    expect(dossier.secret).not.toBe('');
    await binh.close();
  },
  LONG,
);

test(
  'Chi takes and proposes; Dũng sees exactly what stands on the paper, and signs',
  async () => {
    const chi = await Visitor.at(browser, 'today-chi', { viewport: DESKTOP });
    await signInAtDesk(chi, country, CHI);
    await openFromQueue(chi, country, dossier.number);
    await chi.press('Nhận thụ lý');
    expect(await chi.words()).toContain('Bạn đã nhận thụ lý hồ sơ này.');
    await chi.follow('Đề xuất kết quả');
    expect(await chi.tab.locator('form').last().innerHTML()).toContain('KHOA');
    await chi.tab.getByLabel('Ý kiến đề xuất').fill('Hồ sơ đủ, đề nghị ký.');
    await chi.press('Trình lãnh đạo ký');
    expect(await chi.words()).toContain('Đã trình lãnh đạo ký.');
    await chi.close();
    const dung = await Visitor.at(browser, 'today-dung', { viewport: DESKTOP });
    await signInAtDesk(dung, country, DUNG);
    await openFromQueue(dung, country, dossier.number);
    await dung.follow('Xem và ký');
    expect(await dung.words()).toContain('Hồ sơ đủ, đề nghị ký.');
    await country.messageAfter(AN.phone, () => dung.press('Ký và phát hành'));
    expect(await dung.words()).toContain('Đã ký và phát hành kết quả.');
    await dung.close();
  },
  LONG,
);

test(
  'Em signs in at the desk and sees nothing of it',
  async () => {
    const em = await Visitor.at(browser, 'today-em', { viewport: DESKTOP });
    await signInAtDesk(em, country, EM);
    expect(await em.words()).toContain('Bạn chưa được phân công ở cơ quan nào');
    for (const path of ['', '/tiep-nhan', '/ky', '/tra-ket-qua'])
      expect(await em.open(`${country.urls.desk}/ho-so/${dossier.id}${path}`)).toBe(404);
    await em.close();
  },
  LONG,
);

test(
  'Bình delivers; An sees the result and downloads it',
  async () => {
    await country.turnClock({ advance: 'PT5M' });
    const binh = await Visitor.at(browser, 'today-binh-2', { viewport: DESKTOP });
    await signInAtDesk(binh, country, BINH);
    await openFromQueue(binh, country, dossier.number);
    await binh.follow('Trả kết quả');
    await binh.press('Xác nhận đã gửi kết quả');
    expect(await binh.words()).toContain('Đã trả kết quả. Hồ sơ kết thúc.');
    await binh.close();
    await an.open(`${country.urls.portal}/ho-so/${dossier.id}`);
    const words = await an.words();
    expect(words).toContain('Đã trả kết quả');
    dossier.checkCode = /Mã kiểm tra: (\S+)/u.exec(words)?.[1] ?? '';
    const result = await an.download(/số .*\(PDF\)/u);
    expect(result.bytes.subarray(0, 4).toString()).toBe('%PDF');
    const paper = pdfWords(result.bytes);
    expect(paper).toContain('KHOA');
    expect(paper).toContain(dossier.checkCode);
  },
  LONG,
);

test(
  'anyone checks the result by number and code, and follows the dossier by the slip, without seeing a name',
  async () => {
    const anyone = await Visitor.at(browser, 'today-anyone');
    await anyone.open(`${country.urls.portal}/kiem-tra`);
    await anyone.fill({ ma: dossier.number, kt: dossier.checkCode });
    await anyone.press('Kiểm tra');
    expect(await anyone.words()).toContain('Văn bản do cơ quan ban hành');
    expect(await anyone.words()).toMatch(/Họ, chữ đệm, tên của trẻ (?:\p{Lu}… )+\p{Lu}/u);
    expect(await anyone.words()).not.toContain('Nguyễn Văn An');
    await anyone.open(`${country.urls.portal}/tra-cuu`);
    await anyone.fill({ ma: dossier.number, 'bi-mat': 'SAIMA1' });
    await anyone.press('Tra cứu');
    expect(await anyone.words()).toContain('Không có hồ sơ nào khớp');
    await anyone.fill({ ma: dossier.number, 'bi-mat': dossier.secret });
    await anyone.press('Tra cứu');
    expect(await anyone.words()).toContain('Đã trả kết quả');
    expect(await anyone.words()).not.toContain('Nguyễn');
    await anyone.close();
  },
  LONG,
);

test(
  'every act left its trace: the journal verifies',
  async () => {
    const { code, out } = await country.cli('journal', 'verify');
    expect(out).toContain('"ok":true');
    expect(code).toBe(0);
  },
  LONG,
);
